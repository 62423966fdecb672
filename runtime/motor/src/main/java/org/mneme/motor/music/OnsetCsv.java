package org.mneme.motor.music;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.mneme.runtime.scene.Performance;

/** Writes a line for each note that was due or recalled. */
final class OnsetCsv {
    private static final String HEAD =
            "note,hand,due_s,recalled_s,onset_error_ms,due_length_s,recalled_length_s,right\n";

    private OnsetCsv() {}

    static void write(NotesScene scene, Performance performance, OutputStream out) throws IOException {
        out.write(HEAD.getBytes(StandardCharsets.UTF_8));
        for (NotesJudge.Row row : NotesJudge.rows(scene, performance)) {
            out.write(line(scene, performance, row).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String line(NotesScene scene, Performance performance, NotesJudge.Row row) {
        Key key = scene.keys().get(row.key());
        double tick = performance.tickSeconds();
        List<String> cells = DoubleStream.of(
                        performance.seconds(row.due().from()),
                        performance.seconds(row.recalled().from()),
                        row.onset() * tick * 1e3,
                        (row.due().to() - row.due().from()) * tick,
                        (row.recalled().to() - row.recalled().from()) * tick)
                .mapToObj(OnsetCsv::number)
                .collect(Collectors.toList());
        cells.addFirst(quoted(scene.piece().music().voices().get(key.voice()).name()));
        cells.addFirst(Names.pitch(key.pitch()));
        cells.add(row.right() ? "1" : "0");
        return String.join(",", cells) + "\n";
    }

    /** Empty where there is none; microseconds are told. */
    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f", value + 0.0);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
