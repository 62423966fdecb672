package org.mneme.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mneme.ir.Parameter;

class GraphTypesTest {
    private static final Set<Class<?>> IMMUTABLE_JDK_TYPES = Set.of(
            String.class,
            List.class,
            Map.class,
            Optional.class,
            OptionalInt.class,
            Integer.class,
            Long.class,
            Double.class,
            Boolean.class);

    /** Vectors of numbers, which a record would hold by a changeable array. */
    private static final Set<Class<?>> VALUE_CLASSES = Set.of(Parameter.class);

    @Test
    void aGraphHoldsOnlyRecordsEnumsAndSealedInterfaces() {
        Set<String> wrong = new TreeSet<>();
        for (Class<?> type : GraphTypes.all()) {
            boolean ofTheGraph = type.getPackageName().equals("org.mneme.ir");
            boolean open = type.isInterface() && !type.isSealed();
            boolean plainClass = !type.isInterface() && !type.isRecord() && !type.isEnum();
            if (ofTheGraph && (open || plainClass && !VALUE_CLASSES.contains(type))) {
                wrong.add(type.getName());
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void aGraphHoldsNothingThatCanChange() {
        Set<String> wrong = new TreeSet<>();
        for (Class<?> type : GraphTypes.all()) {
            boolean immutable = type.getName().startsWith("org.mneme.")
                    ? type.isInterface() || type.isRecord() || isFinalWithFinalFields(type)
                    : type.isPrimitive() || IMMUTABLE_JDK_TYPES.contains(type);
            if (!immutable) {
                wrong.add(type.getName());
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void theWalkFindsEveryNeuronModelAndWeightForm() {
        Set<String> names = new TreeSet<>();
        GraphTypes.all().forEach(t -> names.add(t.getSimpleName()));
        assertTrue(
                names.containsAll(
                        Set.of("Lif", "Graded", "Escape", "Source", "SignMatrix", "Dense", "Sparse", "OneToOne")),
                names.toString());
    }

    private static boolean isFinalWithFinalFields(Class<?> type) {
        boolean fixed = Modifier.isFinal(type.getModifiers()) || type.isSealed();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                fixed &= Modifier.isFinal(field.getModifiers()) && Modifier.isPrivate(field.getModifiers());
            }
        }
        return fixed;
    }
}
