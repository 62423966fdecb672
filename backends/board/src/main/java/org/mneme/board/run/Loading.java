package org.mneme.board.run;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mneme.board.driver.BoardException;
import org.mneme.board.driver.BoardHandle;
import org.mneme.board.program.ProgramSection;
import org.mneme.board.program.ProgramSink;
import org.mneme.board.program.SectionKind;

/** One attempt to load a program: begin with the header, then each section, then commit. */
final class Loading implements ProgramSink {
    private static final Pattern SECTION = Pattern.compile("\\bsection (\\d+)\\b(?! \\()");

    private final BoardHandle board;
    private final Attempts attempts;
    private final Map<String, String> names = new HashMap<>();
    private int sent;

    Loading(BoardHandle board, Attempts attempts) {
        this.board = board;
        this.attempts = attempts;
    }

    @Override
    public void section(ProgramSection section) {
        long deadline = Math.max(1, attempts.next());
        names.put(Integer.toString(section.index()), name(section));
        try {
            if (section.index() == 0) {
                board.loadBegin(section.payload(), deadline);
            } else {
                board.loadSection(section.index(), section.code(), section.payload(), section.crc(), deadline);
                sent++;
            }
        } catch (BoardException e) {
            throw e.in("load of section " + section.index() + " (" + name(section) + ")");
        }
    }

    /** Makes what was sent the program. */
    void commit() {
        try {
            board.loadCommit(sent, Math.max(1, attempts.next()));
        } catch (BoardException e) {
            BoardException.Failure failure = e.failure();
            List<String> texts =
                    failure.texts().stream().map(text -> located(text, names)).toList();
            BoardException located = BoardException.of(
                    new BoardException.Failure(failure.uri(), failure.operation(), failure.result(), texts));
            for (Throwable further : e.getSuppressed()) {
                located.addSuppressed(further);
            }
            throw located;
        }
    }

    /** Says of the sections that a text names by their number what they hold, unless it does. */
    static String located(String text, Map<String, String> names) {
        return SECTION.matcher(text).replaceAll(found -> {
            String name = names.getOrDefault(found.group(1), "");
            boolean told = name.isEmpty() || text.contains(name);
            return Matcher.quoteReplacement(told ? found.group() : found.group() + " (" + name + ")");
        });
    }

    /** What a section holds, such as "core 2 of chip 0". */
    static String name(ProgramSection section) {
        SectionKind kind = section.kind().orElse(SectionKind.TRAILER);
        try {
            return switch (kind) {
                case HEADER -> "the header";
                case CORE -> String.format(Locale.ROOT, "core %d of chip %d", field(section, 2), field(section, 1));
                case TABLE -> "the table of chip " + field(section, 1);
                case TRAILER -> "of kind " + section.code();
            };
        } catch (IOException e) {
            return kind.title();
        }
    }

    /** One of the first two fields, which are numbers; 0 where it is not there. */
    private static int field(ProgramSection section, int wanted) throws IOException {
        CodedInputStream in = section.payload().newCodedInput();
        while (true) {
            int tag = in.readTag();
            int number = WireFormat.getTagFieldNumber(tag);
            if (tag == 0 || number > wanted || WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_VARINT) {
                return 0;
            }
            int value = in.readUInt32();
            if (number == wanted) {
                return value;
            }
        }
    }
}
