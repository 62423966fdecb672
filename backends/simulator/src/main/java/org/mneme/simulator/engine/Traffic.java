package org.mneme.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import org.mneme.ir.SpikingGraph;

/** The spikes under way: each population's history, the lanes out of it, and the calendar of their arrivals. */
final class Traffic {
    private final Lane[] lanes;
    /** Lanes out of each population. */
    private final List<List<Lane>> outgoing = new ArrayList<>();

    private final History[] histories;
    private final Calendar calendar;
    private final int[] due;

    /** Takes a spike under way. */
    @FunctionalInterface
    interface SpikeVisitor {
        void visit(int population, long firedAt, int neuron, long rawPayload);
    }

    Traffic(SpikingGraph graph) {
        List<Route> routes = Routes.of(graph);
        RowBlocks blocks = new RowBlocks();
        this.lanes = new Lane[routes.size()];
        for (int p = 0; p < graph.populations().size(); p++) {
            outgoing.add(new ArrayList<>());
        }
        for (Route route : routes) {
            Lane lane = Lanes.of(
                    route,
                    blocks,
                    graph.populations().get(route.source()).size(),
                    graph.populations().get(route.target()).size(),
                    graph.domain());
            lanes[route.id()] = lane;
            outgoing.get(route.source()).add(lane);
        }
        this.histories = new History[outgoing.size()];
        for (int p = 0; p < histories.length; p++) {
            histories[p] = new History(maxDelay(outgoing.get(p)));
        }
        this.calendar = new Calendar(lanes.length, maxDelay(List.of(lanes)));
        this.due = new int[lanes.length];
    }

    private static int maxDelay(List<Lane> lanes) {
        return lanes.stream().mapToInt(lane -> lane.route.delay()).max().orElse(0);
    }

    /** The first tick, from the given one on, at which a volley arrives. */
    long nextArrival(long from) {
        return calendar.next(from);
    }

    /**
     * Hands the volleys that arrive at a tick to the layers they reach.
     *
     * @return synaptic events
     */
    long arrive(long tick, Layer[] layers) {
        long events = 0;
        int arriving = calendar.take(tick, due);
        for (int k = 0; k < arriving; k++) {
            Lane lane = lanes[due[k]];
            History history = histories[lane.route.source()];
            lane.receive(history);
            events += lane.synapticEvents();
            layers[lane.route.target()].addDue(lane);
            if (lane.next < history.nextNumber()) {
                schedule(lane, history.tick(lane.next));
            }
        }
        return events;
    }

    private void schedule(Lane lane, long firedAt) {
        calendar.schedule(lane.route.id(), Arithmetic.arrival(firedAt, lane.route.delay()));
    }

    /** Sends a volley of a population on its way; lanes on which it would arrive before {@code now} have had it already. */
    void send(int population, long firedAt, SpikeBuffer volley, long now) {
        List<Lane> away = outgoing.get(population);
        if (away.isEmpty()) {
            return;
        }
        History history = histories[population];
        history.append(firedAt, volley);
        long number = history.nextNumber() - 1;
        for (int k = 0; k < away.size(); k++) {
            Lane lane = away.get(k);
            if (lane.next == number && Arithmetic.arrival(firedAt, lane.route.delay()) < now) {
                lane.next++;
            } else if (lane.next == number) {
                schedule(lane, firedAt);
            }
        }
    }

    /** Whether no spike can meet a synapse at the given tick or later. */
    boolean isOver(long now) {
        boolean[] any = new boolean[1];
        if (calendar.next(now) != Calendar.NEVER) {
            visit(now, (_, _, _, _) -> any[0] = true);
        }
        return !any[0];
    }

    /** Visits the spikes that can still meet a synapse at the given tick or later, by population, then tick, then neuron. */
    void visit(long now, SpikeVisitor visitor) {
        for (int p = 0; p < histories.length; p++) {
            History history = histories[p];
            for (long number = history.firstNumber(); number < history.nextNumber(); number++) {
                for (int k = history.start(number); k < history.end(number); k++) {
                    int neuron = history.neurons()[k];
                    if (canArrive(p, history.tick(number), neuron, now)) {
                        visitor.visit(p, history.tick(number), neuron, history.payloads()[k]);
                    }
                }
            }
        }
    }

    private boolean canArrive(int population, long firedAt, int neuron, long now) {
        List<Lane> away = outgoing.get(population);
        for (int k = 0; k < away.size(); k++) {
            Lane lane = away.get(k);
            if (Arithmetic.arrival(firedAt, lane.route.delay()) >= now && lane.route.meets(neuron, lane.targets)) {
                return true;
            }
        }
        return false;
    }

    void clear() {
        for (History history : histories) {
            history.clear();
        }
        for (Lane lane : lanes) {
            lane.next = 0;
        }
        calendar.clear();
    }
}
