package org.mneme.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

/** S(t) is decoded from feature spikes alone: what decodes cannot reach a stored pattern, not even through the weights of the graph. */
class DecodeHouseTest {
    private static final DescribedPredicate<JavaClass> DECODING =
            resideInAPackage("org.mneme.lower").and(nameMatching(".*\\.[^.]*(Codec|Decoder|RecallStep)[^.]*"));

    private static final String PATTERNS =
            "org\\.mneme\\.(model\\.(PatternSet|SequenceMemory)|ir\\.(SpikingGraph|Weights))(\\$.*)?";

    @Test
    void decodingCannotReachStoredPatterns() {
        noClasses()
                .that(DECODING)
                .should()
                .transitivelyDependOnClassesThat(nameMatching(PATTERNS))
                .check(House.CLASSES);
    }

    @Test
    void decodingKnowsStatesAndSpikesOnly() {
        classes()
                .that(DECODING)
                .should()
                .onlyDependOnClassesThat(DECODING.or(
                                nameMatching("org\\.mneme\\.(bits\\.(?!BitMatrix).*|lower\\.SourceSpike|[A-Z]\\w*)"))
                        .or(resideInAPackage("java..")))
                .check(House.CLASSES);
    }

    @Test
    void aSessionKnowsNoStoredPattern() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.mneme.runtime.session..",
                        "org.mneme.runtime.control..",
                        "org.mneme.runtime.recording..",
                        "org.mneme.runtime.checkpoint..")
                .should()
                .dependOnClassesThat(
                        nameMatching("org\\.mneme\\.(model\\.(PatternSet|SequenceMemory)|ir\\.Weights)(\\$.*)?"))
                .check(House.CLASSES);
    }
}
