package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.InputException;

class SvgMistakesTest {
    @TempDir
    Path folder;

    private MalformedSvgException refused(String text) {
        Path file = Given.file(folder, "drawing.svg", text);
        MalformedSvgException e =
                assertThrows(MalformedSvgException.class, () -> SvgDrawing.read(file, Optional.empty()), text);
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
        return e;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<path d='M0 0 L NaN 10'/>",
                "<path d='M0 0 L 1 Infinity'/>",
                "<path d='M0 0 L 1'/>",
                "<path d='L 1 1'/>",
                "<path d='M0 0 X 1 1'/>",
                "<path d='M0 0 C 1 1 2 2 3'/>",
                "<path d='M0 0 A 1 1 0 2 0 3 3'/>",
                "<path d='M0 0 L 1 1 ;'/>",
                "<path d='M0 0 L 1 1e999'/>",
                "<path d='M'/>",
                "<polyline points='0 0 1'/>",
                "<polyline points='0 0 NaN 1'/>",
                "<line x1='0' y1='0' x2='NaN' y2='1'/>",
                "<line x1='0' y1='0' x2='1e999' y2='1'/>",
                "<circle cx='0' cy='0' r='wide'/>",
                "<path d='M0 0L1 1' transform='translate(NaN 0)'/>",
                "<path d='M0 0L1 1' transform='move(1 0)'/>",
                "<path d='M0 0L1 1' vector-effect='non-scaling-stroke'/>",
                "<use href='other.svg#a'/>",
                "<use href='http://127.0.0.1:1/other.svg#a'/>",
                "<svg viewBox='0 0 10'/>"
            })
    void geometryThatCannotBeDrawnIsRefused(String content) {
        MalformedSvgException e =
                refused("<svg xmlns='http://www.w3.org/2000/svg' stroke='black'>\n" + content + "</svg>");
        assertEquals(content.contains("L 1 1e999") ? 0 : 2, e.line(), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain words",
                "<svg",
                "<svg xmlns='http://www.w3.org/2000/svg'>",
                "<svg xmlns='http://www.w3.org/2000/svg'><path></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'>&what;</svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' a='1' a='2'/>",
                "<html><body/></html>",
                "<svg xmlns='http://example.org/other'/>"
            })
    void whatIsNotSvgIsRefused(String text) {
        refused(text);
    }

    @Test
    void entitiesAreNotExpandedAndNothingIsFetched() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            Path secret = Given.file(folder, "secret.txt", "M0 0L99 99");
            String doctype = "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY e SYSTEM '%s'>]>"
                    + "<svg xmlns='http://www.w3.org/2000/svg'><path stroke='black' d='M0 0L1 1'/>&e;</svg>";
            refused(String.format(doctype, base + "/entity"));
            refused(String.format(doctype, secret.toUri()));
            refused(
                    "<!DOCTYPE svg [<!ENTITY a 'M0 0L1 1'>]><svg xmlns='http://www.w3.org/2000/svg'><path d='&a;'/></svg>");
            Drawing drawing = SvgDrawing.read(
                    Given.file(
                            folder,
                            "public.svg",
                            "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' '" + base + "/svg11.dtd'>"
                                    + "<?xml-stylesheet href='" + base + "/a.css'?>"
                                    + "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
                                    + "<style>@import url('" + base + "/b.css');</style><image href='" + base
                                    + "/c.png' width='5' height='5'/><image xlink:href='" + secret.toUri()
                                    + "' width='5' height='5'/><path stroke='black' d='M0 0L1 1'/></svg>"),
                    Optional.empty());
            assertEquals(1, drawing.strokes().size());
            assertEquals(0, requests.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void encodingIsFollowed() throws IOException {
        String text = "<?xml version='1.0' encoding='%s'?><svg xmlns='http://www.w3.org/2000/svg'><title>é</title>"
                + "<path stroke='black' d='M0 0L1 1'/></svg>";
        for (String name : new String[] {"UTF-8", "ISO-8859-1", "UTF-16"}) {
            Path file = Files.write(
                    folder.resolve(name + ".svg"), String.format(text, name).getBytes(Charset.forName(name)));
            assertEquals(1, SvgDrawing.read(file, Optional.empty()).strokes().size(), name);
        }
        refused(String.format(text, "no such encoding"));
        Path latin = Files.write(
                folder.resolve("latin.svg"), String.format(text, "UTF-8").getBytes(StandardCharsets.ISO_8859_1));
        assertThrows(MalformedSvgException.class, () -> SvgDrawing.read(latin, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<path d='M0 0L9 9'/>",
                "<path stroke='black' d='M5 5'/>",
                "<path stroke='black' d=''/>",
                "<path stroke='black' d='M5 5L5 5'/>",
                "<defs><path stroke='black' d='M0 0L9 9'/></defs>",
                "<text stroke='black' x='1' y='1'>words</text>"
            })
    void drawingWithoutStrokesIsRefused(String content) {
        assertThrows(NoStrokesException.class, () -> Given.wholeSvg(folder, "viewBox='0 0 10 10'", content), content);
    }

    @Test
    void fileThatCannotBeReadIsRefused() {
        Path missing = folder.resolve("missing.svg");
        UnreadableDrawingException e =
                assertThrows(UnreadableDrawingException.class, () -> SvgDrawing.read(missing, Optional.empty()));
        assertEquals(missing + ": there is no such file", e.getMessage());
        assertThrows(UnreadableDrawingException.class, () -> SvgDrawing.read(folder, Optional.empty()));
    }

    @Test
    void drawingThatRepeatsItselfWithoutEndIsRefused() {
        StringBuilder text = new StringBuilder(
                "<svg xmlns='http://www.w3.org/2000/svg'><g id='a0'><path stroke='black' d='M0 0L1 1'/></g>");
        for (int i = 1; i < 12; i++) {
            text.append("<g id='a").append(i).append("'>");
            text.append(("<use href='#a" + (i - 1) + "'/>").repeat(10)).append("</g>");
        }
        refused(text + "</svg>");
        refused("<svg xmlns='http://www.w3.org/2000/svg'>" + "<g>".repeat(5000) + "</g>".repeat(5000) + "</svg>");
    }

    @Test
    void elementThatContainsItselfIsRefusedOrDrawnOnce() {
        String text =
                "<svg xmlns='http://www.w3.org/2000/svg' stroke='black'><g id='a'><path d='M0 0L1 1'/><use href='#a'/></g></svg>";
        Path file = Given.file(folder, "drawing.svg", text);
        try {
            assertEquals(1, SvgDrawing.read(file, Optional.empty()).strokes().size());
        } catch (MalformedSvgException e) {
            assertTrue(e.getMessage().contains("circle"), e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedFilesGiveTypedErrorsAndPrintNothing(long seed) throws IOException {
        byte[] whole = Files.readAllBytes(Given.examples().resolve("hello.svg"));
        SplittableRandom random = new SplittableRandom(seed);
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            for (int i = 0; i < 150; i++) {
                byte[] damaged = whole.clone();
                for (int k = random.nextInt(1, 8); k > 0; k--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(i % 2 == 0 ? 32 : -128, 127);
                }
                Path file = Files.write(folder.resolve("damaged.svg"), damaged);
                try {
                    assertTrue(
                            SvgDrawing.read(file, Optional.of(150.0)).bounds().size() > 0);
                } catch (InputException expected) {
                    assertFalse(expected.getMessage().isEmpty());
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", draw " + i, e);
                }
            }
        } finally {
            System.setErr(before);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }
}
