package org.mneme.model.io;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.mneme.model.PatternSet;

/** Patterns from the PNG images of a folder, one each. */
public final class PngPatterns {
    private PngPatterns() {}

    /**
     * Reads patterns; a feature is +1 where its pixel's grey value is at least the threshold, else −1.
     *
     * <p>The images are all files *.png of the folder (in any case, none that begins with a dot), in natural order: digit2.png
     * before digit10.png. Pixels are taken row by row, the left column first. The grey value of a colour is
     * 0.299 R + 0.587 G + 0.114 B, rounded (ITU-R BT.601); of 16-bit samples the high byte counts; transparency is ignored.
     *
     * @param folder a folder of PNG images of one size, at most 2²² pixels each
     * @param threshold 1…255; 125 in the paper's image figure
     * @return P patterns of height · width features
     * @throws FileException if the folder or an image cannot be used
     * @throws org.mneme.InvalidValueException if the threshold is out of its range
     */
    public static PatternSet read(Path folder, int threshold) {
        Thresholds.require(threshold);
        List<Path> images = images(folder);
        int width = 0;
        int height = 0;
        List<SignPlanes> planes = new ArrayList<>(1);
        for (int mu = 0; mu < images.size(); mu++) {
            Path image = images.get(mu);
            try (PngImage png = PngImage.open(image)) {
                if (mu == 0) {
                    width = png.width();
                    height = png.height();
                    SignPlanes.requireShape(folder, images.size(), (long) width * height);
                    planes.add(new SignPlanes(folder, width * height, false));
                } else if (png.width() != width || png.height() != height) {
                    throw new ImageSizeException(image, png.width(), png.height(), images.getFirst(), width, height);
                }
                int row = mu;
                png.read((i, grey) -> planes.getFirst().put(row, i, grey >= threshold ? 1 : -1));
            } catch (IOException e) {
                throw InputFile.failure(image, e);
            }
        }
        return planes.getFirst().toPatternSet(images.size());
    }

    private static List<Path> images(Path folder) {
        List<Path> images = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, PngPatterns::isImage)) {
            entries.forEach(images::add);
        } catch (NotDirectoryException e) {
            throw new NotAFolderException(folder);
        } catch (DirectoryIteratorException e) {
            throw InputFile.failure(folder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw InputFile.failure(folder, e);
        }
        if (images.isEmpty()) {
            throw new EmptyFileException(folder, "PNG images");
        }
        images.sort((a, b) -> NaturalOrder.compare(name(a), name(b)));
        return images;
    }

    private static boolean isImage(Path entry) {
        String name = name(entry);
        return !name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(".png");
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}
