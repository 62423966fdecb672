package org.mneme.motor;

import com.github.weisj.jsvg.renderer.output.Output;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An output of the SVG renderer that keeps the shapes it is asked to stroke, in the drawing's own coordinates, and paints nothing. */
final class StrokeRecorder implements Output {
    private static final double FAR = 1e12;

    private final Strokes strokes;
    private AffineTransform transform;
    private Stroke stroke;

    StrokeRecorder(Strokes strokes) {
        this(strokes, new AffineTransform(), new BasicStroke());
    }

    private StrokeRecorder(Strokes strokes, AffineTransform transform, Stroke stroke) {
        this.strokes = strokes;
        this.transform = transform;
        this.stroke = stroke;
    }

    /** The shapes kept so far. */
    static final class Strokes {
        private static final int MOST_SHAPES = 20_000;

        private final Path file;
        private final List<Path2D.Double> shapes = new ArrayList<>();

        Strokes(Path file) {
            this.file = file;
        }

        private void add(Path2D.Double shape) {
            if (shapes.size() == MOST_SHAPES) {
                throw new MalformedSvgException(file, 0, 0, "draws more than " + MOST_SHAPES + " strokes; simplify it");
            }
            shapes.add(shape);
        }

        int size() {
            return shapes.size();
        }

        Drawing flattened() {
            return Flattener.flatten(file, shapes);
        }
    }

    @Override
    public void drawShape(Shape shape) {
        strokes.add(new Path2D.Double(shape, transform));
    }

    @Override
    public Output createChild() {
        return new StrokeRecorder(strokes, new AffineTransform(transform), stroke);
    }

    @Override
    public SafeState safeState() {
        AffineTransform transformThen = new AffineTransform(transform);
        Stroke strokeThen = stroke;
        return () -> {
            transform = new AffineTransform(transformThen);
            stroke = strokeThen;
        };
    }

    @Override
    public void setStroke(Stroke value) {
        stroke = value;
    }

    @Override
    public Stroke stroke() {
        return stroke;
    }

    @Override
    public AffineTransform transform() {
        return new AffineTransform(transform);
    }

    @Override
    public void setTransform(AffineTransform value) {
        transform = new AffineTransform(value);
    }

    @Override
    public void applyTransform(AffineTransform value) {
        transform.concatenate(value);
    }

    @Override
    public void rotate(double angle) {
        transform.rotate(angle);
    }

    @Override
    public void scale(double sx, double sy) {
        transform.scale(sx, sy);
    }

    @Override
    public void translate(double dx, double dy) {
        transform.translate(dx, dy);
    }

    @Override
    public Rectangle2D clipBounds() {
        return new Rectangle2D.Double(-FAR, -FAR, 2 * FAR, 2 * FAR);
    }

    @Override
    public float currentOpacity() {
        return 1;
    }

    @Override
    public Optional<Float> contextFontSize() {
        return Optional.empty();
    }

    @Override
    public boolean supportsFilters() {
        return false;
    }

    @Override
    public boolean supportsColors() {
        return false;
    }

    @Override
    public @Nullable RenderingHints renderingHints() {
        return null;
    }

    @Override
    public @Nullable Object renderingHint(RenderingHints.Key key) {
        return null;
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {}

    @Override
    public void fillShape(Shape shape) {}

    @Override
    public void drawImage(BufferedImage image) {}

    @Override
    public void drawImage(Image image, @Nullable ImageObserver observer) {}

    @Override
    public void drawImage(Image image, AffineTransform at, @Nullable ImageObserver observer) {}

    @Override
    public void setPaint(Paint paint) {}

    @Override
    public void setPaint(Supplier<Paint> paint) {}

    @Override
    public void applyClip(Shape clip) {}

    @Override
    public void applyOpacity(float opacity) {}

    @Override
    public void debugPaint(Consumer<Graphics2D> painter) {}

    @Override
    public void dispose() {}
}
