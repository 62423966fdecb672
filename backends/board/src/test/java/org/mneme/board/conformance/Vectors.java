package org.mneme.board.conformance;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mneme.board.program.ProgramSection;
import org.mneme.board.run.BoardSession;
import org.mneme.board.run.ProgramSource;
import org.mneme.targets.Target;

/** The golden vectors, read and compiled once, for tests that run them on many boards. */
public final class Vectors {
    private static final Map<String, List<Trial>> TRIALS = new ConcurrentHashMap<>();

    private Vectors() {}

    /** The first vector that fails on a board, and how; empty where none does. */
    public static List<String> failures(BoardSession session) {
        Target target = session.target();
        for (Trial trial : TRIALS.computeIfAbsent(target.digest(), _ -> trials(target))) {
            List<String> differences = BoardConformance.differences(session, trial);
            if (!differences.isEmpty()) {
                return List.of(trial.vector().name() + " " + differences);
            }
        }
        return List.of();
    }

    /** Names of the vectors that a board's target accepts. */
    public static List<String> applying(BoardSession session) {
        Target target = session.target();
        return TRIALS.computeIfAbsent(target.digest(), _ -> trials(target)).stream()
                .map(trial -> trial.vector().name())
                .toList();
    }

    /** The program of a vector for a board. */
    public static ProgramSource program(String name, BoardSession session) {
        try {
            return Trial.of(name, session.target()).program();
        } catch (Trial.NotApplicable e) {
            throw new AssertionError(e);
        }
    }

    /** The same with a bit of every section after the header turned, as it may happen on the way to a board. */
    public static ProgramSource damaged(String name, BoardSession session) {
        ProgramSource whole = program(name, session);
        return sink -> whole.stream(section -> {
            byte[] bytes = section.payload().toByteArray();
            if (section.index() > 0) {
                bytes[bytes.length - 1] ^= 4;
            }
            sink.section(
                    new ProgramSection(section.index(), section.code(), ByteString.copyFrom(bytes), section.crc()));
        });
    }

    private static List<Trial> trials(Target target) {
        List<Trial> trials = new ArrayList<>();
        for (String name : GoldenVectors.names()) {
            try {
                trials.add(Trial.of(name, target));
            } catch (Trial.NotApplicable _) {
                // left out: the target does not accept it
            }
        }
        return trials;
    }
}
