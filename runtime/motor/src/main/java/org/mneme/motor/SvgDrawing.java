package org.mneme.motor;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Drawings from SVG files: every stroke that a browser would show, as the line along its middle, in the order of the file.
 *
 * <p>Fills, text, pictures, clips and dashes draw nothing of their own. A file whose width has a unit of length (mm, cm, in, …) keeps its
 * size; any other is scaled to {@value #WIDTH} mm along its longer side.
 */
final class SvgDrawing {
    private static final double WIDTH = 150;
    private static final long MOST_BYTES = 16L << 20;
    private static final DocumentLimits LIMITS = new DocumentLimits(40, 6, 20_000);

    private SvgDrawing() {}

    /**
     * Reads a drawing.
     *
     * @param file an SVG file
     * @param width the longer side it is scaled to, mm; empty for its own size
     * @return the drawing, its bounds starting at (0, 0)
     * @throws UnreadableDrawingException if the file cannot be read
     * @throws MalformedSvgException if it is not an SVG drawing
     * @throws NoStrokesException if nothing in it is stroked
     */
    static Drawing read(Path file, Optional<Double> width) {
        SvgText text = SvgText.decode(file, content(file));
        SvgCheck.Root root = SvgCheck.check(file, text);
        SVGDocument document = document(file, text);
        StrokeRecorder.Strokes strokes = new StrokeRecorder.Strokes(file);
        document.renderWithPlatform(NullPlatformSupport.INSTANCE, new StrokeRecorder(strokes), null);
        if (strokes.size() == 0) {
            throw new NoStrokesException(
                    file, "has no strokes; give a path, line, polyline or shape in it a stroke colour");
        }
        Drawing drawing = strokes.flattened();
        double size = drawing.bounds().size();
        if (!Double.isFinite(size)) {
            throw new MalformedSvgException(file, 0, 0, "a stroke has a coordinate that is not a finite number");
        }
        if (size == 0) {
            throw new NoStrokesException(file, "its strokes are all one point, so nothing is drawn");
        }
        // the width in mm is spread over as many pixels as the renderer takes it for
        double own = root.width().map(mm -> size * mm / document.size().width).orElse(WIDTH);
        return drawing.scaledFromCorner(width.orElse(own) / size);
    }

    private static byte[] content(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new UnreadableDrawingException(file, "is a folder, not an SVG file");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new UnreadableDrawingException(file, "is larger than " + (MOST_BYTES >> 20) + " MiB");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnreadableDrawingException(file, e);
        }
    }

    private static SVGDocument document(Path file, SvgText text) {
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                .documentLimits(LIMITS)
                .build();
        return Optional.ofNullable(new SVGLoader().load(text::events, null, context))
                .orElseThrow(() -> new MalformedSvgException(
                        file, 0, 0, "cannot be drawn: its elements refer to each other too often, or in a circle"));
    }
}
