package org.mneme.lab.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mneme.InvalidValueException;
import org.mneme.lab.trials.TrialFileException;
import org.mneme.model.Interaction;
import org.mneme.model.Learning;
import org.mneme.model.SelfCoupling;

class CapacityTest {
    private static final int TRIALS = 4;
    private static final List<CapacityQuestion> QUESTIONS = List.of(
            CapacityQuestion.of(Networks.polynomial(2), 20, Measure.TRANSITION),
            CapacityQuestion.of(Networks.polynomial(2), 10, Measure.TRANSITION).with(Procedure.DESCENT),
            new CapacityQuestion(Networks.EXPONENTIAL, 8, 0, Measure.SEQUENCE, Procedure.BISECTION, 2),
            CapacityQuestion.of(Networks.polynomial(2), 16, Measure.SEQUENCE).withBias(0.3));

    @TempDir
    Path folder;

    private Path csv = Path.of("out.csv");

    @BeforeEach
    void name() {
        csv = folder.resolve("out.csv");
    }

    private List<CapacityPoint> run(int threads, CapacityProgress progress) {
        return Capacity.run(QUESTIONS, TRIALS, 1, Optional.of(csv), threads, progress);
    }

    private String complete() throws IOException {
        Path whole = folder.resolve("whole.csv");
        Capacity.run(QUESTIONS, TRIALS, 1, Optional.of(whole), 1, CapacityProgress.NONE);
        return Files.readString(whole);
    }

    @Test
    void everyTrialHasItsLineInTheOrderOfTheQuestions() throws IOException {
        List<CapacityPoint> points = run(1, CapacityProgress.NONE);

        List<String> lines = Files.readAllLines(csv);
        assertEquals(QUESTIONS, points.stream().map(CapacityPoint::question).toList());
        assertEquals(1 + QUESTIONS.size() * TRIALS, lines.size());
        assertEquals(
                "network,features,bias,measure,procedure,sequences,trial,seed,capacity,draws,attempts,digest",
                lines.getFirst());
        Trial first = points.getFirst().trials().getFirst();
        assertTrue(
                lines.get(1)
                        .startsWith("\"polynomial d=2, excluded\",20,0.0,transition,bisection,1,0,1," + first.capacity()
                                + "," + first.draws() + ","
                                + first.attempts().getFirst().patterns() + ":"),
                lines.get(1));
        assertTrue(lines.get(9).startsWith("\"exponential, excluded\",8,0.0,sequence,bisection,2,0,1,"), lines.get(9));
    }

    @Test
    void bytesAndPointsDependOnNeitherThreadsNorTheFile() throws IOException {
        List<CapacityPoint> points = run(4, CapacityProgress.NONE);

        assertEquals(complete(), Files.readString(csv));
        assertEquals(points, run(3, CapacityProgress.NONE), "read from the file");
        assertEquals(points, Capacity.run(QUESTIONS, TRIALS, 1, Optional.empty(), 2, CapacityProgress.NONE));
    }

    @Test
    void anotherQuestionOrSeedChangesNothingButItself() {
        List<CapacityQuestion> reversed = QUESTIONS.reversed();

        List<CapacityPoint> points =
                Capacity.run(reversed.subList(0, 3), TRIALS + 1, 1, Optional.empty(), 1, CapacityProgress.NONE);

        List<CapacityPoint> all = run(1, CapacityProgress.NONE);
        for (CapacityPoint point : points) {
            CapacityPoint same = all.get(QUESTIONS.indexOf(point.question()));
            assertEquals(same.trials(), point.trials().subList(0, TRIALS));
        }
        List<CapacityPoint> other = Capacity.run(QUESTIONS, TRIALS, 2, Optional.empty(), 1, CapacityProgress.NONE);
        assertNotEquals(all.getFirst().trials(), other.getFirst().trials());
    }

    @Test
    void stoppedStudyGoesOnWhereItStood() throws IOException {
        List<CapacityPoint> stopped = run(1, state -> state.trials() < 5);
        int there = Files.readAllLines(csv).size() - 1;
        List<CapacityProgress.State> states = new ArrayList<>();

        List<CapacityPoint> resumed = run(2, state -> {
            states.add(state);
            return true;
        });

        assertTrue(stopped.size() < QUESTIONS.size(), "fewer points tell that it was stopped");
        assertEquals(5, there);
        assertEquals(5, states.getFirst().kept());
        assertEquals(5, states.getFirst().trials());
        assertEquals(16, states.getLast().trials());
        assertEquals(states.getLast().totalWork(), states.getLast().work());
        assertEquals(QUESTIONS.size(), resumed.size());
        assertEquals(complete(), Files.readString(csv));
    }

    @Test
    void lineTornByAKillIsRunAgain() throws IOException {
        String whole = complete();
        for (int cut = 0; cut < whole.length(); cut += 211) {
            Files.writeString(csv, whole.substring(0, cut));

            run(1, CapacityProgress.NONE);

            assertEquals(whole, Files.readString(csv), "cut after " + cut + " bytes");
        }
    }

