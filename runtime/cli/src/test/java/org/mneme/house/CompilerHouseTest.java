package org.mneme.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompilerHouseTest {
    static Stream<String> packages() {
        return House.COMPILER_FLOORS.stream().flatMap(List::stream);
    }

    /** Packages that may not be known by {@code name}: those of its own floor but itself, and those above. */
    private static List<String> forbiddenTo(String name) {
        int floor = IntStream.range(0, House.COMPILER_FLOORS.size())
                .filter(i -> House.COMPILER_FLOORS.get(i).contains(name))
                .findFirst()
                .orElseThrow();
        List<String> forbidden = new ArrayList<>();
        for (List<String> later : House.COMPILER_FLOORS.subList(floor, House.COMPILER_FLOORS.size())) {
            later.stream()
                    .filter(p -> !p.equals(name))
                    .map(p -> "org.mneme." + p + "..")
                    .forEach(forbidden::add);
        }
        return forbidden;
    }

    @ParameterizedTest
    @MethodSource("packages")
    void eachPackageKnowsOnlyThoseBeforeIt(String name) {
        noClasses()
                .that()
                .resideInAPackage("org.mneme." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbiddenTo(name).toArray(String[]::new))
                .allowEmptyShould(true)
                .check(House.CLASSES);
    }

    @Test
    void errorsAtTheRootKnowNoPackage() {
        classes()
                .that()
                .resideInAPackage("org.mneme")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.mneme", "java..", "org.jspecify..")
                .check(House.CLASSES);
    }

    @Test
    void compilerKnowsTheJdkAndEjmlAndNothingElse() {
        classes()
                .that(House.compiler())
                .should()
                .onlyDependOnClassesThat(House.compiler()
                        .or(resideInAnyPackage("java..", "org.ejml..", "org.jspecify.."))
                        .or(describe("primitive", c -> c.isPrimitive() || c.isArray())))
                .check(House.CLASSES);
    }
}
