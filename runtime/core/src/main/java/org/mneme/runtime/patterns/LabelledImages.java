package org.mneme.runtime.patterns;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.Ints;
import org.mneme.model.PatternSet;
import org.mneme.model.io.IdxLabels;
import org.mneme.model.io.IdxPatterns;
import org.mneme.runtime.config.Setting;

/**
 * What is asked of files of labelled images.
 *
 * @param setting pointed at where they cannot give it
 * @param cycle the classes in their order
 * @param count how many images; empty for all whole rounds
 * @param threshold a pixel is +1 from it on
 */
record LabelledImages(Setting.Group setting, Ints cycle, OptionalInt count, int threshold) {
    /**
     * Reads the images of the first files that have enough.
     *
     * @param candidates at least one
     */
    EncodedPatterns read(List<ImageFiles> candidates) {
        for (ImageFiles files : candidates.subList(0, candidates.size() - 1)) {
            if (haveEnough(IdxLabels.read(files.labels()))) {
                return read(files);
            }
        }
        return read(candidates.getLast());
    }

    /** By the labels alone; where images are equal it may turn out to be one too few. */
    private boolean haveEnough(Ints labels) {
        int[] found = new int[labels.max() + 1];
        labels.stream().forEach(label -> found[label]++);
        int wanted = count.orElse(cycle.length());
        int[] needed = new int[Math.max(found.length, cycle.max() + 1)];
        for (int k = 0; k < cycle.length(); k++) {
            needed[cycle.at(k)] += wanted / cycle.length() + (k < wanted % cycle.length() ? 1 : 0);
        }
        for (int label = 0; label < needed.length; label++) {
            if (needed[label] > (label < found.length ? found[label] : 0)) {
                return false;
            }
        }
        return true;
    }

    private EncodedPatterns read(ImageFiles files) {
        PatternSet all = IdxPatterns.read(files.images(), threshold, OptionalInt.empty());
        Ints labels = IdxLabels.read(files.labels());
        if (labels.length() != all.count()) {
            throw setting.error(name(files.images()) + " holds " + all.count() + " images and " + name(files.labels())
                    + " " + labels.length() + " labels; name the two files of one set");
        }
        ImageCycle taken = ImageCycle.take(all, labels, cycle, count.orElse(Integer.MAX_VALUE));
        int found = taken.images().length();
        int rounds = found / cycle.length();
        if (count.isPresent() && found < count.getAsInt()) {
            throw setting.get("count")
                    .error(String.format(
                            Locale.ROOT,
                            "%s has no further different image of class %d after %d images; ask for at most %d",
                            name(files.images()),
                            taken.exhausted(),
                            found,
                            found));
        }
        if (count.isEmpty() && rounds == 0) {
            throw setting.error(
                    name(files.images()) + " has no image of class " + taken.exhausted() + "; leave it out of 'cycle'");
        }
        return encoded(files, all, labels, taken, count.orElse(rounds * cycle.length()));
    }

    private EncodedPatterns encoded(ImageFiles files, PatternSet all, Ints labels, ImageCycle taken, int images) {
        int[] rows = taken.images().stream().limit(images).toArray();
        PatternSet patterns = new PatternSet(
                BitMatrix.ofWords(images, all.features(), (mu, w) -> all.plus().word(rows[mu], w)), all.mask());
        int width = IdxPatterns.width(files.images()).orElse(all.features());
        Ints classes =
                Ints.of(taken.images().stream().limit(images).map(labels::at).toArray());
        return EncodedPatterns.of(
                patterns,
                new PatternImages(width, all.features() / width, ImageSource.labels(classes)),
                List.of(String.format(
                        Locale.ROOT,
                        "images: %d of the %d in %s, all different%s",
                        images,
                        all.count(),
                        name(files.images()),
                        taken.passedOver() == 0
                                ? ""
                                : " (passed over, as equal to one before: " + taken.passedOver() + ")")));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
