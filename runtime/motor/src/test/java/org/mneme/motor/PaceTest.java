package org.mneme.motor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.bits.Ints;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.config.SettingException;
import org.mneme.runtime.patterns.EncodedPatterns;

class PaceTest {
    private static EncodedPatterns load(Setting setting) {
        return new MotorPatterns().load(setting, Given.examples());
    }

    private static EncodedPatterns paced(String... pace) {
        return load(Given.with(Given.settings("svg", "hello.svg"), "pace", pace));
    }

    @Test
    void patternsDoNotDependOnThePaceUnlessItSpreadsThePoints() {
        EncodedPatterns plain = load(Given.settings("svg", "hello.svg"));
        assertEquals(plain.patterns(), paced("law", "two-thirds").patterns());
        assertEquals(plain.patterns(), paced("law", "uniform").patterns());
        assertNotEquals(plain.patterns(), paced("points-by-time", "0.5").patterns());
    }

    @Test
    void withoutAPaceTheLawIsTwoThirdsAndNothingIsSaid() {
        EncodedPatterns plain = load(Given.settings("svg", "hello.svg"));
        EncodedPatterns word = load(Given.settings("svg", "hello.svg", "pace", "two-thirds"));
        assertEquals(word.dwell(), plain.dwell());
        assertTrue(word.notes().stream().anyMatch(note -> note.startsWith("pace: two-thirds power law, v ∝ ")));
        assertTrue(plain.notes().stream().noneMatch(note -> note.startsWith("pace")));
        assertNotEquals(
                word.dwell(),
                load(Given.settings("svg", "hello.svg", "pace", "uniform")).dwell());
    }

    @Test
    void stepsPerPointIsTheMean() {
        Ints dwell = paced("steps-per-point", "12.5").dwell().orElseThrow();
        assertEquals(57, dwell.length());
        assertEquals(12.5 * 56, dwell.stream().limit(56).sum());
        assertTrue(dwell.max() > 1.5 * dwell.min());
    }

    @ParameterizedTest
    @CsvSource({
        "law,fast",
        "steps-per-point,0",
        "steps-per-point,1.5",
        "steps-per-point,1001",
        "steps-per-point,NaN",
        "mean-speed-mm-s,0",
        "mean-speed-mm-s,-3",
        "mean-speed-mm-s,1e9",
        "pen-up-speed,0",
        "pen-up-speed,0.09",
        "pen-up-speed,1000",
        "straight-radius-mm,0",
        "straight-radius-mm,Infinity",
        "points-by-time,1.1",
        "points-by-time,-0.1",
        "speed,3"
    })
    void absurdPacesAreRefused(String key, String value) {
        SettingException e = assertThrows(SettingException.class, () -> paced(key, value));
        assertTrue(e.getMessage().startsWith("test.yaml:3:10: patterns.motor.pace." + key), e.getMessage());
    }

    @Test
    void oneStepAPointIsEnoughForUniformSpeedOnly() {
        assertEquals(
                1,
                paced("law", "uniform", "steps-per-point", "1")
                        .dwell()
                        .orElseThrow()
                        .max());
        SettingException e =
                assertThrows(SettingException.class, () -> paced("law", "two-thirds", "steps-per-point", "1"));
        assertTrue(e.getMessage().endsWith("give at least 2, or law: uniform"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-thirds", ""})
    void unknownLawsAreRefused(String word) {
        assertThrows(SettingException.class, () -> load(Given.settings("svg", "hello.svg", "pace", word)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "60001", "NaN", "slow"})
    void absurdPlantsAreRefused(String millis) {
        SettingException e = assertThrows(
                SettingException.class, () -> load(Given.settings("svg", "hello.svg", "plant-ms", millis)));
        assertTrue(e.getMessage().contains("patterns.motor.plant-ms"), e.getMessage());
    }
}
