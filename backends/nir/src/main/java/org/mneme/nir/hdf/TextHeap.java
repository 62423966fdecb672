package org.mneme.nir.hdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The texts of a file, each once, in global heap collections (specification section III.E). */
final class TextHeap {
    /** A reference: length, address of the collection, index in it. */
    static final int REFERENCE_BYTES = 16;

    private static final int HEADER_BYTES = 16;
    private static final int OBJECT_HEADER_BYTES = 16;
    private static final int LEAST_BYTES = 4096;
    private static final int MOST_OBJECTS = 60_000;

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<Long> addresses = new ArrayList<>();

    /** Where a text lies. */
    private record Place(int collection, int index, int bytes) {}

    /** Takes all texts of an item. */
    void collect(HdfItem item) {
        switch (item) {
            case HdfItem.Texts texts -> texts.texts().forEach(this::add);
            case HdfItem.Numbers _ -> {}
            case HdfItem.Group group -> {
                group.attributes().values().forEach(this::collect);
                group.members().values().forEach(this::collect);
            }
        }
    }

    private void add(String text) {
        int number = places.size();
        places.putIfAbsent(
                text,
                new Place(
                        number / MOST_OBJECTS,
                        number % MOST_OBJECTS + 1,
                        text.getBytes(StandardCharsets.UTF_8).length));
    }

    /** The collections, one after the other, if they begin at an address. */
    byte[] at(long address) {
        addresses.clear();
        Bytes all = new Bytes();
        Bytes objects = new Bytes();
        int last = 0;
        for (Map.Entry<String, Place> entry : places.entrySet()) {
            Place place = entry.getValue();
            if (place.collection() != last) {
                close(all, objects, address);
                objects = new Bytes();
                last = place.collection();
            }
            objects.two(place.index())
                    .two(1)
                    .four(0)
                    .eight(place.bytes())
                    .all(entry.getKey().getBytes(StandardCharsets.UTF_8))
                    .aligned(Long.BYTES);
        }
        if (!places.isEmpty()) {
            close(all, objects, address);
        }
        return all.toArray();
    }

    /** A collection ends with its free space, itself an object. */
    private void close(Bytes all, Bytes objects, long address) {
        addresses.add(address + all.size());
        int size = Math.max(LEAST_BYTES, HEADER_BYTES + objects.size() + OBJECT_HEADER_BYTES);
        int free = size - HEADER_BYTES - objects.size();
        all.one('G', 'C', 'O', 'L', 1, 0, 0, 0)
                .eight(size)
                .all(objects.toArray())
                .two(0)
                .two(0)
                .four(0)
                .eight(free)
                .zeros(free - OBJECT_HEADER_BYTES);
    }

    /** The reference to a text; not before {@link #at}. */
    byte[] reference(String text) {
        Place place = places.get(text);
        if (place == null) {
            throw new IllegalArgumentException("not collected: " + text);
        }
        return new Bytes()
                .four(place.bytes())
                .eight(place.bytes() == 0 ? 0 : addresses.get(place.collection()))
                .four(place.bytes() == 0 ? 0 : place.index())
                .toArray();
    }
}
