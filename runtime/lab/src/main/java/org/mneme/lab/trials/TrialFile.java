package org.mneme.lab.trials;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mneme.runtime.files.WholeFile;

/**
 * A CSV file of finished trials: one line a trial, appended whole as trials finish; a line torn by a kill is cut off when the file is
 * opened again. Locked against other writers while it is open. Safe for use by several threads.
 */
public final class TrialFile implements AutoCloseable {
    private final Path path;
    private final String what;
    private final List<String> header;
    private final int keyColumns;
    private final RandomAccessFile file;
    /** The trial's cells → the whole line and where it stands. */
    private final Map<List<String>, Line> lines = new HashMap<>();

    private int lineCount;

    /**
     * A line of the file.
     *
     * @param number 1-based, as the file was opened
     * @param cells all of them
     */
    public record Line(int number, List<String> cells) {
        /** Copies the cells. */
        public Line {
            cells = List.copyOf(cells);
        }
    }

    private TrialFile(Path path, String what, List<String> header, int keyColumns, RandomAccessFile file) {
        this.path = path;
        this.what = what;
        this.header = List.copyOf(header);
        this.keyColumns = keyColumns;
        this.file = file;
    }

    /**
     * Opens or makes a file.
     *
     * @param path where
     * @param what a word for the work whose trials these are, for errors, such as "sweep"
     * @param header names of the columns, the first ones naming the trial
     * @param keyColumns how many name the trial
     * @return the file, to be closed
     * @throws TrialFileException if it holds something else, is open elsewhere, or cannot be written
     */
    public static TrialFile open(Path path, String what, List<String> header, int keyColumns) {
        RandomAccessFile file;
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            throw unwritable(path, e);
        }
        TrialFile opened = new TrialFile(path, what, header, keyColumns, file);
        boolean done = false;
        try {
            opened.lock();
            opened.read();
            done = true;
            return opened;
        } catch (IOException e) {
            throw unwritable(path, e);
        } finally {
            if (!done) {
                opened.close();
            }
        }
    }

    private static TrialFileException unwritable(Path path, IOException cause) {
        String reason = Objects.requireNonNullElse(cause.getMessage(), "input or output error")
                .replaceFirst("^.*\\(([^()]+)\\)$", "$1");
        return new TrialFileException(
                path, "cannot be written (" + reason + "); name a file in a folder that can be written", cause);
    }

    private void lock() throws IOException {
        try {
            FileLock lock = file.getChannel().tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // held within this process: the same mistake
        }
        throw new TrialFileException(path, 0, "another " + what + " is writing it; wait for it, or name another file");
    }

    private void read() throws IOException {
        byte[] bytes = new byte[Math.toIntExact(file.length())];
        file.readFully(bytes);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        String headerLine = CsvLine.join(header) + "\n";
        String torn = new String(bytes, end, bytes.length - end, StandardCharsets.UTF_8);
        if (end == 0 && !headerLine.startsWith(torn)) {
            throw otherFile();
        }
        if (end == 0) {
            file.setLength(0);
            file.seek(0);
            write(headerLine);
            lineCount = 1;
            return;
        }
        String[] text = new String(bytes, 0, end, StandardCharsets.UTF_8)
                .replace("\r", "")
                .split("\n");
        if (!CsvLine.split(text[0]).equals(header)) {
            throw otherFile();
        }
        for (int n = 1; n < text.length; n++) {
            List<String> cells = CsvLine.split(text[n]);
            if (cells.size() != header.size()) {
                throw new TrialFileException(
                        path, n + 1, cells.size() + " cells instead of " + header.size() + "; remove the line");
            }
            lines.put(cells.subList(0, keyColumns), new Line(n + 1, cells));
        }
        // Only now is it known to be this work's, so that what is torn may be cut off.
        file.setLength(end);
        file.seek(end);
        lineCount = text.length;
    }

    private TrialFileException otherFile() {
        return new TrialFileException(
                path,
                1,
                "holds something else than this " + what + ", whose columns would be " + CsvLine.join(header)
                        + "; name another file");
    }

    private void write(String text) throws IOException {
        file.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns where the file is.
     *
     * @return its path, as it was given
     */
    public Path path() {
        return path;
    }

    /**
     * Returns the line of a trial.
     *
     * @param key the cells that name it
     * @return the line, or empty where the trial is not finished
     */
    public synchronized Optional<Line> find(List<String> key) {
        return Optional.ofNullable(lines.get(key));
    }

    /**
     * Appends the line of a trial.
     *
     * @param cells all of them, in the order of the columns
     * @throws TrialFileException if it cannot be written
     */
    public synchronized void append(List<String> cells) {
        try {
            write(CsvLine.join(cells) + "\n");
        } catch (IOException e) {
            throw unwritable(path, e);
        }
        lineCount++;
        lines.put(List.copyOf(cells.subList(0, keyColumns)), new Line(lineCount, cells));
    }

    /**
     * Rewrites the file with the given trials first, in their order, then the others as they stand; and closes it.
     *
     * @param keys the cells that name each
     * @throws TrialFileException if it cannot be written
     */
    public synchronized void sort(List<List<String>> keys) {
        List<List<String>> sorted = new ArrayList<>();
        Map<List<String>, Line> others = new HashMap<>(lines);
        for (List<String> key : keys) {
            Line line = others.remove(key);
            if (line != null) {
                sorted.add(line.cells());
            }
        }
        Line[] rest = others.values().toArray(Line[]::new);
        Arrays.sort(rest, (a, b) -> Integer.compare(a.number(), b.number()));
        for (Line line : rest) {
            sorted.add(line.cells());
        }
        // Some systems do not replace a file that is open.
        close();
        try {
            WholeFile.write(path, out -> {
                out.write((CsvLine.join(header) + "\n").getBytes(StandardCharsets.UTF_8));
                for (List<String> cells : sorted) {
                    out.write((CsvLine.join(cells) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }
}
