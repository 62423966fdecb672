package org.mneme.ir;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;

/**
 * Walks a graph in its canonical order, for the digest and the file.
 *
 * <p>Integers take 4 or 8 bytes, numbers are 64-bit floats, texts and lists come after their length, a kind after its one-byte tag.
 */
final class GraphEncoder {
    /** Changes whenever the order or form of what is written changes. */
    static final int ENCODING_VERSION = 1;

    private final Sink sink;

    GraphEncoder(Sink sink) {
        this.sink = sink;
    }

    /** Takes what is written, in order. */
    interface Sink {
        void tag(byte value);

        void whole(int value);

        void wide(long value);

        /** Takes a matrix as a whole, since several projections may share one. */
        void bits(BitMatrix matrix);
    }

    void graph(SpikingGraph graph) {
        text(graph.name());
        switch (graph.domain()) {
            case NumberDomain.Fixed fixed -> tag('f').whole(fixed.stateBits());
            case NumberDomain.Real _ -> tag('r');
        }
        number(graph.tickSeconds());
        whole(graph.populations().size());
        graph.populations().forEach(this::population);
        whole(graph.projections().size());
        graph.projections().forEach(this::projection);
    }

    private void population(Population population) {
        text(population.name());
        whole(population.size());
        switch (population.model()) {
            case Lif lif -> tag('l').membrane(lif.membrane());
            case Graded graded -> {
                tag('g').phi(graded.phi());
                flag(graded.retain()).flag(graded.sendZero());
            }
            case Escape escape -> {
                tag('e').membrane(escape.membrane());
                hazard(escape.hazard());
            }
            case Source source -> tag('s').wide(source.maxPayload());
        }
    }

    private void membrane(Membrane membrane) {
        decay(membrane.current());
        decay(membrane.potential());
        parameter(membrane.bias());
        parameter(membrane.threshold());
        switch (membrane.reset()) {
            case Membrane.Reset.Hard hard -> tag('h').parameter(hard.value());
            case Membrane.Reset.Subtract _ -> tag('s');
        }
        parameter(membrane.floor());
        parameter(membrane.refractory());
    }

    private void decay(Decay decay) {
        switch (decay) {
            case Decay.Fraction fraction -> tag('f').parameter(fraction.delta());
            case Decay.Linear linear -> tag('l').parameter(linear.step());
        }
    }

    private void hazard(Escape.Hazard hazard) {
        switch (hazard) {
            case Escape.Hazard.Table table -> tag('t').table(table.thresholds());
            case Escape.Hazard.Exponential exponential ->
                tag('e').number(exponential.rate()).number(exponential.width());
        }
    }

    private void phi(Phi phi) {
        switch (phi) {
            case Phi.Sign _ -> tag('s');
            case Phi.Identity _ -> tag('i');
            case Phi.Table table -> {
                tag('t').whole(table.tables().size());
                table.tables().forEach(this::table);
                ints(table.choice());
            }
            case Phi.Power power -> {
                tag('p').parameter(power.gain()).parameter(power.scale());
                whole(power.degree());
            }
            case Phi.Exponential exponential -> {
                tag('e').parameter(exponential.gain()).parameter(exponential.scale());
                number(exponential.kappa()).number(exponential.center());
            }
            case Phi.Step step -> tag('h').parameter(step.gain()).parameter(step.at());
        }
    }

    private void projection(Projection projection) {
        text(projection.name());
        text(projection.source());
        text(projection.target());
        text(projection.port().name());
        weights(projection.weights());
        ints(projection.delay());
    }

    private void weights(Weights weights) {
        switch (weights) {
            case Weights.SignMatrix signs -> {
                tag('b').bits(signs.plus());
                flag(signs.mask().isPresent());
                signs.mask().ifPresent(this::bits);
                tag(
                        switch (signs.orientation()) {
                            case ROWS_ARE_TARGETS -> 't';
                            case ROWS_ARE_SOURCES -> 's';
                        });
                optionalInts(signs.rows());
                number(signs.scale()).flag(signs.unsigned());
            }
            case Weights.Dense dense -> tag('d').numbers(dense.values());
            case Weights.Sparse sparse -> {
                tag('s').whole(sparse.targetCount()).ints(sparse.offsets());
                ints(sparse.targets()).numbers(sparse.values());
            }
            case Weights.OneToOne oneToOne -> tag('o').parameter(oneToOne.weight());
            case Weights.Uniform uniform -> tag('u').number(uniform.weight());
        }
    }

    private void optionalInts(Optional<Ints> ints) {
        flag(ints.isPresent());
        ints.ifPresent(this::ints);
    }

    private void bits(BitMatrix matrix) {
        sink.bits(matrix);
    }

    private void numbers(NumberMatrix matrix) {
        tag(
                switch (matrix) {
                    case NumberMatrix.Int8 _ -> '1';
                    case NumberMatrix.Int16 _ -> '2';
                    case NumberMatrix.Int32 _ -> '4';
                    case NumberMatrix.Real64 _ -> '8';
                });
        whole(matrix.rows()).whole(matrix.columns());
        for (int r = 0; r < matrix.rows(); r++) {
            for (int c = 0; c < matrix.columns(); c++) {
                number(matrix.at(r, c));
            }
        }
    }

    private void table(IntTable table) {
        wide(table.min()).wide(table.max());
        for (long x = table.min(); x <= table.max(); x++) {
            whole(table.at(x));
        }
    }

    private GraphEncoder parameter(Parameter parameter) {
        whole(parameter.length());
        for (int i = 0; i < parameter.length(); i++) {
            number(parameter.at(i));
        }
        return this;
    }

    private GraphEncoder ints(Ints ints) {
        whole(ints.length());
        for (int i = 0; i < ints.length(); i++) {
            whole(ints.at(i));
        }
        return this;
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        whole(bytes.length);
        for (byte b : bytes) {
            tag(b);
        }
    }

    private GraphEncoder number(double value) {
        return wide(Double.doubleToLongBits(value));
    }

    private GraphEncoder flag(boolean value) {
        return tag(value ? 1 : 0);
    }

    private GraphEncoder tag(int value) {
        sink.tag((byte) value);
        return this;
    }

    private GraphEncoder whole(int value) {
        sink.whole(value);
        return this;
    }

    private GraphEncoder wide(long value) {
        sink.wide(value);
        return this;
    }
}
