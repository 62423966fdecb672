package org.mneme.simulator.property;

/** A text of a run's state that is the same wherever it is made. */
final class Canonical {
    private Canonical() {}

    static String state(Case given, Run run) {
        StringBuilder text = new StringBuilder();
        for (Run.Probe probe : Run.probes(given)) {
            text.append(probe.population()).append('.').append(probe.variable().symbol());
            for (double value : run.state(probe)) {
                text.append(' ').append(Double.toHexString(value));
            }
            text.append('\n');
        }
        return text.append(run.counters()).toString();
    }
}
