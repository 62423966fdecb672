package org.mneme.model.io;

import java.nio.file.Path;

/** An image of another size than the first of its folder. */
public final class ImageSizeException extends FileException {
    private static final long serialVersionUID = 1L;

    private final int width;
    private final int height;
    private final Path first;
    private final int firstWidth;
    private final int firstHeight;

    ImageSizeException(Path file, int width, int height, Path first, int firstWidth, int firstHeight) {
        super(
                file,
                Place.WHOLE,
                "is " + width + " × " + height + " pixels, but " + first.getFileName() + " is " + firstWidth + " × "
                        + firstHeight + "; scale all images to one size");
        this.width = width;
        this.height = height;
        this.first = first;
        this.firstWidth = firstWidth;
        this.firstHeight = firstHeight;
    }

    /**
     * Returns the width of this image.
     *
     * @return pixels
     */
    public int width() {
        return width;
    }

    /**
     * Returns the height of this image.
     *
     * @return pixels
     */
    public int height() {
        return height;
    }

    /**
     * Returns the first image of the folder.
     *
     * @return its path
     */
    public Path first() {
        return first;
    }

    /**
     * Returns the width of the first image.
     *
     * @return pixels
     */
    public int firstWidth() {
        return firstWidth;
    }

    /**
     * Returns the height of the first image.
     *
     * @return pixels
     */
    public int firstHeight() {
        return firstHeight;
    }
}
