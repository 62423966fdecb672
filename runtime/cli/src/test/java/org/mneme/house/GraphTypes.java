package org.mneme.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mneme.ir.SpikingGraph;

/** The types a spiking graph is made of, found by following record components and permitted subtypes from the graph down. */
final class GraphTypes {
    private GraphTypes() {}

    /** Every class a graph can hold, JDK and array types included. */
    static Set<Class<?>> all() {
        Set<Class<?>> found = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
        Deque<Class<?>> open = new ArrayDeque<>();
        open.add(SpikingGraph.class);
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            if (!found.add(type)) {
                continue;
            }
            if (type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    addClasses(component.getGenericType(), open);
                }
            }
            if (type.isSealed()) {
                open.addAll(Set.of(type.getPermittedSubclasses()));
            }
        }
        return found;
    }

    private static void addClasses(Type type, Deque<Class<?>> open) {
        switch (type) {
            case Class<?> c -> open.add(c);
            case ParameterizedType p -> {
                addClasses(p.getRawType(), open);
                for (Type argument : p.getActualTypeArguments()) {
                    addClasses(argument, open);
                }
            }
            case WildcardType w -> {
                for (Type bound : w.getUpperBounds()) {
                    addClasses(bound, open);
                }
            }
            case GenericArrayType a -> open.add(Object[].class);
            default -> throw new AssertionError("unexpected component type " + type);
        }
    }

    /** Mneme's classes among them, and those the backend interface shows besides. */
    static DescribedPredicate<JavaClass> partsOfAGraph() {
        Set<String> names = all().stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
        House.CLASSES.stream()
                .filter(c -> c.getPackageName().equals("org.mneme.runtime.backend"))
                .flatMap(c -> c.getMethods().stream())
                .flatMap(m -> m.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getName)
                .forEach(names::add);
        return describe("part of a graph or of the backend interface", c -> names.contains(c.getName()));
    }
}
