package org.mneme.runtime.patterns;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of images and that of their labels.
 *
 * @param images IDX, P × height × width
 * @param labels IDX, P
 */
record ImageFiles(Path images, Path labels) {
    private static final List<String> SETS = List.of("t10k", "train");
    private static final List<String> JOINTS = List.of("-", ".");
    private static final List<String> ENDINGS = List.of(".gz", "");

    /**
     * Looks for files of the names MNIST comes under, the test set first.
     *
     * @param folder where
     * @return the sets of which the images are there; their labels may be missing
     */
    static List<ImageFiles> in(Path folder) {
        List<ImageFiles> found = new ArrayList<>();
        for (String set : SETS) {
            List<Path> images = there(folder, set + "-images", "idx3-ubyte");
            if (!images.isEmpty()) {
                List<Path> labels = there(folder, set + "-labels", "idx1-ubyte");
                Path expected = folder.resolve(set + "-labels-idx1-ubyte");
                found.add(new ImageFiles(images.getFirst(), labels.isEmpty() ? expected : labels.getFirst()));
            }
        }
        return found;
    }

    private static List<Path> there(Path folder, String begin, String end) {
        List<Path> files = new ArrayList<>();
        for (String joint : JOINTS) {
            for (String ending : ENDINGS) {
                Path file = folder.resolve(begin + joint + end + ending);
                if (Files.exists(file)) {
                    files.add(file);
                }
            }
        }
        return files;
    }
}
