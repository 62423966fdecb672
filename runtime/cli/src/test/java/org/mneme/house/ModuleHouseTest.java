package org.mneme.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleHouseTest {
    /** Which modules each may know, itself aside. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "compiler", Set.of(),
            "runtime", Set.of("compiler"),
            "motor", Set.of("compiler", "runtime"),
            "lab", Set.of("compiler", "runtime", "report"),
            "report", Set.of("compiler", "runtime"),
            "simulator", Set.of("compiler", "runtime"),
            "nir", Set.of("compiler", "runtime"),
            "board", Set.of("compiler", "runtime"),
            "cli", Set.of("compiler", "runtime", "lab", "report"));

    static Stream<String> modules() {
        return KNOWN.keySet().stream().sorted();
    }

    @Test
    void everyModuleIsLookedAt() {
        Set<String> found = House.CLASSES.stream()
                .map(c -> House.moduleOf(c.getPackageName()))
                .filter(m -> !m.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(KNOWN.keySet()), found);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void eachModuleKnowsOnlyItsOwn(String module) {
        Set<String> known = KNOWN.getOrDefault(module, Set.of());
        noClasses()
                .that(House.module(module))
                .should()
                .dependOnClassesThat(describe("in modules other than " + known, c -> {
                    String other = House.moduleOf(c.getPackageName());
                    return !other.isEmpty() && !other.equals(module) && !known.contains(other);
                }))
                .check(House.CLASSES);
    }

    @Test
    void noPackageCycles() {
        SlicesRuleDefinition.slices()
                .assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass c) {
                        return c.getPackageName().startsWith("org.mneme")
                                ? SliceIdentifier.of(c.getPackageName())
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(House.CLASSES);
    }

    @Test
    void internalPackagesStayWithinTheirModule() {
        classes()
                .that(House.module("").negate())
                .should(new ArchCondition<>("not depend on another module's internal packages") {
                    @Override
                    public void check(JavaClass c, ConditionEvents events) {
                        c.getDirectDependenciesFromSelf().stream()
                                .filter(d -> (d.getTargetClass().getPackageName() + ".").contains(".internal."))
                                .filter(d -> !House.moduleOf(d.getTargetClass().getPackageName())
                                        .equals(House.moduleOf(c.getPackageName())))
                                .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
                    }
                })
                .check(House.CLASSES);
    }

    @Test
    void librariesPrintAndLogNothing() {
        DescribedPredicate<JavaClass> library = DescribedPredicate.not(House.module("cli"));
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(House.CLASSES.that(library));
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(House.CLASSES);
    }

    @Test
    void previewAndInternalJdkPackagesAreNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sun..", "jdk.internal..", "jdk.incubator..")
                .check(House.CLASSES);
    }
}
