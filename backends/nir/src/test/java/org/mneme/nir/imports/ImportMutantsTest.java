package org.mneme.nir.imports;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mneme.InputException;
import org.mneme.ir.SpikingGraph;
import org.mneme.mutants.CompiledClasses;
import org.mneme.mutants.Mutant;
import org.mneme.runtime.exchange.Importer;

/** Importers that are wrong in one place; the golden networks must tell each from the right one. */
class ImportMutantsTest {
    private static final String FOLDER = "org/mneme/nir/imports";
    private static final Path SOURCES = Path.of(System.getProperty("basedir", "."), "src/main/java", FOLDER);

    static Stream<Mutant> mutants() {
        return Stream.of(
                new Mutant("padding left out", "Window.java", "place * stride - before", "place * stride"),
                new Mutant(
                        "padding on one side only",
                        "Window.java",
                        "length + before + after",
                        "length + before + before / 2"),
                new Mutant("stride and dilation swapped", "Window.java", "place * stride", "place * dilation"),
                new Mutant("dilation left out", "Window.java", "tap * dilation", "tap"),
                new Mutant(
                        "same padding on the wrong side",
                        "Convolutions.java",
                        "zeros / 2, zeros - zeros / 2",
                        "zeros - zeros / 2, zeros / 2"),
                new Mutant(
                        "groups share their inputs",
                        "Convolution.java",
                        "channel / (channelsOut() / groups) * each",
                        "0"),
                new Mutant("averages not divided", "Convolutions.java", "kernel -> 1.0 / kernel", "kernel -> 1"),
                new Mutant(
                        "bias forgotten",
                        "Signal.java",
                        "map.bias().ifPresent(bias -> result.constants.merge(0, bias, ElementWise::plus));",
                        ""),
                new Mutant(
                        "bias not passed through what follows", "Signal.java", "map.matrix().times(values)", "values"),
                new Mutant(
                        "delays all that of the first element",
                        "Signal.java",
                        "rows[r] = ticks[r] == late",
                        "rows[r] = ticks[0] == late"),
                new Mutant(
                        "delays rounded up",
                        "LinearNodes.java",
                        "Math.rint(seconds[i] / tickSeconds)",
                        "Math.ceil(seconds[i] / tickSeconds)"),
                new Mutant(
                        "delays one tick longer",
                        "GraphAssembly.java",
                        ".merge(Math.max(1, path.delay())",
                        ".merge(1 + path.delay()"),
                new Mutant("constants early", "GraphAssembly.java", "late.merge(Math.max(1, tick)", "late.merge(1"),
                new Mutant(
                        "fires at the threshold",
                        "Dynamics.java",
                        "parameter(threshold)",
                        "parameter(java.util.Arrays.stream(threshold).map(Math::nextDown).toArray())"),
                new Mutant(
                        "resets to 0",
                        "Dynamics.java",
                        "new Membrane.Reset.Hard(parameter(reset))",
                        "new Membrane.Reset.Hard(Parameter.of(0))"),
                new Mutant(
                        "leak potential forgotten",
                        "Euler.java",
                        "double[] drive = ElementWise.times(alpha, of(\"v_leak\"));",
                        "double[] drive = zero;"),
                new Mutant("input weight forgotten", "Euler.java", "ElementWise.times(beta, of(\"w_in\"))", "beta"),
                new Mutant(
                        "resistance without the step",
                        "Euler.java",
                        "ElementWise.times(alpha, of(\"r\"))",
                        "of(\"r\")"),
                new Mutant(
                        "old current",
                        "Dynamics.java",
                        "return ElementWise.times(gain, keptCurrent());",
                        "return gain;"),
                new Mutant(
                        "no leak in integrators",
                        "GraphAssembly.java",
                        "oneToOne(name, name, kept);",
                        "oneToOne(name, name, ElementWise.filled(kept.length, 1));"));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void aMutantIsTold(Mutant mutant) throws IOException {
        String text = mutant.in(Files.readString(SOURCES.resolve(mutant.file())));
        Importer importer = (Importer) CompiledClasses.of(
                        Map.of(FOLDER + "/" + mutant.file(), text),
                        NirImporter.class,
                        Importer.class,
                        SpikingGraph.class,
                        NullMarked.class)
                .create(
                        NirImporter.class.getName(),
                        getClass().getClassLoader(),
                        name -> name.startsWith(NirImporter.class.getPackageName() + "."));
        assertFalse(Golden.NAMES.stream().allMatch(name -> agrees(importer, name)), mutant.toString());
    }

    private static boolean agrees(Importer importer, String name) {
        try {
            return Golden.of(name).differences(importer, "simulator").equals(List.of());
        } catch (InputException e) {
            return false;
        }
    }
}
