package org.mneme.nir.file;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mneme.bits.Ints;
import org.mneme.nir.graph.MetaValue;
import org.mneme.nir.graph.Padding;
import org.mneme.nir.graph.Tensor;
import org.mneme.nir.hdf.HdfItem;

/** The fields of one node of a file; remembers which have been asked for. */
final class Fields {
    private final String node;
    private final String type;
    private final Map<String, HdfItem> items;
    private final Set<String> known = new HashSet<>();

    private Fields(String node, String type, Map<String, HdfItem> items) {
        this.node = node;
        this.type = type;
        this.items = items;
        known.add("type");
    }

    /**
     * Looks at a node.
     *
     * @param node its name, behind those of the graphs it lies in
     * @param item what the file holds there
     * @return its fields
     * @throws MalformedNirException if it is no group, or says no type
     */
    static Fields of(String node, HdfItem item) throws MalformedNirException {
        if (!(item instanceof HdfItem.Group group)) {
            throw new MalformedNirException("holds " + label(node) + " that is not an HDF5 group");
        }
        if (!(group.members().get("type") instanceof HdfItem.Texts text)
                || text.texts().size() != 1) {
            throw new MalformedNirException("holds " + label(node) + " without a type");
        }
        return new Fields(node, text.texts().getFirst(), group.members());
    }

    private static String label(String node) {
        return node.isEmpty() ? "a graph" : "node '" + node + "'";
    }

    String type() {
        return type;
    }

    String node() {
        return node;
    }

    String label() {
        return label(node);
    }

    private Optional<HdfItem> item(String name) {
        known.add(name);
        return Optional.ofNullable(items.get(name));
    }

    private MalformedNirException wrong(String mistake) {
        return new MalformedNirException("holds " + label(node) + " (" + type + ") " + mistake);
    }

    HdfItem required(String name) throws MalformedNirException {
        Optional<HdfItem> item = item(name);
        if (item.isEmpty()) {
            throw wrong("without " + name);
        }
        return item.get();
    }

    private Tensor tensor(String name, HdfItem item) throws MalformedNirException {
        if (!(item instanceof HdfItem.Numbers numbers)) {
            throw wrong("whose " + name + " is not numbers");
        }
        return numbers.values();
    }

    Tensor tensor(String name) throws MalformedNirException {
        return tensor(name, required(name));
    }

    /** Numbers, or one number everywhere in the shape of another field where the file says nothing. */
    Tensor tensor(String name, double otherwise, Tensor like) throws MalformedNirException {
        Optional<HdfItem> item = item(name);
        return item.isEmpty() ? Tensor.filled(like.shape(), otherwise) : tensor(name, item.get());
    }

    private Ints ints(String name, HdfItem item) throws MalformedNirException {
        Tensor numbers = tensor(name, item);
        int[] ints = new int[numbers.size()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) numbers.at(i);
            if (numbers.rank() > 1 || ints[i] != numbers.at(i)) {
                throw wrong("whose " + name + " is not whole numbers");
            }
        }
        return Ints.of(ints);
    }

    Ints ints(String name) throws MalformedNirException {
        return ints(name, required(name));
    }

    Ints shape(String name) throws MalformedNirException {
        return checkedShape(name, ints(name));
    }

    private Ints checkedShape(String name, Ints shape) throws MalformedNirException {
        if (shape.stream().anyMatch(n -> n < 0)) {
            throw wrong("whose " + name + " " + shape + " is negative");
        }
        return shape;
    }

    /** A shape, which some versions keep below "input". */
    Optional<Ints> optionalShape(String name) throws MalformedNirException {
        Optional<HdfItem> item = item(name);
        if (item.isPresent() && item.get() instanceof HdfItem.Group group) {
            item = Optional.ofNullable(group.members().get("input"));
        }
        return item.isEmpty() ? Optional.empty() : Optional.of(checkedShape(name, ints(name, item.get())));
    }

    int whole(String name) throws MalformedNirException {
        Ints ints = ints(name);
        if (ints.length() != 1) {
            throw wrong("whose " + name + " is not one number");
        }
        return ints.at(0);
    }

    Padding padding(String name) throws MalformedNirException {
        HdfItem item = required(name);
        if (item instanceof HdfItem.Texts text) {
            return switch (text.texts().isEmpty() ? "" : text.texts().getFirst()) {
                case "same" -> new Padding.Same();
                case "valid" -> new Padding.Valid();
                default -> throw wrong("whose " + name + " " + text.texts() + " is not 'same', 'valid' or numbers");
            };
        }
        return new Padding.Zeros(ints(name, item));
    }

    List<String> texts(String name) throws MalformedNirException {
        return switch (required(name)) {
            case HdfItem.Texts texts -> texts.texts();
            case HdfItem.Numbers numbers when numbers.values().size() == 0 -> List.of();
            default -> throw wrong("whose " + name + " is not texts");
        };
    }

    MetaValue.Group metadata() throws MalformedNirException {
        Optional<HdfItem> item = item("metadata");
        if (item.isEmpty()) {
            return MetaValue.Group.EMPTY;
        }
        if (!(item.get() instanceof HdfItem.Group group)) {
            throw wrong("whose metadata is no group");
        }
        return metadata(group);
    }

    private static MetaValue.Group metadata(HdfItem.Group group) {
        SequencedMap<String, MetaValue> values = new TreeMap<>();
        group.members()
                .forEach((name, item) -> values.put(
                        name,
                        switch (item) {
                            case HdfItem.Numbers numbers -> new MetaValue.Numbers(numbers.values());
                            case HdfItem.Texts texts
                            when texts.shape().length() == 0 ->
                                new MetaValue.Text(texts.texts().getFirst());
                            case HdfItem.Texts texts -> new MetaValue.Texts(texts.texts());
                            case HdfItem.Group inner -> metadata(inner);
                        }));
        return new MetaValue.Group(values);
    }

    /** Refuses fields that nobody has asked for: ignoring them could change what the node does. */
    void requireNothingElse() throws MalformedNirException {
        Set<String> unknown = new TreeSet<>(items.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw wrong("with " + String.join(", ", unknown) + ", which NIR's " + type + " does not have");
        }
    }
}
