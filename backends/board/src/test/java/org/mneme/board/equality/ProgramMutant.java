package org.mneme.board.equality;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mneme.board.proto.Block;
import org.mneme.board.proto.CoreProgram;
import org.mneme.board.proto.Graded;
import org.mneme.board.proto.Membrane;
import org.mneme.board.proto.Phi;
import org.mneme.board.proto.Route;
import org.mneme.board.proto.SignBits;
import org.mneme.board.proto.Slice;
import org.mneme.board.proto.Table;

/**
 * A mistake in an emitted program.
 *
 * @param mistake what is wrong, for the reader
 * @param change returns a wrong program; empty where it has nothing to make that mistake with
 */
record ProgramMutant(String mistake, Function<Parts, Optional<Parts>> change) {
    static final List<ProgramMutant> ALL = List.of(
            new ProgramMutant("a destination is lost", core(ProgramMutant::withoutDestination)),
            new ProgramMutant("a block is lost", core(ProgramMutant::withoutBlock)),
            block("a delay is a tick longer", b -> Optional.of(later(b))),
            block("a delay is a tick shorter", ProgramMutant::earlier),
            block("a uniform weight is one more", ProgramMutant::uniform),
            block("one weight of a dense block is wrong", ProgramMutant::dense),
            block("one weight of a sparse block is wrong", ProgramMutant::sparse),
            block("one-to-one is shifted by a neuron", ProgramMutant::shifted),
            sign("a bit of a sign matrix is wrong", s -> Optional.of(s.setPlus(flip(s.getPlus())))),
            sign("a sign matrix is turned", ProgramMutant::turned),
            sign("a scale has the other sign", s -> Optional.of(s.setScale(-s.getScale()))),
            sign("unsigned bits are signed", s -> Optional.of(s.setUnsignedBits(!s.getUnsignedBits()))),
            sign("a mask is lost", s -> s.getMask().isEmpty() ? Optional.empty() : Optional.of(s.clearMask())),
            sign(
                    "rows are in the order of the matrix",
                    s -> s.getRows().isEmpty() ? Optional.empty() : Optional.of(s.clearRows())),
            membrane("a threshold is one more", m -> Optional.of(m.setThreshold(0, m.getThreshold(0) + 1))),
            membrane("a bias is one more", m -> Optional.of(m.setBias(0, m.getBias(0) + 1))),
            membrane("a floor is lost", m -> m.getFloorCount() == 0 ? Optional.empty() : Optional.of(m.clearFloor())),
            membrane("a refractory time is one more", m -> Optional.of(m.setRefractory(0, m.getRefractory(0) + 1))),
            membrane(
                    "a hard reset subtracts",
                    m -> m.getResetCount() == 0 ? Optional.empty() : Optional.of(m.clearReset())),
            membrane("a decay of v is that of u", ProgramMutant::swappedDecays),
            membrane(
                    "a decay is linear, or is not",
                    m -> Optional.of(m.setPotential(m.getPotential().toBuilder()
                            .setLinear(!m.getPotential().getLinear())))),
            graded("a sum is retained, or is not", g -> Optional.of(g.setRetain(!g.getRetain()))),
            graded("a zero is sent, or is not", g -> Optional.of(g.setSendZero(!g.getSendZero()))),
            graded(
                    "a sign is the sum itself",
                    g -> g.getPhi() == Phi.SIGN ? Optional.of(g.setPhi(Phi.IDENTITY)) : Optional.empty()),
            graded("a table begins one later", ProgramMutant::shiftedTable),
            new ProgramMutant("an escape table begins one later", core(ProgramMutant::shiftedEscape)),
            new ProgramMutant(
                    "states have another width",
                    p -> Optional.of(p.with(p.header().toBuilder()
                            .setStateBits(p.header().getStateBits() == 24 ? 32 : 24)
                            .build()))),
            new ProgramMutant("a route of a source loses a destination", ProgramMutant::withoutInput),
            new ProgramMutant("an entry of a routing table is lost", ProgramMutant::withoutEntry),
            new ProgramMutant("an entry of a routing table leads to one core less", ProgramMutant::withoutTableCore));

