package org.mneme.nir.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mneme.bits.Ints;
import org.mneme.nir.graph.Edge;
import org.mneme.nir.graph.Input;
import org.mneme.nir.graph.MetaValue;
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.graph.NirNode;
import org.mneme.nir.graph.Output;
import org.mneme.runtime.config.Nearest;

/**
 * A graph without graphs in it: the nodes of a nested graph bear its name and a dot before their own, its Input and Output nodes pass
 * on what they get.
 *
 * @param nodes by name, ascending
 * @param edges between them
 * @param inputs Input nodes of the outermost graph
 * @param outputs Output nodes of the outermost graph
 */
record FlatGraph(SortedMap<String, NirNode> nodes, List<Edge> edges, Set<String> inputs, Set<String> outputs) {
    /** Flattens a graph; nodes that no edge leads to, or from, get an Input, or an Output, as the reference implementation does it. */
    static FlatGraph of(NirGraph graph) {
        FlatGraph flat = new FlatGraph(new TreeMap<>(), new ArrayList<>(), new HashSet<>(), new HashSet<>());
        flat.add("", graph);
        graph.nodes().forEach((name, node) -> {
            if (node instanceof Input) {
                flat.inputs.add(name);
            } else if (node instanceof Output) {
                flat.outputs.add(name);
            }
        });
        for (Edge edge : flat.edges) {
            if (flat.inputs.contains(edge.target())) {
                throw new BadEdgeException(edge, "it leads to an Input of the whole graph; remove it");
            }
        }
        flat.close();
        return flat;
    }

    private void add(String prefix, NirGraph graph) {
        Set<Edge> seen = new HashSet<>();
        for (Edge edge : graph.edges()) {
            Edge named = new Edge(prefix + edge.source(), prefix + edge.target());
            if (!seen.add(edge)) {
                throw new BadEdgeException(named, "it is there twice; remove one");
            }
            edges.add(new Edge(
                    end(graph, prefix, edge.source(), named, true), end(graph, prefix, edge.target(), named, false)));
        }
        graph.nodes().forEach((name, node) -> {
            if (node instanceof NirGraph nested) {
                add(prefix + name + ".", nested);
            } else if (nodes.put(prefix + name, node) != null) {
                throw new NodeParameterException(
                        prefix + name, node.type(), "its name", "is also that of a node in a nested graph; rename it");
            }
        });
    }

    /** The flat name of an end of an edge; a nested graph is left by its Output, and entered by its Input. */
    private static String end(NirGraph graph, String prefix, String name, Edge edge, boolean source) {
        NirNode node = graph.nodes().get(name);
        if (node instanceof NirGraph nested) {
            List<String> doors = doors(nested, source);
            if (doors.size() != 1) {
                throw new BadEdgeException(
                        edge,
                        "graph " + prefix + name + " has " + doors.size() + (source ? " outputs" : " inputs")
                                + ", so it is open which one is meant; write an edge "
                                + (source ? "from " : "to ") + name + ".NODE");
            }
            return end(nested, prefix + name + ".", doors.getFirst(), edge, source);
        }
        if (node != null) {
            return prefix + name;
        }
        int dot = name.indexOf('.');
        if (dot > 0 && graph.nodes().get(name.substring(0, dot)) instanceof NirGraph nested) {
            return end(nested, prefix + name.substring(0, dot + 1), name.substring(dot + 1), edge, source);
        }
        throw new BadEdgeException(
                edge,
                "there is no node " + prefix + name
                        + Nearest.suggestion(name, graph.nodes().keySet()));
    }

    /** Its Output (or Input) nodes, or where it has none, the nodes that no edge leads from (or to). */
    private static List<String> doors(NirGraph nested, boolean outward) {
        List<String> marked = nested.nodes().entrySet().stream()
                .filter(node -> outward ? node.getValue() instanceof Output : node.getValue() instanceof Input)
                .map(Map.Entry::getKey)
                .toList();
        if (!marked.isEmpty()) {
            return marked;
        }
        Set<String> inner = new HashSet<>();
        nested.edges().forEach(edge -> inner.add(outward ? edge.source() : edge.target()));
        return nested.nodes().keySet().stream()
                .filter(name -> !inner.contains(name))
                .toList();
    }

    private void close() {
        Set<String> led = new HashSet<>();
        Set<String> left = new HashSet<>();
        edges.forEach(edge -> {
            led.add(edge.target());
            left.add(edge.source());
        });
        for (Map.Entry<String, NirNode> entry : List.copyOf(nodes.entrySet())) {
            String name = entry.getKey();
            boolean door = entry.getValue() instanceof Input || entry.getValue() instanceof Output;
            if (!door && !led.contains(name)) {
                String input = free("input_" + name);
                nodes.put(input, new Input(Ints.of(), MetaValue.Group.EMPTY));
                inputs.add(input);
                edges.add(new Edge(input, name));
            }
            if (!door && !left.contains(name)) {
                String output = free("output_" + name);
                nodes.put(output, new Output(Ints.of(), MetaValue.Group.EMPTY));
                outputs.add(output);
                edges.add(new Edge(name, output));
            }
        }
    }

    /** The name, or the first with a number behind it that no node has. */
    private String free(String name) {
        String candidate = name;
        for (int i = 0; nodes.containsKey(candidate); i++) {
            candidate = name + "_" + i;
        }
        return candidate;
    }

    /** The sources of the edges into a node, in file order. */
    List<String> sourcesOf(String name) {
        return edges.stream()
                .filter(edge -> edge.target().equals(name))
                .map(Edge::source)
                .toList();
    }

    @Override
    public SortedMap<String, NirNode> nodes() {
        return Collections.unmodifiableSortedMap(nodes);
    }
}
