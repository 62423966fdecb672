package org.mneme.nir.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mneme.InputException;
import org.mneme.InvalidValueException;
import org.mneme.bits.Ints;
import org.mneme.nir.graph.Conv2d;
import org.mneme.nir.graph.Delay;
import org.mneme.nir.graph.Edge;
import org.mneme.nir.graph.MetaValue;
import org.mneme.nir.graph.NirGraph;
import org.mneme.nir.graph.Padding;
import org.mneme.nir.graph.Scale;
import org.mneme.nir.graph.SumPool2d;
import org.mneme.nir.graph.Tensor;
import org.mneme.runtime.exchange.ImportOptions;

class BadNetworkTest {
    private static <E extends InputException> E refused(Class<E> type, Nets nets, String... words) {
        E error = assertThrows(type, () -> nets.at(Nets.DT));
        for (String word : words) {
            assertTrue(error.getMessage().contains(word), () -> "no '" + word + "' in: " + error.getMessage());
        }
        assertEquals(2, error.exitCode());
        return error;
    }

    @Test
    void aCycleOfLinearNodesIsNamed() {
        Nets nets = Nets.start()
                .node("in", Nets.input(1))
                .node("a", Nets.linear(1, 1, 1))
                .node("b", new Delay(Tensor.scalar(0.01), Nets.NONE))
                .node("c", new Scale(Tensor.scalar(2), Nets.NONE))
                .node("z", Nets.memoryless(1, 1))
                .path("in", "a", "b", "c", "a")
                .path("c", "z");
        LinearCycleException error =
                refused(LinearCycleException.class, nets, "a → b → c → a", "cycle without a neuron");
        assertEquals(List.of("a", "b", "c"), error.nodes());
    }

    @Test
    void differentShapesAreNamedWithTheirEdge() {
        Nets nets = Nets.start()
                .node("in", Nets.input(3))
                .node("w", Nets.linear(2, 4, new double[8]))
                .path("in", "w");
        ShapeMismatchException error = refused(ShapeMismatchException.class, nets, "edge in → w", "[3]", "[4]");
        assertEquals(new Edge("in", "w"), error.edge());
        assertEquals(Ints.of(3), error.given());
        assertEquals(Ints.of(4), error.taken());
    }

    @Test
    void parametersThatDoNotFitTheirInputAreNamedWithTheEdge() {
        refused(
                ShapeMismatchException.class,
                Nets.start()
                        .node("in", Nets.input(3))
                        .node("n", Nets.memoryless(2, 1))
                        .path("in", "n"),
                "edge in → n",
                "[3]",
                "[2]");
        refused(
                ShapeMismatchException.class,
                Nets.start()
                        .node("in", Nets.input(3, 5, 5))
                        .node("conv", conv(2, 1))
                        .path("in", "conv"),
                "edge in → conv",
                "[3, 5, 5]",
                "[2, 5, 5]");
    }

    private static Conv2d conv(int channels, int groups) {
        Tensor weight = Tensor.filled(Ints.of(4, channels / groups, 3, 3), 1);
        return new Conv2d(
                Optional.empty(),
                weight,
                Ints.of(1),
                new Padding.Valid(),
                Ints.of(1),
                groups,
                Nets.filled(4, 0),
                Nets.NONE);
    }

    @Test
    void aKernelLargerThanItsInputIsNamed() {
        refused(
                NodeParameterException.class,
                Nets.start()
                        .node("in", Nets.input(2, 2, 9))
                        .node("conv", conv(2, 1))
                        .path("in", "conv"),
                "node conv (Conv2d)",
                "[2, 2, 9]");
    }

    @Test
    void groupsThatDoNotDivideAreNamed() {
        refused(
                NodeParameterException.class,
                Nets.start()
                        .node("in", Nets.input(3, 5, 5))
                        .node("conv", conv(3, 3))
                        .path("in", "conv"),
                "conv",
                "groups is 3");
    }

