package org.mneme.board.conformance;

import java.util.List;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.ir.Escape;
import org.mneme.ir.Graded;
import org.mneme.ir.Phi;
import org.mneme.ir.Weights;

/** Golden vectors of graded neurons, and of neurons that fire at random. */
final class GradedVectors {
    private GradedVectors() {}

    static List<Circuit.Question> all() {
        return List.of(
                signTies(),
                signBeforeFirst(),
                signSendsZero(),
                retain(),
                identity(),
                identitySaturates(24),
                identitySaturates(32),
                table(),
                tables(),
                tableSendsZero(),
                payloads(),
                escape("escape-draws", 0),
                escape("escape-draws-wide-seed", 0x9E3779B97F4A7C15L),
                escapeClamps(),
                escapeRefractory());
    }

    private static Graded sign() {
        return new Graded(new Phi.Sign(), false, false);
    }

    private static Graded identity(boolean retain) {
        return new Graded(new Phi.Identity(), retain, false);
    }

    private static Circuit.Question signTies() {
        return Circuit.of("graded-sign-ties", "A neuron whose sum is 0 repeats the last sign it sent.")
                .source("in", 3, 9)
                .neurons("out", 2, sign())
                .join("in", "out", new Weights.Uniform(1), 1)
                .spike("in", 0, 0, 4)
                .spike("in", 1, 0, 2)
                .spike("in", 1, 1, -2)
                .spike("in", 3, 0, -5)
                .spike("in", 3, 2, 1)
                .spike("in", 4, 0, 3)
                .spike("in", 4, 2, -3)
                .spike("in", 6, 1, 1)
                .run(9);
    }

    private static Circuit.Question signBeforeFirst() {
        return Circuit.of(
                        "graded-sign-before-first",
                        "Before its first sign a neuron that is reached with sum 0 sends nothing.")
                .source("in", 2, 9)
                .neurons("out", 2, sign())
                .join("in", "out", new Weights.Uniform(3), 1)
                .spike("in", 0, 0, 1)
                .spike("in", 0, 1, -1)
                .spike("in", 2, 1, -9)
                .spike("in", 3, 0, 8)
                .spike("in", 3, 1, -8)
                .run(6);
    }

    private static Circuit.Question signSendsZero() {
        return Circuit.of(
                        "graded-send-zero",
                        "With sendZero a neuron that is reached always spikes, with payload 0 too; one not reached does not.")
                .source("in", 2, 9)
                .neurons("sign", 2, new Graded(new Phi.Sign(), false, true))
                .neurons("identity", 2, new Graded(new Phi.Identity(), false, true))
                .neurons("hears", 2, new Graded(new Phi.Identity(), true, true))
                .join("in", "sign", new Weights.Uniform(3), 1)
                .join("in", "identity", new Weights.Uniform(3), 1)
                .join("identity", "hears", new Weights.Uniform(1), 1)
                .spike("in", 0, 0, 1)
                .spike("in", 0, 1, -1)
                .spike("in", 2, 1, -9)
                .spike("in", 5, 0, 8)
                .spike("in", 5, 1, -8)
                .run(9);
    }

    private static Circuit.Question retain() {
        return Circuit.of(
                        "graded-retain",
                        "x is kept between ticks only with retain; a neuron that is not reached stays as it is.")
                .source("in", 2, 100)
                .neurons("keeps", 2, identity(true))
                .neurons("forgets", 2, identity(false))
                .neurons("signs", 2, new Graded(new Phi.Sign(), true, false))
                .oneToOne("in", "keeps", 2, -3)
                .oneToOne("in", "forgets", 2, -3)
                .oneToOne("in", "signs", 2, -3)
                .spike("in", 0, 0, 10)
                .spike("in", 0, 1, 10)
                .spike("in", 1, 0, -10)
                .spike("in", 3, 0, -7)
                .spike("in", 3, 1, 1)
                .spike("in", 7, 0, 7)
                .run(10);
    }

    private static Circuit.Question identity() {
        return Circuit.of("graded-identity", "The payload is the sum, sign included; a sum of 0 is not sent.")
                .source("in", 2, 1000)
                .neurons("a", 2, identity(false))
                .neurons("b", 1, identity(false))
                .oneToOne("in", "a", 5, -7)
                .join("a", "b", new Weights.Uniform(-3), 1)
                .spike("in", 0, 0, 1000)
                .spike("in", 1, 0, 7)
                .spike("in", 1, 1, 5)
                .spike("in", 3, 1, -999)
                .run(7);
    }

    private static Circuit.Question identitySaturates(int bits) {
        double half = Math.scalb(1.0, bits - 2);
        return Circuit.of(
                        "graded-identity-saturation-" + bits,
                        "x stops at both ends of its state, and so does the payload.",
                        bits)
                .source("in", 2, 4)
                .neurons("out", 2, identity(true))
                .neurons("next", 2, identity(false))
                .oneToOne("in", "out", half, -half)
                .oneToOne("out", "next", 1, 3)
                .spikes("in", 0, 0, 1)
                .spikes("in", 1, 0, 1)
                .spikes("in", 2, 0, 1)
                .spike("in", 4, 0, -4)
                .spike("in", 4, 1, -4)
                .run(8);
    }

