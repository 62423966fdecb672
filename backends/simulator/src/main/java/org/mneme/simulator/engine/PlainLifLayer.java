package org.mneme.simulator.engine;

import java.util.Arrays;
import org.mneme.ir.Decay;
import org.mneme.ir.Membrane;
import org.mneme.ir.NumberDomain;
import org.mneme.ir.Parameter;
import org.mneme.ir.Population;
import org.mneme.ir.StateVariable;

/**
 * Integer Lif neurons that are all alike, keep no current, have no bias and no refractory period, and whose sums cannot saturate: updated in plain
 * loops over arrays.
 *
 * <p>Without input u falls to 0, and v to 0 or nowhere, in one tick. No such tick is executed: it is caught up with when somebody looks.
 */
final class PlainLifLayer extends FixedLayer {
    /** Neurons looked through at once for those that fire. */
    private static final int CHUNK = 256;

    private static final long NEVER = Long.MIN_VALUE;

    private final boolean keepsPotential;
    private final long theta;
    private final long reset;
    private final long floor;
    private final long[] v;
    /** The last tick with input; {@code input} is u after it. */
    private long lastTick = NEVER;

    PlainLifLayer(Population population, Membrane membrane, int firstId, NumberDomain.Fixed domain, int threads) {
        super(population, firstId, domain, threads);
        this.keepsPotential = keeps(membrane.potential(), 0);
        this.theta = membrane.threshold().longAt(0);
        this.reset = ((Membrane.Reset.Hard) membrane.reset()).value().longAt(0);
        this.floor = membrane.floor().longAt(0);
        this.v = new long[population.size()];
    }

    /**
     * Whether neurons are of this kind.
     *
     * @param inputBound of |a|
     */
    static boolean fits(Membrane m, NumberDomain.Fixed domain, long inputBound) {
        return m.reset() instanceof Membrane.Reset.Hard hard
                && isOne(hard.value())
                && isOne(m.threshold())
                && isOne(m.floor())
                && is(m.bias(), 0)
                && is(m.refractory(), 0)
                && keeps(m.current(), Decay.Fraction.ALL)
                && (keeps(m.potential(), 0) || keeps(m.potential(), Decay.Fraction.ALL))
                && m.threshold().longAt(0) >= 0
                && isWithin(m, domain, inputBound);
    }

    /** v stays in floor…θ, or −|a|…|a| where nothing is kept, so v + a is within the states. */
    private static boolean isWithin(Membrane m, NumberDomain.Fixed domain, long inputBound) {
        long room = domain.maxState() - inputBound;
        boolean keeps = keeps(m.potential(), 0);
        return room > 0
                && (!keeps || m.threshold().longAt(0) <= room && m.floor().longAt(0) >= -room);
    }

    private static boolean keeps(Decay decay, double delta) {
        return decay instanceof Decay.Fraction fraction && is(fraction.delta(), delta);
    }

    private static boolean isOne(Parameter parameter) {
        return is(parameter, parameter.at(0));
    }

    private static boolean is(Parameter parameter, double value) {
        for (int i = 0; i < parameter.length(); i++) {
            if (parameter.at(i) != value) {
                return false;
            }
        }
        return true;
    }

    @Override
    void arrive(Lane lane, boolean first, Part part) {
        if (first) {
            Arrays.fill(input, part.from, part.to, 0);
        }
        lane.deliver(input, reached, part);
    }

    @Override
    void update(long tick, Part part) {
        for (int from = part.from; from < part.to; from += CHUNK) {
            int to = Math.min(part.to, from + CHUNK);
            boolean any = keepsPotential ? integrate(from, to) : replace(from, to);
            if (any) {
                part.out.addAbove(v, from, to, theta, reset);
            }
        }
        lastTick = tick;
    }

    /** Says whether any neuron is above θ. */
    private boolean integrate(int from, int to) {
        long above = 0;
        for (int j = from; j < to; j++) {
            long next = Math.max(v[j] + input[j], floor);
            v[j] = next;
            above |= theta - next;
        }
        return above < 0;
    }

    private boolean replace(int from, int to) {
        long above = 0;
        for (int j = from; j < to; j++) {
            long next = Math.max(input[j], floor);
            v[j] = next;
            above |= theta - next;
        }
        return above < 0;
    }

    @Override
    boolean isAtRest(int j) {
        return true;
    }

    @Override
    boolean isIdle(long tick) {
        catchUp(tick);
        if (lastTick == NEVER) {
            return true;
        }
        for (int j = 0; j < v.length; j++) {
            if (input[j] != 0 || !keepsPotential && v[j] != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    void catchUp(long tick) {
        if (lastTick == NEVER || lastTick == tick - 1) {
            return;
        }
        Arrays.fill(input, 0);
        if (!keepsPotential) {
            Arrays.fill(v, 0);
        }
        lastTick = NEVER;
    }

    @Override
    void restored(long tick) {
        lastTick = tick - 1;
    }

    @Override
    double[] read(StateVariable variable) {
        double[] values = new double[v.length];
        switch (variable) {
            case CURRENT -> Arrays.setAll(values, j -> input[j]);
            case POTENTIAL -> Arrays.setAll(values, j -> v[j]);
            case REFRACTORY -> Arrays.fill(values, 0);
            case SUM, LAST_SIGN -> throw noVariable(variable);
        }
        return values;
    }

    @Override
    void write(StateVariable variable, double[] values) {
        for (int j = 0; j < values.length; j++) {
            switch (variable) {
                case CURRENT -> input[j] = (long) values[j];
                case POTENTIAL -> v[j] = (long) values[j];
                case REFRACTORY -> {
                    if (values[j] != 0) {
                        throw new IllegalArgumentException(population.name() + " has no refractory period");
                    }
                }
                case SUM, LAST_SIGN -> throw noVariable(variable);
            }
        }
    }
}