    @Test
    void anEdgeToNowhereIsNamedWithTheNearestNode() {
        BadEdgeException error = refused(
                BadEdgeException.class,
                Nets.start()
                        .node("in", Nets.input(1))
                        .node("hidden", Nets.memoryless(1, 1))
                        .path("in", "hiden"),
                "edge in → hiden",
                "did you mean 'hidden'?");
        assertEquals(new Edge("in", "hiden"), error.edge());
    }

    @Test
    void anEdgeThatIsThereTwiceIsNamed() {
        refused(
                BadEdgeException.class,
                Nets.start()
                        .node("in", Nets.input(1))
                        .node("n", Nets.memoryless(1, 1))
                        .path("in", "n")
                        .path("in", "n"),
                "edge in → n",
                "twice");
    }

    @Test
    void anEdgeIntoAnInputIsNamed() {
        refused(
                BadEdgeException.class,
                Nets.start()
                        .node("in", Nets.input(1))
                        .node("n", Nets.memoryless(1, 1))
                        .path("in", "n", "in"),
                "edge n → in");
    }

    @Test
    void aNestedGraphOfTwoInputsNeedsToBeToldWhich() {
        NirGraph inner = Nets.start()
                .node("left", Nets.input(1))
                .node("right", Nets.input(1))
                .node("n", Nets.memoryless(1, 1))
                .path("left", "n")
                .path("right", "n")
                .graph();
        Nets nets = Nets.start().node("in", Nets.input(1)).node("inner", inner);
        refused(BadEdgeException.class, nets.path("in", "inner"), "edge in → inner", "2 inputs", "inner.NODE");
        assertEquals(
                2,
                Nets.start()
                        .node("in", Nets.input(1))
                        .node("inner", inner)
                        .path("in", "inner.left")
                        .at(Nets.DT)
                        .graph()
                        .populations()
                        .size());
    }

