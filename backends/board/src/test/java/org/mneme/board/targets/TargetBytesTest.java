package org.mneme.board.targets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.InputException;
import org.mneme.runtime.board.Targets;
import org.mneme.targets.Target;

class TargetBytesTest {
    static Stream<String> specifications() {
        return Stream.concat(
                new ShippedTargets().names().stream(), Stream.of("emulator?chips=9", "loihi1?chips=2&tick=1e-3"));
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void aTargetComesBackWhole(String specification) {
        Target target = Targets.named(specification);

        assertEquals(target, TargetBytes.read(TargetBytes.of(target), "a board"));
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void theDigestIsThatOfTheBytes(String specification) throws NoSuchAlgorithmException {
        Target target = Targets.named(specification);
        byte[] bytes = TargetBytes.of(target);

        assertArrayEquals(bytes, TargetBytes.of(Targets.named(specification)));
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), target.digest());
    }

    /** Comments, blanks and the order of parts are not part of a target. */
    @Test
    void theWayItIsWrittenDoesNotChangeTheDigest() {
        String text = ShippedTargets.text("tinyodin");
        int end = text.indexOf("\nsynapse_rows");
        String turned =
                text.substring(end) + "\n# a remark\n" + text.substring(0, end).replace("\nfigure {", "\n\nfigure  {");

        Target target = TargetText.target(turned, "turned");

        assertEquals(Targets.named("tinyodin").digest(), target.digest());
        assertNotEquals(
                target.digest(),
                TargetText.target(text.replace("value: 2046", "value: 2045"), "changed")
                        .digest());
    }

    @Test
    void damagedBytesAreRefusedInASentence() {
        byte[] bytes = TargetBytes.of(Targets.named("loihi1"));
        SplittableRandom random = new SplittableRandom(3);
        int refused = 0;
        for (int trial = 0; trial < 400; trial++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                TargetBytes.read(damaged, "a board");
            } catch (InputException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed 3, trial " + trial, e);
            }
        }
        assertTrue(refused > 40, "refused " + refused);
        TargetFileException e =
                assertThrows(TargetFileException.class, () -> TargetBytes.read(new byte[] {1, 2, 3}, "a board"));
        assertEquals("a board: this is no description of a target", e.getMessage());
        assertFalse(TargetBytes.isDescription(new byte[] {1, 2, 3}));
        assertTrue(TargetBytes.isDescription(new byte[0]));
    }
}
