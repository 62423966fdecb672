package org.mneme.motor.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mneme.InputException;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.config.SettingException;

class MotionMistakesTest {
    @TempDir
    Path folder;

    private <T extends InputException> T refused(Class<T> type, List<String> motions, String... settings) {
        T e = assertThrows(type, () -> new GaitPatterns().load(Walkers.settings(motions, settings), folder));
        assertEquals(1, e.getMessage().lines().count(), e::getMessage);
        return e;
    }

    private <T extends InputException> T refused(Class<T> type, String csv, String... settings) {
        Walkers.file(folder, "a.csv", csv);
        return refused(type, List.of("a=a.csv"), settings);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "x", "''", "1e999"})
    void cellThatIsNoNumberIsToldWithItsPlace(String cell) {
        String csv = Walkers.csv(20, 0).replaceFirst("(?m)^0.04,[^,]*,", "0.04," + cell + ",");
        InputException e = refused(InputException.class, csv);
        assertTrue(e.getMessage().contains("a.csv"), e::getMessage);
        assertTrue(e.getMessage().contains("4"), e::getMessage);
    }

    @Test
    void columnsThatAreMissingAreTold() {
        assertTrue(refused(MotionColumnsException.class, Walkers.csv(20, 0).replace("time_s", "seconds"))
                .getMessage()
                .endsWith("a.csv: a column time_s is missing; its columns are seconds, hip, knee"));
        assertEquals(
                "time_s",
                refused(MotionColumnsException.class, "0,1,2\n1,1,2\n").missing());
        assertTrue(refused(MotionColumnsException.class, "time_s,height_mm\n0,1\n1,1\n")
                .getMessage()
                .contains("a column of a joint is missing"));
    }

    @Test
    void motionOfOneRowIsTold() {
        assertTrue(refused(ShortMotionException.class, "time_s,hip,knee\n0,1,2\n")
                .getMessage()
                .contains("1 frame is no movement; a motion needs at least 2"));
    }

    @Test
    void timeThatStandsStillIsTold() {
        assertTrue(refused(FrameTimeException.class, "time_s,hip\n0,1\n0.1,2\n0.1,1\n")
                .getMessage()
                .endsWith("frame 3 is at 0.1 s, not after the one before it at 0.1 s; sort the frames by time"));
    }

    @Test
    void anglesBeyondAnySenseAreTold() {
        SenselessValueException e = refused(SenselessValueException.class, "time_s,hip\n0,1\n0.1,4000\n0.2,1\n");
        assertEquals(4000, e.value());
        assertTrue(
                e.getMessage().contains("hip is 4000.0 ° at 0.1 s, beyond ±360; give angles in degrees"),
                e::getMessage);
        refused(SenselessValueException.class, "time_s,hip,height_mm\n0,1,1e9\n0.1,5,1\n0.2,1,1\n");
    }

    @Test
    void cycleThatDoesNotCloseIsToldWithTheGap() {
        OpenCycleException e = refused(OpenCycleException.class, Walkers.csv(20, 8));
        assertEquals("hip", e.joint());
        assertEquals(8, e.gap(), 1e-9);
        assertTrue(e.getMessage().contains("hip is 8.0° off its first frame at the last, above max-gap-deg 3.0"));
        assertTrue(e.getMessage().contains("blend: true"));
    }

    @Test
    void motionsOfOtherJointsAreTold() throws Exception {
        Walkers.file(folder, "a.csv", Walkers.csv(20, 0));
        Walkers.file(folder, "b.csv", Walkers.csv(20, 0).replace("knee", "ankle"));
        UnequalJointsException e = refused(UnequalJointsException.class, List.of("a=a.csv", "b=b.csv"));
        assertTrue(
                e.getMessage().startsWith("motions a and b move different joints: knee is in a only"), e::getMessage);
        Files.copy(Walkers.examples().resolve("biped.bvh"), folder.resolve("c.bvh"));
        refused(UnequalJointsException.class, List.of("a=a.csv", "c=c.bvh"));
    }

    @Test
    void paceThatCannotBeKeptIsTold() {
        String csv = Walkers.csv(20, 0);
        assertTrue(refused(PaceException.class, csv, "poses", "400")
                .getMessage()
                .contains("a pose lasts 2.50 ms, which is 0.833 recall steps of 3.0 ms"));
        assertTrue(refused(PaceException.class, csv, "step-ms", "0.001")
                .getMessage()
                .contains("a larger step-ms"));
    }

    @Test
    void tooFewFeaturesAreTold() {
        FewFeaturesException few = refused(FewFeaturesException.class, Walkers.csv(20, 0), "features", "32");
        assertEquals(44, few.needed());
        assertTrue(refused(CoarsePostureException.class, Walkers.csv(80, 0), "features", "56", "tolerance-deg", "2")
                .getMessage()
                .contains("above tolerance-deg 2.0; use about"));
        assertTrue(refused(
                        AlikePosesException.class,
                        Walkers.csv(20, 0),
                        "context",
                        "0",
                        "max-overlap",
                        "0.6",
                        "poses",
                        "60")
                .getMessage()
                .contains("raise context above 0.0"));
    }

    @ParameterizedTest
    @CsvSource({
        "poses,1,1 is not in 2…2000",
        "features,31,31 is not in 32",
        "context,0.95,is not in 0…0.9",
        "plant-ms,0,0 is not above 0",
        "plant-ms,70000,is above 60000",
        "plant-order,5,5 is not in 1…4",
        "step-ms,-1,is not above 0",
        "cycle,maybe,is not true or false",
        "blend,1,is not true or false",
        "pose,24,did you mean 'poses'?"
    })
    void settingsOutOfRangeAreTold(String key, String value, String words) {
        Walkers.file(folder, "a.csv", Walkers.csv(20, 0));
        assertTrue(refused(SettingException.class, List.of("a=a.csv"), key, value)
                .getMessage()
                .contains(words));
    }

    @ParameterizedTest
    @CsvSource({
        "a=a.txt,is neither a .csv nor a .bvh file",
        "all=a.csv,cannot name a motif",
        "3=a.csv,gates would take it for hidden units",
        "a=,a file name is needed here"
    })
    void motionsAreNamedAndKnownByTheirEnding(String motion, String words) {
        assertTrue(refused(SettingException.class, List.of(motion)).getMessage().contains(words));
        refused(SettingException.class, List.of());
    }

    private InputException skeleton(Map<String, String> segment) {
        Walkers.file(folder, "a.csv", Walkers.csv(20, 0));
        Setting.Group settings = Walkers.settings(List.of("a=a.csv"));
        Map<String, Setting> entries = new LinkedHashMap<>(settings.entries());
        Map<String, Setting> keys = new LinkedHashMap<>();
        segment.forEach((key, text) -> keys.put(key, Walkers.value("skeleton", text)));
        entries.put(
                "skeleton",
                new Setting.Items(
                        settings.place(),
                        "patterns.gait.skeleton",
                        List.of(new Setting.Group(settings.place(), "patterns.gait.skeleton[0]", keys))));
        Setting.Group all = new Setting.Group(settings.place(), settings.path(), entries);
        return assertThrows(SettingException.class, () -> new GaitPatterns().load(all, folder));
    }

    @Test
    void skeletonMustFitTheMotions() {
        Map<String, String> thigh = Map.of("segment", "thigh", "length-mm", "200");
        assertTrue(skeleton(with(thigh, "joint", "hips")).getMessage().endsWith("did you mean 'hip'?"));
        assertTrue(
                skeleton(with(thigh, "on", "trunk")).getMessage().contains("'trunk' is not a segment listed before"));
        assertTrue(skeleton(with(thigh, "length-mm", "-1")).getMessage().contains("-1 is not a length in mm"));
        assertTrue(skeleton(with(thigh, "rest-deg", "1000")).getMessage().contains("is not an angle"));
        assertTrue(skeleton(with(thigh, "side", "left")).getMessage().contains("near"));
        assertTrue(skeleton(with(thigh, "sign", "2")).getMessage().contains("'2' is unknown"));
        assertTrue(skeleton(Map.of("segment", "thigh")).getMessage().contains("'length-mm' is missing"));
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