    private static Circuit.Question table() {
        Phi table = Phi.Table.of(IntTable.of(-2, -100, -10, 0, 10, 100, 127));
        return Circuit.of("graded-table-clamp", "A table is clamped to its ends, and an entry of 0 is not sent.")
                .source("in", 1, 1000)
                .neurons("out", 1, new Graded(table, false, false))
                .oneToOne("in", "out", 1)
                .spike("in", 0, 0, -1000)
                .spike("in", 1, 0, -3)
                .spike("in", 2, 0, -2)
                .spike("in", 3, 0, -1)
                .spike("in", 4, 0, 1)
                .spike("in", 5, 0, 3)
                .spike("in", 6, 0, 4)
                .spike("in", 7, 0, 1000)
                .run(10);
    }

    private static Circuit.Question tables() {
        Phi tables = new Phi.Table(
                List.of(IntTable.of(0, 0, 1, 4, 9), IntTable.of(-3, 7, 5, 3, 1), IntTable.of(2, -8, 0, 8)),
                Ints.of(0, 1, 2, 1));
        return Circuit.of("graded-tables-per-neuron", "Neurons of one population may use different tables.")
                .source("in", 1, 100)
                .neurons("out", 4, new Graded(tables, false, false))
                .neurons("keeps", 4, new Graded(tables, true, false))
                .join("in", "out", new Weights.Uniform(1), 1)
                .join("in", "keeps", new Weights.Uniform(1), 1)
                .spike("in", 0, 0, 2)
                .spike("in", 1, 0, 3)
                .spike("in", 2, 0, -9)
                .spike("in", 3, 0, 5)
                .spike("in", 4, 0, -2)
                .run(7);
    }

    private static Circuit.Question tableSendsZero() {
        Phi table = Phi.Table.of(IntTable.of(-1, 6, 0, 5));
        return Circuit.of("graded-table-send-zero", "With sendZero an entry of 0 is sent, and reaches whom it meets.")
                .source("in", 1, 9)
                .neurons("out", 1, new Graded(table, false, true))
                .neurons("hears", 2, new Graded(new Phi.Sign(), false, false))
                .oneToOne("in", "out", 1)
                .join("in", "hears", new Weights.Uniform(1), 1)
                .join("out", "hears", new Weights.Uniform(-1), 1)
                .spike("in", 0, 0, 5)
                .spike("in", 2, 0, -1)
                .spike("in", 5, 0, 1)
                .run(9);
    }

    private static Circuit.Question payloads() {
        return Circuit.of(
                        "graded-payload-times-weight",
                        "A spike adds weight times payload; payloads may be large and of both signs.",
                        32)
                .source("in", 4, 2_000_000_000)
                .neurons("out", 3, Draft.integrator(2_147_483_647))
                .neurons("graded", 3, identity(false))
                .join("in", "out", WeightVectors.dense16(4, 3), 1)
                .join("in", "graded", WeightVectors.dense16(4, 3), 2)
                .spike("in", 0, 0, 2)
                .spike("in", 0, 1, -3)
                .spike("in", 1, 2, 65_536)
                .spike("in", 2, 3, -65_537)
                .spike("in", 4, 0, 1_999_999_999)
                .spike("in", 4, 1, -2_000_000_000)
                .run(8);
    }

    private static IntTable odds() {
        return IntTable.tabulate(-8, 8, x -> (int) (long) ((x + 9) / 18.0 * 0x1p32));
    }

    /** Two populations before it, so that a global id is not an index. */
    private static Circuit.Question escape(String name, long seed) {
        Draft draft = Draft.integrator(6).floor(-4).subtracts();
        return Circuit.of(
                        name,
                        "A neuron fires where the low 32 bits of the first word of a Philox-4x64-10 block of key (seed, 0) and "
                                + "counter (tick, global id, 0, 0) are below its table's entry at v minus threshold.")
                .source("in", 2)
                .neurons("relay", 3, Draft.memoryless(0))
                .neurons("out", 5, new Escape(draft.membrane(), new Escape.Hazard.Table(odds())))
                .join("in", "relay", new Weights.Uniform(1), 1)
                .join("relay", "out", WeightVectors.dense8(3, 5), 1)
                .volleys("in", 2, 0, 6)
                .spikes("in", 12, 0, 1)
                .run(24, seed);
    }

    private static Circuit.Question escapeClamps() {
        // The first entry never fires; the last is read as unsigned, and all but always does.
        IntTable thresholds = IntTable.of(0, 0, 0x4000_0000, 0xC000_0000, 0xFFFF_FFFF);
        return Circuit.of("escape-table-clamp", "The table is clamped to its ends; its entries are unsigned.")
                .source("in", 1, 100)
                .neurons(
                        "out",
                        4,
                        new Escape(
                                Draft.memoryless(0).bias(-5, 0, 0, 50).membrane(), new Escape.Hazard.Table(thresholds)))
                .join("in", "out", new Weights.Uniform(1), 1)
                .spike("in", 2, 0, 1)
                .spike("in", 3, 0, 2)
                .spike("in", 4, 0, 3)
                .spike("in", 5, 0, 100)
                .spike("in", 6, 0, -100)
                .run(12, 5);
    }

    private static Circuit.Question escapeRefractory() {
        IntTable thresholds = IntTable.of(0, 0x2000_0000, 0xF000_0000);
        return Circuit.of("escape-refractory", "A neuron that may fire at random does not while it is refractory.")
                .source("in", 1)
                .neurons(
                        "out",
                        3,
                        new Escape(
                                Draft.integrator(4)
                                        .refractory(0, 1, 3)
                                        .resetTo(-1)
                                        .floor(-1)
                                        .membrane(),
                                new Escape.Hazard.Table(thresholds)))
                .join("in", "out", new Weights.Uniform(3), 1)
                .volleys("in", 1, 0, 14)
                .run(18, 11);
    }
}
