package org.mneme.nir.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Tensor;

/** Composes the linear nodes between neurons: the signal into every neuron node and output, over what neurons and inputs send. */
final class Composition {
    private final FlatGraph graph;
    private final Shapes shapes;
    private final LinearNodes linear;
    private final Map<String, List<String>> sources = new HashMap<>();
    private final Map<String, Signal> given = new HashMap<>();

    private Composition(FlatGraph graph, Shapes shapes, double tickSeconds) {
        this.graph = graph;
        this.shapes = shapes;
        this.linear = new LinearNodes(tickSeconds);
        graph.nodes().keySet().forEach(name -> sources.put(name, new ArrayList<>()));
        graph.edges().forEach(edge -> sourcesOf(edge.target()).add(edge.source()));
    }

    static Composition of(FlatGraph graph, Shapes shapes, double tickSeconds) {
        Composition composition = new Composition(graph, shapes, tickSeconds);
        composition.compose();
        return composition;
    }

    /** The sum of the signals on all edges into a node. */
    Signal into(String name) {
        Signal sum = Signal.nothing(Tensor.size(shapes.in(name)));
        for (String source : sourcesOf(name)) {
            sum = sum.plus(Optional.ofNullable(given.get(source)).orElseThrow());
        }
        return sum;
    }

    private List<String> sourcesOf(String name) {
        return Optional.ofNullable(sources.get(name)).orElseThrow();
    }

    private boolean isRoot(String name) {
        return graph.inputs().contains(name) || NeuronParameters.isNeuron(node(name));
    }

    private NirNode node(String name) {
        return Optional.ofNullable(graph.nodes().get(name)).orElseThrow();
    }

    /** Goes through the linear nodes in an order in which each comes after those that lead to it. */
    private void compose() {
        Map<String, Integer> waiting = new HashMap<>();
        Map<String, List<String>> targets = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        for (String name : graph.nodes().keySet()) {
            if (isRoot(name)) {
                given.put(name, Signal.sent(name, Tensor.size(shapes.out(name))));
                continue;
            }
            List<String> before =
                    sourcesOf(name).stream().filter(source -> !isRoot(source)).toList();
            waiting.put(name, before.size());
            before.forEach(source ->
                    targets.computeIfAbsent(source, key -> new ArrayList<>()).add(name));
            if (before.isEmpty()) {
                ready.add(name);
            }
        }
        while (!ready.isEmpty()) {
            String name = ready.remove();
            given.put(name, into(name).through(linear.map(name, node(name), shapes.in(name), shapes.out(name))));
            waiting.remove(name);
            for (String target : targets.getOrDefault(name, List.of())) {
                if (waiting.merge(target, -1, Integer::sum) == 0) {
                    ready.add(target);
                }
            }
        }
        if (!waiting.isEmpty()) {
            throw new LinearCycleException(cycle(waiting.keySet()));
        }
    }

    /** A cycle among nodes each of which waits for another of them: going back from any, some node comes up again. */
    private List<String> cycle(Set<String> waiting) {
        List<String> way = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String name = waiting.stream().sorted().findFirst().orElseThrow();
        while (seen.add(name)) {
            way.add(name);
            name = sourcesOf(name).stream()
                    .filter(waiting::contains)
                    .findFirst()
                    .orElseThrow();
        }
        List<String> cycle =
                new ArrayList<>(way.subList(way.indexOf(name), way.size()).reversed());
        Collections.rotate(cycle, -cycle.indexOf(Collections.min(cycle)));
        return cycle;
    }
}
