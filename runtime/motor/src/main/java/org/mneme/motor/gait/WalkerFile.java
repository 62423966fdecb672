package org.mneme.motor.gait;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mneme.motor.gait.Signal.Sampled;
import org.mneme.runtime.files.WholeFile;
import org.mneme.runtime.result.ResultFileException;
import org.mneme.runtime.scene.Channel;
import org.mneme.runtime.scene.Performance;

/** Writes what a walker did, 100 times a second. */
final class WalkerFile {
    private static final double STEP = 0.01;
    private static final int MOST_FRAMES = 100_000;

    private final WalkerScene scene;
    private final Performance performance;

    WalkerFile(WalkerScene scene, Performance performance) {
        this.scene = scene;
        this.performance = performance;
    }

    void write(Path file) {
        if (performance.moments().isEmpty()) {
            throw new MotionFileException(file, "nothing was recalled, so there is no movement to write");
        }
        if (!performance.whole()) {
            throw new MotionFileException(
                    file,
                    "the recall has more states than are kept, so its movement would end early; run fewer --steps");
        }
        WalkerTrack track = WalkerTrack.of(scene, performance);
        double frames = Math.floor(track.seconds() / STEP) + 1;
        if (!(frames <= MOST_FRAMES)) {
            throw new MotionFileException(
                    file,
                    String.format(
                            Locale.ROOT,
                            "%.0f s are too long for a file of 100 frames a second, %d frames at most; run fewer --steps",
                            track.seconds(),
                            MOST_FRAMES));
        }
        boolean bvh = file.toString().toLowerCase(Locale.ROOT).endsWith(".bvh");
        Sampled moved = track.recalled().sampled(scene.lowPass(), STEP, (int) frames);
        List<String> lines = scene.bvh()
                .filter(_ -> bvh)
                .map(skeleton -> bvh(skeleton, moved))
                .orElseGet(() -> csv(track.asked().sampled(scene.lowPass(), STEP, (int) frames), moved));
        try {
            WholeFile.write(file, out -> lines(out, lines));
        } catch (IOException e) {
            throw new ResultFileException(file, e);
        }
    }

    private static void lines(OutputStream out, List<String> lines) throws IOException {
        for (String line : lines) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Of each channel what was asked, what was recalled, and what moved. */
    private List<String> csv(Sampled asked, Sampled moved) {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(MotionCsv.TIME);
        for (Channel channel : scene.channels()) {
            for (String what : List.of("asked", "recalled", "smooth")) {
                head.append(',').append(cell(channel.name() + " " + what + ", " + channel.unit()));
            }
        }
        lines.add(head.toString());
        for (int k = 0; k < moved.raw().size(); k++) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%.2f", k * STEP));
            for (int c = 0; c < scene.channels().size(); c++) {
                row.append(',').append(number(asked.raw().get(k)[c]));
                row.append(',').append(number(moved.raw().get(k)[c]));
                row.append(',').append(number(moved.smooth().get(k)[c]));
            }
            lines.add(row.toString());
        }
        return lines;
    }

    private static String cell(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.matches("-0\\.0+") ? text.substring(1) : text;
    }

    private List<String> bvh(BvhSkeleton skeleton, Sampled moved) {
        List<String> lines = new ArrayList<>();
        BvhText.hierarchy(skeleton.nodes(), lines);
        lines.add("MOTION");
        lines.add("Frames: " + moved.smooth().size());
        lines.add(String.format(Locale.ROOT, "Frame Time: %.6f", STEP));
        List<BvhSkeleton.Source> sources = skeleton.sources();
        double[] frame = skeleton.first().stream().mapToDouble(v -> v).toArray();
        for (int k = 0; k < moved.smooth().size(); k++) {
            double[] values = moved.smooth().get(k);
            double[] before = moved.smooth().get(Math.max(0, k - 1));
            for (int c = 0; c < sources.size(); c++) {
                BvhSkeleton.Source source = sources.get(c);
                frame[source.value()] = switch (source.channel().quantity()) {
                    case ANGLE, TURN -> values[c];
                    case HEIGHT -> values[c] / skeleton.unitMillimetres();
                    case SPEED ->
                        frame[source.value()]
                                + (k == 0 ? 0 : (values[c] + before[c]) / 2 * STEP) / skeleton.unitMillimetres();
                };
            }
            StringBuilder line = new StringBuilder();
            for (double value : frame) {
                line.append(line.isEmpty() ? "" : " ").append(number(value));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
