package org.mneme.pass;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;
import org.mneme.targets.WeightFormat;

/** The values of a target that decisions rest on, and how far they can be trusted. */
final class Grounds {
    private final Target target;
    private final Map<Status, Set<String>> used = new EnumMap<>(Status.class);

    Grounds(Target target) {
        this.target = target;
    }

    /** Returns a limit that a decision rests on; the largest long where it is unknown or there is none. */
    long limit(Quantity quantity) {
        note(target.figure(quantity).status(), quantity.key());
        return target.limit(quantity);
    }

    /** Says whether the target has a trait that a decision rests on. */
    boolean has(Trait trait) {
        Optional.ofNullable(target.traits().get(trait)).ifPresent(support -> note(support.status(), trait.key()));
        return target.has(trait);
    }

    /** Notes that a weight format was used. */
    void format(String name) {
        for (WeightFormat format : target.formats()) {
            if (format.name().equals(name)) {
                note(format.status(), "weight format " + name);
            }
        }
    }

    private void note(Status status, String value) {
        used.computeIfAbsent(status, _ -> new TreeSet<>()).add(value);
    }

    /** A sentence for each kind of value that is not known for sure. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        used.forEach((status, values) -> {
            if (status != Status.KNOWN) {
                String what = switch (status) {
                    case KNOWN -> "known";
                    case UNVERIFIED -> "unverified";
                    case ASSUMED -> "assumed";
                    case UNKNOWN -> "unknown, taken as no limit";
                };
                notes.add("this rests on values of " + target.name() + " that are " + what + ": "
                        + values.stream().collect(Collectors.joining(", ")));
            }
        });
        return notes;
    }
}
