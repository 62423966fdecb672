package org.mneme.cli.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.mneme.cli.Mneme;

/** Memories whose recall is watched. */
final class Examples {
    private static final Path ROOT = Path.of(System.getProperty("mneme.root", "../.."))
            .toAbsolutePath()
            .normalize()
            .resolve("examples");

    /** A handwritten word, by spikes and with the pace of a hand. */
    static final Path ARM = ROOT.resolve("handwriting/hello-paced.yaml");

    /** Music. */
    static final Path NOTES = ROOT.resolve("music/prelude.yaml");

    /** Walk, trot and turn. */
    static final Path WALKER = ROOT.resolve("gait/walker.yaml");

    /** Memories of which each means something else. */
    static final List<Path> SCENES = List.of(ARM, NOTES, WALKER);

    private Examples() {}

    /** The page that a run writes. */
    static Path report(Path memory, Path folder) {
        Path report = folder.resolve(memory.getFileName() + ".html");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Mneme.execute(
                new PrintWriter(out), new PrintWriter(err), "run", memory.toString(), "--report", report.toString());
        assertEquals(0, code, () -> out + "\n" + err);
        return report;
    }
}
