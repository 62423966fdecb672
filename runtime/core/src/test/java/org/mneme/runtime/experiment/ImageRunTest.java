package org.mneme.runtime.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.mneme.runtime.result.ImageSequence;
import org.mneme.runtime.result.RunJson;
import org.mneme.runtime.result.RunResult;

class ImageRunTest {
    private static final RunOptions REFERENCE = RunOptions.on(RunOptions.REFERENCE);

    private static RunResult run(String interaction, RunOptions options) {
        return ExperimentRun.run(
                ExperimentReaderTest.read("{patterns: {images: {count: 40}}, interaction: " + interaction + "}"),
                options,
                Progress.NONE);
    }

    @Test
    void exponentialRecallsEveryImageAndLinearNone() {
        RunResult exponential = run("'exponential'", REFERENCE);
        RunResult linear = run("'linear'", REFERENCE);

        ImageSequence images = exponential.images().orElseThrow();
        assertTrue(exponential.success());
        assertEquals(41, images.errors().length());
        assertEquals(0, images.wrongImages());
        assertEquals("9", images.pairs().get(9).label());
        assertEquals(images.pairs().get(9).asked(), images.pairs().get(9).recalled());
        assertFalse(linear.success());
        assertEquals(40, linear.images().orElseThrow().wrongImages());
    }

    /** The first number is that of the cue, which is not held against the recall. */
    @Test
    void errorsOfTheImagesAddUpToThoseOfTheRecall() {
        RunResult result = run("'linear'", REFERENCE.withCue(3, 0.1));

        ImageSequence images = result.images().orElseThrow();
        assertEquals(78, images.errors().at(0));
        assertEquals(
                result.recall().bitErrors(), images.errors().stream().skip(1).sum());
        assertEquals(3, images.pairs().getFirst().pattern());
    }

    @Test
    void jsonHoldsTheErrorsOfAllImagesAndSomeImages() {
        RunResult result = run("'exponential'", REFERENCE.withSteps(5));

        JsonNode images = RunJson.tree(result).get("images");
        assertEquals(28, images.get("width").asInt());
        assertEquals(6, images.get("bitErrors").size());
        assertEquals(0, images.get("wrongImages").asInt());
        assertEquals(6, images.get("shown").size());
        assertEquals(784, images.at("/shown/0/recalled").asText().length());
        assertEquals(
                images.at("/shown/5/asked").asText(),
                images.at("/shown/5/recalled").asText());
    }

    @Test
    void patternsThatAreNoImagesShowNone() {
        RunResult result = ExperimentRun.run(
                ExperimentReaderTest.read("{patterns: {random: {count: 4, features: 60}}, interaction: 'linear'}"),
                REFERENCE,
                Progress.NONE);

        assertTrue(result.images().isEmpty());
        assertTrue(RunJson.tree(result).path("images").isMissingNode());
    }
}