    private static Function<Parts, Optional<Parts>> core(Function<CoreProgram, Optional<CoreProgram>> change) {
        return parts -> IntStream.range(0, parts.cores().size())
                .mapToObj(c -> change.apply(parts.cores().get(c)).map(core -> parts.withCore(c, core)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static ProgramMutant block(String mistake, Function<Block.Builder, Optional<Block.Builder>> change) {
        return new ProgramMutant(
                mistake,
                core(core -> IntStream.range(0, core.getBlockCount())
                        .mapToObj(b -> change.apply(core.getBlock(b).toBuilder())
                                .map(block ->
                                        core.toBuilder().setBlock(b, block).build()))
                        .flatMap(Optional::stream)
                        .findFirst()));
    }

    private static ProgramMutant sign(String mistake, Function<SignBits.Builder, Optional<SignBits.Builder>> change) {
        return block(
                mistake,
                b -> b.hasSign() ? change.apply(b.getSign().toBuilder()).map(b::setSign) : Optional.empty());
    }

    private static ProgramMutant slice(String mistake, Function<Slice.Builder, Optional<Slice.Builder>> change) {
        return new ProgramMutant(
                mistake,
                core(core -> IntStream.range(0, core.getSliceCount())
                        .mapToObj(s -> change.apply(core.getSlice(s).toBuilder())
                                .map(slice ->
                                        core.toBuilder().setSlice(s, slice).build()))
                        .flatMap(Optional::stream)
                        .findFirst()));
    }

    private static ProgramMutant membrane(
            String mistake, Function<Membrane.Builder, Optional<Membrane.Builder>> change) {
        return slice(
                mistake,
                s -> s.hasLif()
                        ? change.apply(s.getLif().getMembrane().toBuilder())
                                .map(m -> s.setLif(s.getLif().toBuilder().setMembrane(m)))
                        : Optional.empty());
    }

    private static ProgramMutant graded(String mistake, Function<Graded.Builder, Optional<Graded.Builder>> change) {
        return slice(
                mistake,
                s -> s.hasGraded() ? change.apply(s.getGraded().toBuilder()).map(s::setGraded) : Optional.empty());
    }

    private static Optional<CoreProgram> withoutDestination(CoreProgram core) {
        for (int r = 0; r < core.getRouteCount(); r++) {
            if (core.getRoute(r).getDestinationCount() > 0) {
                return Optional.of(core.toBuilder()
                        .setRoute(r, withoutFirst(core.getRoute(r)))
                        .build());
            }
        }
        return Optional.empty();
    }

    private static Route withoutFirst(Route route) {
        List<Integer> rest = route.getDestinationList().subList(1, route.getDestinationCount());
        return route.toBuilder().clearDestination().addAllDestination(rest).build();
    }

    private static Optional<Parts> withoutInput(Parts parts) {
        for (int r = 0; r < parts.header().getInputRouteCount(); r++) {
            Route route = parts.header().getInputRoute(r);
            if (route.getDestinationCount() > 0) {
                return Optional.of(parts.with(parts.header().toBuilder()
                        .setInputRoute(r, withoutFirst(route))
                        .build()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Parts> withoutEntry(Parts parts) {
        for (int t = 0; t < parts.tables().size(); t++) {
            if (parts.tables().get(t).getEntryCount() > 0) {
                return Optional.of(parts.withTable(
                        t, parts.tables().get(t).toBuilder().removeEntry(0).build()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Parts> withoutTableCore(Parts parts) {
        for (int t = 0; t < parts.tables().size(); t++) {
            for (int e = 0; e < parts.tables().get(t).getEntryCount(); e++) {
                long cores = parts.tables().get(t).getEntry(e).getCores();
                if (cores != 0) {
                    var entry = parts.tables().get(t).getEntry(e).toBuilder().setCores(cores & cores - 1);
                    return Optional.of(parts.withTable(
                            t,
                            parts.tables().get(t).toBuilder().setEntry(e, entry).build()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<CoreProgram> withoutBlock(CoreProgram core) {
        return core.getBlockCount() == 0
                ? Optional.empty()
                : Optional.of(core.toBuilder().removeBlock(0).build());
    }

    private static Block.Builder later(Block.Builder block) {
        return block.setDelay(0, block.getDelay(0) + 1);
    }

    private static Optional<Block.Builder> earlier(Block.Builder block) {
        return block.getDelay(0) < 2 ? Optional.empty() : Optional.of(block.setDelay(0, block.getDelay(0) - 1));
    }

    private static Optional<Block.Builder> uniform(Block.Builder block) {
        return block.hasUniform()
                ? Optional.of(block.setUniform(block.getUniform().toBuilder()
                        .setWeight(block.getUniform().getWeight() + 1)))
                : Optional.empty();
    }

    private static ByteString flip(ByteString bytes) {
        byte[] changed = bytes.toByteArray();
        changed[0] ^= 1;
        return ByteString.copyFrom(changed);
    }

    private static Optional<Block.Builder> dense(Block.Builder block) {
        return block.hasDense()
                ? Optional.of(block.setDense(block.getDense().toBuilder()
                        .setValues(flip(block.getDense().getValues()))))
                : Optional.empty();
    }

    private static Optional<Block.Builder> sparse(Block.Builder block) {
        return block.hasSparse()
                ? Optional.of(block.setSparse(block.getSparse().toBuilder()
                        .setValues(flip(block.getSparse().getValues()))))
                : Optional.empty();
    }

    private static Optional<Block.Builder> shifted(Block.Builder block) {
        return block.hasOneToOne()
                ? Optional.of(block.setOneToOne(block.getOneToOne().toBuilder()
                        .setFirstTarget(block.getOneToOne().getFirstTarget() + 1)))
                : Optional.empty();
    }

    /** Only where the matrix has as many rows as columns: else it could not be loaded. */
    private static Optional<SignBits.Builder> turned(SignBits.Builder sign) {
        int rows = sign.getPlus().size() / Math.max(1, 8 * sign.getWordsPerRow());
        return rows == sign.getColumns() && sign.getRows().isEmpty() && rows > 1
                ? Optional.of(sign.setRowsAreSources(!sign.getRowsAreSources()))
                : Optional.empty();
    }

    private static Optional<Membrane.Builder> swappedDecays(Membrane.Builder membrane) {
        return membrane.getCurrent().equals(membrane.getPotential())
                ? Optional.empty()
                : Optional.of(membrane.setPotential(membrane.getCurrent()));
    }

    private static Optional<Graded.Builder> shiftedTable(Graded.Builder graded) {
        return graded.getTableCount() == 0
                ? Optional.empty()
                : Optional.of(graded.setTable(0, later(graded.getTable(0))));
    }

    private static Optional<CoreProgram> shiftedEscape(CoreProgram core) {
        for (int s = 0; s < core.getSliceCount(); s++) {
            if (core.getSlice(s).hasEscape()) {
                var escape = core.getSlice(s).getEscape().toBuilder();
                return Optional.of(core.toBuilder()
                        .setSlice(
                                s,
                                core.getSlice(s).toBuilder()
                                        .setEscape(escape.setThresholds(later(escape.getThresholds()))))
                        .build());
            }
        }
        return Optional.empty();
    }

    private static Table later(Table table) {
        return table.toBuilder().setFirst(table.getFirst() + 1).build();
    }

    @Override
    public String toString() {
        return mistake;
    }
}
