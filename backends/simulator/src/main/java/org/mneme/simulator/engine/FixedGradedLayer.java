package org.mneme.simulator.engine;

import java.util.Arrays;
import org.mneme.bits.IntTable;
import org.mneme.ir.Graded;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Phi;
import org.mneme.ir.Population;
import org.mneme.ir.StateVariable;

/** Integer neurons that answer when they are reached. */
final class FixedGradedLayer extends FixedLayer {
    private final Graded model;
    private final int[] x;
    /** Last sign sent, where φ is the sign. */
    private final byte[] sign;
    /** The least x of a payload not 0, whatever the neuron. */
    private final long leastLoud;
    /** The greatest x of a payload not 0, whatever the neuron. */
    private final long mostLoud;

    FixedGradedLayer(Population population, Graded model, int firstId, NumberDomain.Fixed domain, int threads) {
        super(population, firstId, domain, threads);
        this.model = model;
        this.x = new int[population.size()];
        this.sign = new byte[model.phi() instanceof Phi.Sign ? population.size() : 0];
        long least = Long.MIN_VALUE;
        long most = Long.MAX_VALUE;
        if (model.phi() instanceof Phi.Table table) {
            least = table.tables().stream()
                    .mapToLong(FixedGradedLayer::leastLoud)
                    .min()
                    .orElse(least);
            most = table.tables().stream()
                    .mapToLong(FixedGradedLayer::mostLoud)
                    .max()
                    .orElse(most);
        }
        this.leastLoud = model.sendZero() ? Long.MIN_VALUE : least;
        this.mostLoud = model.sendZero() ? Long.MAX_VALUE : most;
    }

    /** The least x of payload not 0. */
    private static long leastLoud(IntTable table) {
        long x = table.min();
        while (x <= table.max() && table.at(x) == 0) {
            x++;
        }
        return x == table.min() ? Long.MIN_VALUE : x;
    }

    private static long mostLoud(IntTable table) {
        long x = table.max();
        while (x >= table.min() && table.at(x) == 0) {
            x--;
        }
        return x == table.max() ? Long.MAX_VALUE : x;
    }

    @Override
    void update(long tick, Part part) {
        if (!model.retain() && isReached(part) && isQuiet(part)) {
            for (int j = part.from; j < part.to; j++) {
                x[j] = (int) input[j];
            }
            Arrays.fill(input, part.from, part.to, 0);
            Arrays.fill(reached, part.from >>> 6, Bitmap.words(part.to), 0);
            return;
        }
        for (int w = part.from >>> 6; w < Bitmap.words(part.to); w++) {
            long met = reached[w];
            reached[w] = 0;
            if (met == -1L) {
                updateWord(64 * w, part);
            } else {
                for (; met != 0; met &= met - 1) {
                    update(64 * w + Long.numberOfTrailingZeros(met), part);
                }
            }
        }
    }

    /** Whether all neurons of a window are reached; a window that ends within a word is not asked. */
    private boolean isReached(Part part) {
        long all = -1L;
        for (int w = part.from >>> 6; w < part.to >>> 6; w++) {
            all &= reached[w];
        }
        return all == -1L && (part.to & 63) == 0;
    }

    /** Whether no neuron of a window saturates or sends. */
    private boolean isQuiet(Part part) {
        if (leastLoud == Long.MIN_VALUE && mostLoud == Long.MAX_VALUE) {
            return false;
        }
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int j = part.from; j < part.to; j++) {
            least = Math.min(least, input[j]);
            most = Math.max(most, input[j]);
        }
        return least >= minState && most <= maxState && (most < leastLoud || least > mostLoud);
    }

    private void updateWord(int from, Part part) {
        for (int j = from; j < from + 64; j++) {
            update(j, part);
        }
    }

    private void update(int j, Part part) {
        long sum = Arithmetic.plusInput(model.retain() ? x[j] : 0, input[j]);
        input[j] = 0;
        long next = saturate(sum);
        if (next != sum) {
            part.saturations++;
        }
        x[j] = (int) next;
        if (next >= leastLoud && next <= mostLoud) {
            emit(j, next, part);
        }
    }

    private void emit(int j, long sum, Part part) {
        long payload = payload(j, sum);
        if (Emission.sends(payload, model.sendZero())) {
            part.out.add(j, payload);
        }
    }

    private long payload(int j, long sum) {
        return switch (model.phi()) {
            case Phi.Sign _ -> {
                sign[j] = (byte) Emission.sign(sum, sign[j]);
                yield sign[j];
            }
            case Phi.Identity _ -> sum;
            case Phi.Table table -> Emission.lookup(table.tableOf(j), sum);
            case Phi.Power _, Phi.Exponential _, Phi.Step _ ->
                throw new IllegalStateException("a real φ in the fixed domain");
        };
    }

    @Override
    boolean isAtRest(int j) {
        return true;
    }

    @Override
    double[] read(StateVariable variable) {
        double[] values = new double[x.length];
        if (variable == StateVariable.SUM) {
            Arrays.setAll(values, j -> x[j]);
        } else if (variable == StateVariable.LAST_SIGN && model.phi() instanceof Phi.Sign) {
            Arrays.setAll(values, j -> sign[j]);
        } else {
            throw noVariable(variable);
        }
        return values;
    }

    @Override
    void write(StateVariable variable, double[] values) {
        for (int j = 0; j < values.length; j++) {
            switch (variable) {
                case SUM -> x[j] = (int) values[j];
                case LAST_SIGN -> sign[j] = (byte) values[j];
                case CURRENT, POTENTIAL, REFRACTORY -> throw noVariable(variable);
            }
        }
    }
}
