package org.mneme.report.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The page on which a recall is watched, live or as a replay; scripts, styles and the drawing library are part of it. */
public final class WatchPage {
    private static final List<String> SCRIPTS = List.of(
            "uPlot.iife.min.js",
            "plant.js",
            "rings.js",
            "words.js",
            "chart.js",
            "strip.js",
            "store.js",
            "motion.js",
            "raster.js",
            "overlaps.js",
            "kinematics.js",
            "scene-arm.js",
            "scene-notes.js",
            "scene-walker.js",
            "scene-grid.js",
            "player.js",
            "stream.js",
            "controls.js",
            "main.js");
    private static final List<String> STYLES = List.of("uPlot.min.css", "watch.css");
    private static final String SCRIPT = "\n/*\nuPlot. " + resource("uPlot-LICENSE.txt") + "\n*/" + joined(SCRIPTS);
    private static final String STYLE = joined(STYLES);

    private WatchPage() {}

    /**
     * Returns the page of a network that runs; it asks for {@code /events}, {@code /control} and {@code /report}.
     *
     * @return HTML; the same for every memory
     */
    public static String live() {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy() + "\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>Mneme</title>"
                + "<link rel=\"icon\" href=\"data:,\"><style>" + STYLE + "</style></head><body class=\"watch-page\">"
                + "<div class=\"watch\"><main><p class=\"watch-eyebrow\">Mneme · a sequence memory that recalls now</p>"
                + "<h1 id=\"watch-name\">Mneme</h1><p id=\"watch-about\" class=\"watch-soft\"></p>"
                + views(resource("live-run.html"), resource("live-controls.html")) + "</main></div><script>" + SCRIPT
                + "</script></body></html>\n";
    }

    /**
     * Returns a recording with all it takes to play it, as a part of a page that allows scripts and styles of its own.
     *
     * @param replay of a run
     * @return HTML; the same for the same replay
     */
    public static String part(WatchReplay replay) {
        return "<style>" + STYLE + "</style><div class=\"watch\">" + views(resource("replay-run.html"), "") + "</div>"
                + "<script type=\"application/json\" id=\"mneme-replay\">" + replay.json() + "</script><script>"
                + SCRIPT
                + "</script>\n";
    }

    /**
     * Returns what the live page may do: run its own script, apply its own style, and talk to where it comes from.
     *
     * @return the value of the header Content-Security-Policy
     */
    public static String policy() {
        return "default-src 'none';script-src '" + hash(SCRIPT) + "';style-src '" + hash(STYLE)
                + "';connect-src 'self';img-src data:;form-action 'none';base-uri 'none'";
    }

    private static String views(String run, String controls) {
        return resource("needs-script.html")
                + resource("views.html").replace("<!--run-->", run).replace("<!--controls-->", controls);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String joined(List<String> names) {
        StringBuilder text = new StringBuilder("\n");
        names.forEach(name -> text.append(resource(name)).append('\n'));
        return text.toString();
    }

    private static String resource(String name) {
        try (InputStream in = WatchPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not beside its class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