    @Test
    void interruptEndsTheStudyWithinATrial() throws IOException {
        AtomicBoolean asked = new AtomicBoolean();
        List<CapacityQuestion> long1 = List.of(CapacityQuestion.of(Networks.polynomial(3), 40, Measure.TRANSITION));

        List<CapacityPoint> none = Capacity.run(long1, 1000, 1, Optional.of(csv), 2, state -> {
            asked.set(true);
            Thread.currentThread().interrupt();
            return state.trials() == 0;
        });
        Thread.currentThread().interrupt();
        List<CapacityPoint> interrupted = run(1, CapacityProgress.NONE);
        boolean still = Thread.interrupted();

        assertTrue(asked.get());
        assertEquals(List.of(), none);
        assertTrue(still);
        assertTrue(interrupted.size() < QUESTIONS.size());
    }

    @Test
    void linesOfOtherStudiesAreKept() throws IOException {
        Capacity.run(QUESTIONS.subList(3, 4), 2, 9, Optional.of(csv), 1, CapacityProgress.NONE);
        List<String> before = Files.readAllLines(csv);

        run(1, CapacityProgress.NONE);

        List<String> lines = Files.readAllLines(csv);
        assertEquals(17 + 2, lines.size());
        assertEquals(before.subList(1, 3), lines.subList(17, 19));
    }

    @Test
    void lineThatWasChangedIsNotBelieved() throws IOException {
        String whole = complete();
        Files.writeString(csv, whole.replaceFirst("(?m)^(.*,2,1,)(\\d+,)", "$17$2"));

        TrialFileException error = assertThrows(TrialFileException.class, () -> run(1, CapacityProgress.NONE));

        assertEquals(4, error.line());
        assertTrue(
                String.valueOf(error.getMessage())
                        .endsWith(
                                ": this trial was changed, or run by another version; remove the line to run it again, or name another file"),
                error.getMessage());
    }

    @Test
    void otherFileIsLeftAlone() throws IOException {
        Files.writeString(csv, "a,b\n1,2\n");

        TrialFileException error = assertThrows(TrialFileException.class, () -> run(1, CapacityProgress.NONE));

        assertTrue(
                String.valueOf(error.getMessage())
                        .startsWith(csv + ":1: holds something else than this capacity study"),
                error.getMessage());
        assertEquals("a,b\n1,2\n", Files.readString(csv));
    }

    @Test
    void networkThatCannotBeLeavesNoFile() {
        Network wrong = new Network.Dense(new Interaction.Linear(), SelfCoupling.EXCLUDED, Learning.PSEUDOINVERSE);
        List<CapacityQuestion> questions = List.of(CapacityQuestion.of(wrong, 10, Measure.TRANSITION));

        assertThrows(
                InvalidValueException.class,
                () -> Capacity.run(questions, 1, 1, Optional.of(csv), 1, CapacityProgress.NONE));

        assertFalse(Files.exists(csv));
    }

    @Test
    void questionAskedTwiceIsMeasuredOnce() throws IOException {
        List<CapacityQuestion> twice = List.of(QUESTIONS.get(1), QUESTIONS.get(1));

        List<CapacityPoint> points = Capacity.run(twice, 2, 1, Optional.of(csv), 1, CapacityProgress.NONE);

        assertEquals(2, points.size());
        assertEquals(points.getFirst(), points.getLast());
        assertEquals(3, Files.readAllLines(csv).size());
    }

    @Test
    void questionsOutOfRangeAreRefused() {
        Network network = Networks.polynomial(2);
        assertThrows(InvalidValueException.class, () -> CapacityQuestion.of(network, 1, Measure.TRANSITION));
        assertThrows(
                InvalidValueException.class,
                () -> CapacityQuestion.of(network, 10, Measure.TRANSITION).withBias(1));
        assertThrows(
                InvalidValueException.class,
                () -> new CapacityQuestion(network, 10, 0, Measure.TRANSITION, Procedure.DESCENT, 2));
        assertThrows(
                InvalidValueException.class,
                () -> Capacity.run(QUESTIONS, 0, 1, Optional.empty(), 1, CapacityProgress.NONE));
        assertThrows(
                InvalidValueException.class,
                () -> Capacity.run(QUESTIONS, 1, 1, Optional.empty(), 0, CapacityProgress.NONE));
    }

    @Test
    void theoryIsOfHebbianNetworksOnly() {
        assertTrue(Networks.PSEUDOINVERSE.theory(30, Measure.TRANSITION).isEmpty());
        assertEquals(
                30.0 * 30 / (2 * 3 * Math.log(30)),
                Networks.polynomial(2).theory(30, Measure.TRANSITION).orElseThrow(),
                1e-9);
    }
}
