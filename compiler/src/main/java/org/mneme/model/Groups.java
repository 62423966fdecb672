package org.mneme.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The indices 0…count−1 grouped by equal keys; groups are numbered in the order in which their keys first appear.
 *
 * @param <K> the key
 */
final class Groups<K> {
    private final List<K> keys = new ArrayList<>();
    private final int[] groupOf;
    private final int[] start;
    private final int[] members;

    Groups(int count, IntFunction<K> key) {
        groupOf = new int[count];
        Map<K, Integer> known = new HashMap<>();
        for (int mu = 0; mu < count; mu++) {
            K k = key.apply(mu);
            Integer group = known.putIfAbsent(k, keys.size());
            if (group == null) {
                groupOf[mu] = keys.size();
                keys.add(k);
            } else {
                groupOf[mu] = group;
            }
        }
        start = new int[keys.size() + 1];
        for (int group : groupOf) {
            start[group + 1]++;
        }
        for (int group = 1; group < start.length; group++) {
            start[group] += start[group - 1];
        }
        members = new int[count];
        int[] fill = start.clone();
        for (int mu = 0; mu < count; mu++) {
            members[fill[groupOf[mu]]++] = mu;
        }
    }

    List<K> keys() {
        return keys;
    }

    int count() {
        return keys.size();
    }

    int groupOf(int index) {
        return groupOf[index];
    }

    int size(int group) {
        return start[group + 1] - start[group];
    }

    /** Returns member j of a group, ascending. */
    int member(int group, int j) {
        return members[start[group] + j];
    }
}
