package org.mneme.board.program;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import org.mneme.bits.IntTable;
import org.mneme.board.proto.Decay;
import org.mneme.board.proto.Escape;
import org.mneme.board.proto.Graded;
import org.mneme.board.proto.Lif;
import org.mneme.board.proto.Membrane;
import org.mneme.board.proto.Phi;
import org.mneme.board.proto.Table;
import org.mneme.ir.NeuronModel;
import org.mneme.map.Slice;

/** Says what the neurons of a slice do. */
final class ModelEmitter {
    private static final int UNSEEN = -1;

    private final SectionBudget budget;

    ModelEmitter(SectionBudget budget) {
        this.budget = budget;
    }

    /** Sets the model of a slice. */
    void model(NeuronModel model, Slice slice, org.mneme.board.proto.Slice.Builder message) {
        switch (model) {
            case org.mneme.ir.Lif lif -> message.setLif(Lif.newBuilder().setMembrane(membrane(lif.membrane(), slice)));
            case org.mneme.ir.Escape escape ->
                message.setEscape(Escape.newBuilder()
                        .setMembrane(membrane(escape.membrane(), slice))
                        .setThresholds(thresholds(escape.hazard())));
            case org.mneme.ir.Graded graded -> message.setGraded(graded(graded, slice));
            case org.mneme.ir.Source _ ->
                throw new IllegalArgumentException("a source is on no core: its spikes come from the host");
        }
    }

    private Membrane membrane(org.mneme.ir.Membrane membrane, Slice slice) {
        Membrane.Builder message = Membrane.newBuilder()
                .setCurrent(decay(membrane.current(), slice))
                .setPotential(decay(membrane.potential(), slice));
        SliceValues.of(membrane.bias(), slice).forEach(v -> message.addBias(budget.signed(v)));
        SliceValues.of(membrane.threshold(), slice).forEach(v -> message.addThreshold(budget.signed(v)));
        switch (membrane.reset()) {
            case org.mneme.ir.Membrane.Reset.Hard hard ->
                SliceValues.of(hard.value(), slice).forEach(v -> message.addReset(budget.signed(v)));
            case org.mneme.ir.Membrane.Reset.Subtract _ -> {}
        }
        long[] floors = SliceValues.of(membrane.floor(), slice).toArray();
        if (Arrays.stream(floors).anyMatch(v -> v != Long.MIN_VALUE)) {
            Arrays.stream(floors).forEach(v -> message.addFloor(budget.signed(v)));
        }
        SliceValues.of(membrane.refractory(), slice).forEach(v -> message.addRefractory(budget.unsigned((int) v)));
        return message.build();
    }

    private Decay decay(org.mneme.ir.Decay decay, Slice slice) {
        Decay.Builder message = Decay.newBuilder();
        switch (decay) {
            case org.mneme.ir.Decay.Fraction fraction ->
                SliceValues.of(fraction.delta(), slice).forEach(v -> message.addAmount(budget.signed(v)));
            case org.mneme.ir.Decay.Linear linear -> {
                message.setLinear(true);
                SliceValues.of(linear.step(), slice).forEach(v -> message.addAmount(budget.signed(v)));
            }
        }
        return message.build();
    }

    private Table thresholds(org.mneme.ir.Escape.Hazard hazard) {
        return switch (hazard) {
            case org.mneme.ir.Escape.Hazard.Table table -> table(table.thresholds());
            case org.mneme.ir.Escape.Hazard.Exponential _ ->
                throw new IllegalArgumentException("a board program needs a table of thresholds for escape noise");
        };
    }

    private Graded graded(org.mneme.ir.Graded graded, Slice slice) {
        Graded.Builder message = Graded.newBuilder().setRetain(graded.retain()).setSendZero(graded.sendZero());
        switch (graded.phi()) {
            case org.mneme.ir.Phi.Sign _ -> message.setPhi(Phi.SIGN);
            case org.mneme.ir.Phi.Identity _ -> message.setPhi(Phi.IDENTITY);
            case org.mneme.ir.Phi.Table table -> tables(table, slice, message.setPhi(Phi.TABLE));
            case org.mneme.ir.Phi.Power _, org.mneme.ir.Phi.Exponential _, org.mneme.ir.Phi.Step _ ->
                throw new IllegalArgumentException("a board program needs a table φ; real ones are for the simulator");
        }
        return message.build();
    }

    /** Only the tables that neurons of the slice use, numbered in the order in which they first use them. */
    private void tables(org.mneme.ir.Phi.Table phi, Slice slice, Graded.Builder message) {
        int[] place = new int[phi.tables().size()];
        Arrays.fill(place, UNSEEN);
        SliceValues.of(phi.choice(), slice).forEach(choice -> {
            int table = (int) choice;
            if (place[table] == UNSEEN) {
                place[table] = message.getTableCount();
                message.addTable(table(phi.tables().get(table)));
            }
            message.addChoice(budget.unsigned(place[table]));
        });
    }

    private Table table(IntTable table) {
        ByteString entries = LittleEndian.of(table.values(), budget);
        return Table.newBuilder().setFirst(table.min()).setEntries(entries).build();
    }
}