    @Test
    void aStepLongerThanATimeConstantIsRefusedWithTheLongestThatWorks() {
        Nets nets = Nets.start()
                .node("in", Nets.input(1))
                .node("n", Nets.lif(1, 0.0008, 1, 0, 1, 0))
                .node("m", Nets.lif(1, 0.0005, 1, 0, 1, 0))
                .path("in", "n", "m");
        UnstableStepException error =
                refused(UnstableStepException.class, nets, "m (LIF)", "tau", "--dt 5.0E-4 or less");
        assertEquals(0.0005, error.timeConstant());
        assertEquals(3, nets.at(0.0005).graph().populations().size());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aStepThatIsNoTimeIsRefused(double tick) {
        assertThrows(InvalidValueException.class, () -> ImportOptions.tick(tick));
    }

    @Test
    void parametersOutOfRangeAreNamed() {
        refused(
                NodeParameterException.class,
                Nets.start().node("n", Nets.lif(2, 0, 1, 0, 1, 0)),
                "node n (LIF): tau of neuron 0 is 0.0 s");
        refused(
                NodeParameterException.class,
                Nets.start().node("n", Nets.lif(1, 1, 1, 0, 1, 2)),
                "v_reset of neuron 0 is 2.0, above its v_threshold 1.0");
        refused(
                NodeParameterException.class,
                Nets.start().node("n", Nets.lif(1, 1, Double.NaN, 0, 1, 0)),
                "r of neuron 0 is NaN");
        refused(
                NodeParameterException.class,
                Nets.start()
                        .node("d", new Delay(Tensor.vector(-0.001), Nets.NONE))
                        .node("n", Nets.memoryless(1, 1))
                        .path("d", "n"),
                "node d (Delay): delay of element 0 is -0.001 s");
        refused(
                NodeParameterException.class,
                Nets.start().node("w", Nets.linear(1, 1, Double.NaN)),
                "node w (Linear)",
                "not finite");
    }

    @Test
    void aShapeThatNothingTellsIsAskedFor() {
        refused(
                UnknownShapeException.class,
                Nets.start()
                        .node("conv", conv(2, 1))
                        .node("n", Nets.memoryless(1, 1))
                        .path("conv", "n"),
                "node conv",
                "Input");
    }

    @Test
    void aShapeWithoutElementsOrTooLargeIsNamed() {
        refused(
                NodeParameterException.class,
                Nets.start()
                        .node("in", Nets.input(0))
                        .node("n", Nets.lif(0, 1, 1, 0, 1, 0))
                        .path("in", "n"),
                "its shape [0] has a dimension below 1");
        for (int side : new int[] {100_000, Integer.MAX_VALUE}) {
            refused(
                    NodeParameterException.class,
                    Nets.start()
                            .node("in", Nets.input(side, side, side))
                            .node("n", Nets.memoryless(1, 1))
                            .path("in", "n"),
                    "(Input): its shape [" + side + ", ",
                    "more than 16777216 elements");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40_000, 1 << 30, Integer.MAX_VALUE})
    void aPaddingOrKernelTooLargeToRunIsNamed(int much) {
        Conv2d conv = new Conv2d(
                Optional.empty(),
                Tensor.filled(Ints.of(4, 1, 3, 3), 1),
                Ints.of(1),
                new Padding.Zeros(Ints.of(much, much)),
                Ints.of(1),
                1,
                Nets.filled(4, 0),
                Nets.NONE);
        refused(
                NodeParameterException.class,
                Nets.start().node("in", Nets.input(1, 5, 5)).node("conv", conv).path("in", "conv"),
                "node conv (Conv2d)",
                "16777216");
        SumPool2d pool = new SumPool2d(Ints.of(much, much), Ints.of(1), Ints.of(0), Nets.NONE);
        refused(
                NodeParameterException.class,
                Nets.start().node("in", Nets.input(1, 5, 5)).node("pool", pool).path("in", "pool"),
                "node pool (SumPool2d): kernel_size is " + much,
                "16777216");
    }

    @Test
    void aTimeStepInTheMetadataThatIsNoneIsRefused() {
        for (MetaValue value : List.of(
                MetaValue.Numbers.of(-1),
                MetaValue.Numbers.of(Double.NaN),
                new MetaValue.Numbers(Tensor.vector(1, 2)),
                new MetaValue.Text("abc"))) {
            NirGraph plain = Nets.start()
                    .node("in", Nets.input(1))
                    .node("n", Nets.memoryless(1, 1))
                    .path("in", "n")
                    .graph();
            NirGraph graph = new NirGraph(
                    plain.nodes(),
                    plain.edges(),
                    new MetaValue.Group(new TreeMap<>(Map.of(NirImporter.TICK_SECONDS, value))));
            TimeStepException error =
                    assertThrows(TimeStepException.class, () -> NirImporter.network(graph, ImportOptions.defaults()));
            assertTrue(error.getMessage().contains("metadata dt, the time step, is " + error.told()));
            assertEquals(
                    2,
                    NirImporter.network(graph, ImportOptions.tick(Nets.DT))
                            .graph()
                            .populations()
                            .size());
        }
    }

    @Test
    void aTruncatedOrChangedFileIsRefusedInASentence(@TempDir Path folder) throws IOException {
        byte[] whole;
        try (InputStream in = Objects.requireNonNull(BadNetworkTest.class.getResourceAsStream("older.nir"))) {
            whole = in.readAllBytes();
        }
        Path file = folder.resolve("cut.nir");
        for (int length = 0; length < whole.length; length += 1 + whole.length / 40) {
            Files.write(file, Arrays.copyOf(whole, length));
            InputException error = assertThrows(
                    InputException.class,
                    () -> new NirImporter().read(file, ImportOptions.defaults()),
                    "cut at " + length);
            assertTrue(error.getMessage().contains("cut.nir"), error.getMessage());
        }
    }
}
