package org.mneme.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** The reference stepper judges the engine, so the two share nothing but the records of the graph. */
class JudgeHouseTest {
    private static final String REFERENCE = "org.mneme.simulator.reference..";
    private static final String ENGINE = "org.mneme.simulator.engine..";

    @Test
    void referenceKnowsOnlyTheGraphAndTheBackendInterface() {
        classes()
                .that()
                .resideInAPackage(REFERENCE)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                REFERENCE, "org.mneme.ir..", "org.mneme.runtime.backend..", "java..", "org.jspecify..")
                        .or(GraphTypes.partsOfAGraph()))
                .check(House.CLASSES);
    }

    @Test
    void engineKnowsOnlyTheGraphTheKernelsAndTheBackendInterface() {
        classes()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                ENGINE,
                                "org.mneme.ir..",
                                "org.mneme.bits..",
                                "org.mneme.runtime.backend..",
                                "java..",
                                "org.jspecify..")
                        .or(GraphTypes.partsOfAGraph()))
                .check(House.CLASSES);
    }

    @Test
    void referenceUsesNoKernel() {
        noClasses()
                .that()
                .resideInAPackage(REFERENCE)
                .should()
                .dependOnClassesThat(simpleNameEndingWith("Kernels"))
                .check(House.CLASSES);
    }
}
