package org.mneme.lab.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mneme.report.Study;
import org.mneme.report.StudyFiles;
import org.mneme.report.StudyReader;
import org.mneme.runtime.files.WholeFile;
import org.mneme.runtime.result.ResultFileException;

/**
 * A folder with the page that shows each figure beside its published setting: README.md, and for each scale a folder of studies
 * (NAME.json) and of their charts (SVG and CSV). The page is put together from the studies that are there.
 */
public final class PaperPage {
    private static final Pattern TABLE = Pattern.compile("\\*\\*([^*\n]+)\\*\\*\n\n(\\|(?:[^\n]*\n\\|)*[^\n]*\n)");
    private static final Pattern SETTINGS = Pattern.compile("\n(\\| setting \\| value \\|\n(?:\\|[^\n]*\n)*)");
    private static final int MANY_ROWS = 12;

    private static final String BEGINNING = """
            # The figures of the paper

            Each figure of Chaudhry, Zavatone-Veth, Krotov, Pehlevan, *Long Sequence Hopfield Memory* (NeurIPS 2023), run anew: its published setting, what was measured, the paper's formulas, and where they differ.
            Nothing here is written by hand: this page and its pictures are made from the studies beside it, which hold all numbers, and

                ./mneme capacity --figure all --scale quick --page docs/paper

            runs the quick scale again and puts the page together; the same version gives the same bytes. With `--scale paper` it runs the published sizes; a single figure may be named in place of
            `all`. "Seen" below is computed from the numbers: each measured capacity must lie in a band stated before anything was measured.

            **The band.** Every capacity must be %s

            | figure | published setting | what must be seen | seen at the published scale | seen at the quick scale |
            |---|---|---|---|---|
            """.formatted(Band.REASON);

    private final Path folder;

    private PaperPage(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the page of a folder.
     *
     * @param folder new or there
     * @return the page
     */
    public static PaperPage in(Path folder) {
        return new PaperPage(folder);
    }

    /**
     * Puts a study and its charts into the folder; the one that was there is replaced.
     *
     * @param study of a figure
     * @param scale it was made at
     * @throws ResultFileException if a file cannot be written
     */
    public void put(Study study, Scale scale) {
        Path file = file(study.id(), scale);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new ResultFileException(file, e);
        }
        StudyFiles.json(study, file);
    }

    /**
     * Writes the charts of all studies in the folder, and the page.
     *
     * @throws ResultFileException if a file cannot be written
     * @throws org.mneme.report.StudyFileException if a study cannot be read
     */
    public void write() {
        StringBuilder page = new StringBuilder(BEGINNING);
        List<String> rows = new ArrayList<>();
        StringBuilder sections = new StringBuilder();
        for (Figure figure : Figures.all()) {
            Optional<Study> published = stored(figure, Scale.PAPER);
            Optional<Study> quick = stored(figure, Scale.QUICK);
            if (published.isPresent() || quick.isPresent()) {
                Study shown = published.or(() -> quick).orElseThrow();
                rows.add(row(figure, shown, published, quick));
                sections.append(section(figure, shown.title(), published, quick));
            }
        }
        rows.forEach(page::append);
        page.append(sections);
        Path file = folder.resolve("README.md");
        try {
            WholeFile.write(file, out -> out.write(page.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new ResultFileException(file, e);
        }
    }

    private Path file(String figure, Scale scale) {
        return folder.resolve(scale.label()).resolve(figure + ".json");
    }

    private Optional<Study> stored(Figure figure, Scale scale) {
        Path file = file(figure.name(), scale);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Study study = StudyReader.read(file);
        StudyFiles.plots(study, folder.resolve(scale.label()));
        return Optional.of(study);
    }

    private static String row(Figure figure, Study shown, Optional<Study> published, Optional<Study> quick) {
        return Text.of(
                "| [%s](#%s) | %s | %s | %s | %s |\n",
                shown.title(),
                anchor(shown.title()),
                cell(figure.published()),
                cell(figure.toBeSeen()),
                seen(published),
                seen(quick));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("_", "\\_").replace("^", "\\^");
    }

    private static String seen(Optional<Study> study) {
        return study.map(s -> s.good() ? "yes" : "no").orElse("not run");
    }

    /** The address GitHub gives a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }

    private static String section(Figure figure, String title, Optional<Study> published, Optional<Study> quick) {
        StringBuilder section = new StringBuilder("\n## " + title + "\n");
        section.append("\n*Published setting.* ")
                .append(cell(figure.published()))
                .append('\n');
        section.append("\n*What must be seen.* ")
                .append(cell(figure.toBeSeen()))
                .append('\n');
        published.ifPresent(
                study -> section.append("\n### At the published scale\n").append(body(study, Scale.PAPER)));
        if (published.isPresent()) {
            quick.ifPresent(study -> section.append(folded("At the quick scale", body(study, Scale.QUICK))));
        } else {
            quick.ifPresent(
                    study -> section.append("\n### At the quick scale\n").append(body(study, Scale.QUICK)));
        }
        return section.toString();
    }

    /** A study without its heading; settings and long tables are folded. */
    private static String body(Study study, Scale scale) {
        String markdown = StudyFiles.markdown(study, scale.label());
        String body = markdown.substring(markdown.indexOf('\n') + 1);
        body = SETTINGS.matcher(body)
                .replaceFirst(m -> Matcher.quoteReplacement(folded("Settings", "\n" + m.group(1))));
        return TABLE.matcher(body)
                .replaceAll(m -> Matcher.quoteReplacement(
                        m.group(2).lines().count() > MANY_ROWS
                                ? folded(m.group(1), "\n" + m.group(2)).substring(1)
                                : m.group()));
    }

    private static String folded(String title, String body) {
        return "\n<details><summary>" + title + "</summary>\n" + body + "\n</details>\n";
    }
}
