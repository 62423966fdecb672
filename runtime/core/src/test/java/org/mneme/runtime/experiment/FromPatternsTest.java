package org.mneme.runtime.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.model.PatternSet;
import org.mneme.model.Successors;
import org.mneme.model.Timing;
import org.mneme.runtime.config.SettingException;
import org.mneme.runtime.patterns.EncodedPatterns;
import org.mneme.runtime.patterns.Motif;
import org.mneme.runtime.patterns.Sequencing;
import org.mneme.runtime.result.RunJson;
import org.mneme.runtime.result.RunResult;
import org.mneme.runtime.scene.Moment;
import org.mneme.runtime.scene.SceneRun;

class FromPatternsTest {
    private static final String DRUM = "patterns: {drum: 1}, interaction: {polynomial: {degree: 15}}";

    private static Experiment read(String settings) {
        return ExperimentReader.read(Trees.parse("{" + settings + "}"), Path.of("."));
    }

    private static RunResult recalled(Experiment experiment) {
        return ExperimentRun.run(experiment, RunOptions.on(RunOptions.REFERENCE), Progress.NONE);
    }

    private static Ints dwell(Experiment experiment) {
        return ((Timing.Trace.Boxcar) ((Timing.Mixed) experiment.memory().timing()).trace()).steps();
    }

    @Test
    void patternsAreHeldAsLongAsTheySayWhereAskedTo() {
        assertEquals(Ints.of(2, 1, 3, 1), dwell(read(DRUM + ", timing: 'from-patterns'")));
        Experiment slower = read(DRUM + ", timing: {dwell: 'from-patterns', lambda: 3.5}");
        assertEquals(Ints.of(2, 1, 3, 1), dwell(slower));
        assertEquals(3.5, ((Timing.Mixed) slower.memory().timing()).lambda());
        assertEquals(new Timing.OneStep(), read(DRUM).memory().timing());
    }

    @Test
    void patternsFollowEachOtherAsTheySayUnlessTheMemorySaysOtherwise() {
        Experiment own = read(DRUM);

        assertEquals(Successors.chain(4), own.memory().successors());
        assertEquals(List.of(Ints.of(0, 1), Ints.of(2, 3)), own.motifs());
        assertEquals("from-patterns", own.settings().get("sequence"));
        assertEquals(
                List.of("verse", "chorus"),
                own.named().stream().map(Motif::name).toList());
        Experiment listed = read(DRUM + ", sequence: [[0, 1], [2, 3]]");
        assertEquals(listed.motifs(), own.motifs());
        Experiment cycle = read(DRUM + ", sequence: 'cycle'");
        assertEquals(Successors.cycle(4), cycle.memory().successors());
        assertTrue(cycle.named().isEmpty(), "motifs that are not the memory's are not named");
    }

    @Test
    void whatPatternsDoNotSayCannotBeAskedOfThem() {
        String random = "patterns: {random: {count: 3, features: 20}}, interaction: 'linear'";

        assertEquals(
                "e.yaml:1:79: timing: these patterns have no dwell times of their own; give dwell: a list, or steps-per-pattern",
                assertThrows(SettingException.class, () -> read(random + ", timing: 'from-patterns'"))
                        .getMessage());
        assertEquals(
                "e.yaml:1:81: sequence: these patterns have no sequence of their own; write cycle, chain, or a list of sequences",
                assertThrows(SettingException.class, () -> read(random + ", sequence: 'from-patterns'"))
                        .getMessage());
    }

    @Test
    void dwellAndSuccessorsMustBeAsManyAsThePatterns() {
        EncodedPatterns three = EncodedPatterns.of(PatternSet.random(3, 20, 1, 0));

        assertThrows(InvalidValueException.class, () -> three.held(Ints.of(1, 2)));
        assertThrows(InvalidValueException.class, () -> three.held(Ints.of(1, 0, 2)));
        assertThrows(InvalidValueException.class, () -> three.with(new Sequencing(Successors.chain(4), List.of())));
    }

    @Test
    void performanceIsJudgedByItsScene() {
        RunResult result = recalled(read(DRUM + ", timing: 'from-patterns'"));
        SceneRun run = result.scene().orElseThrow();

        assertEquals(
                List.of(0L, 2L, 3L, 6L),
                run.performance().moments().stream().map(Moment::tick).toList());
        assertTrue(run.score().right());
        assertEquals(Ints.range(7), run.performance().stepTicks());
        JsonNode json = RunJson.tree(result).get("scene");
        assertEquals("notes", json.get("kind").asText());
        assertEquals(4, json.get("table").get("rows").size());
        assertFalse(RunJson.tree(recalled(
                        read("patterns: {random: {count: 3, features: 60}}, interaction: {polynomial: {degree: 9}}")))
                .has("scene"));
    }

    @Test
    void performanceThatKeepsNoTimeIsJudgedWrong() {
        RunResult wrong = recalled(
                read(
                        "patterns: {drum: 1}, interaction: {symmetric: 'linear', asymmetric: 'linear'}, timing: 'from-patterns'"));

        assertFalse(wrong.success() && wrong.scene().orElseThrow().score().right());
    }
}
