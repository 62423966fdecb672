package org.mneme.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mneme.InputException;
import org.mneme.model.Interaction;
import org.mneme.model.SequenceMemory;

/** Picks the first lowering that the target and the patterns can bear: graded, real, spiking, stochastic; and says why. */
public final class AutoLowering implements Lowering {
    /** The name of this lowering. */
    public static final String NAME = "auto";

    /**
     * A lowering that was not picked.
     *
     * @param lowering its name
     * @param reason why not, part of a sentence
     */
    public record PassedOver(String lowering, String reason) {}

    /**
     * What was picked.
     *
     * @param lowered the graph and its codec
     * @param passedOver what stood before it, in order
     */
    public record Choice(Lowered lowered, List<PassedOver> passedOver) {
        /** Copies the list. */
        public Choice {
            passedOver = List.copyOf(passedOver);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lowered lower(SequenceMemory memory, LoweringOptions options) {
        return choose(memory, options).lowered();
    }

    /**
     * Lowers a memory by the first lowering that can bear it.
     *
     * @param memory the memory
     * @param options the target's abilities among them
     * @return the graph, and the lowerings passed over
     * @throws InputException the first lowering's refusal, where none of those the target can do takes the memory
     * @throws CannotLowerException if the target can do none of them
     */
    public Choice choose(SequenceMemory memory, LoweringOptions options) {
        return choose(memory, options, Map.of());
    }

    /**
     * Lowers a memory by the first lowering that can bear it, of those that have not been refused.
     *
     * @param memory the memory
     * @param options the target's abilities among them
     * @param refused name → why, part of a sentence: lowerings whose graphs do not fit the target
     * @return the graph, and the lowerings passed over
     * @throws InputException the first lowering's refusal, where none of those the target can do takes the memory
     * @throws CannotLowerException if the target can do none of them
     */
    public Choice choose(SequenceMemory memory, LoweringOptions options, Map<String, String> refused) {
        List<PassedOver> passedOver = new ArrayList<>();
        Optional<InputException> first = Optional.empty();
        for (Lowering candidate : Lowerings.candidates()) {
            Optional<String> lacking = lacking(candidate, memory, options.abilities())
                    .or(() -> Optional.ofNullable(refused.get(candidate.name())));
            if (lacking.isPresent()) {
                passedOver.add(new PassedOver(candidate.name(), lacking.get()));
                continue;
            }
            try {
                return chosen(candidate.lower(memory, options), passedOver);
            } catch (CueNoiseException e) {
                first = Optional.of(first.orElse(e));
                passedOver.add(new PassedOver(candidate.name(), tooNoisy(candidate, options, e)));
            } catch (CannotLowerException e) {
                first = Optional.of(first.orElse(e));
                passedOver.add(new PassedOver(
                        candidate.name(),
                        (candidate instanceof GradedLowering ? "integers cannot express " : "it cannot express ")
                                + e.reason()));
            }
        }
        throw first.orElseGet(() -> new CannotLowerException(
                NAME,
                "this memory on target " + options.abilities().target() + " (" + reasons(passedOver) + ")",
                remedy(memory)));
    }

    /** What signs, floors and payloads a target lacks, the threshold interaction alone can do without. */
    private static String remedy(SequenceMemory memory) {
        return memory.interaction() instanceof Interaction.Threshold
                ? "use another target"
                : "use another target, or a threshold interaction";
    }

    private static Choice chosen(Lowered lowered, List<PassedOver> passedOver) {
        return new Choice(
                passedOver.isEmpty()
                        ? lowered
                        : lowered.because(lowered.why() + ", since "
                                + passedOver.stream().map(PassedOver::reason).collect(Collectors.joining("; "))),
                passedOver);
    }

    private static String reasons(List<PassedOver> passedOver) {
        return passedOver.stream().map(p -> p.lowering() + ": " + p.reason()).collect(Collectors.joining("; "));
    }

    private static String tooNoisy(Lowering candidate, LoweringOptions options, CueNoiseException e) {
        return candidate instanceof GradedLowering
                ? String.format(
                        Locale.ROOT,
                        "payloads of %d bits bear cue noise up to %.3f only",
                        options.payloadBits(),
                        e.bearable())
                : String.format(Locale.ROOT, "%s bears cue noise up to %.3f only", candidate.name(), e.bearable());
    }

    /**
     * Says what a target would need for a lowering besides what it has.
     *
     * @param candidate the lowering
     * @param memory the memory
     * @param abilities of the target
     * @return part of a sentence; empty where the target can do it
     */
    public static Optional<String> lacking(Lowering candidate, SequenceMemory memory, Abilities abilities) {
        String target = "target " + abilities.target();
        return switch (candidate.name()) {
            case "graded" -> abilities.graded() ? Optional.empty() : Optional.of(target + " has binary spikes only");
            case "real" -> abilities.realNumbers() ? Optional.empty() : Optional.of(target + " computes in integers");
            case "spiking" -> lackingForSpikes(memory, abilities);
            case "stochastic" ->
                abilities.escapeNoise()
                        ? Optional.empty()
                        : Optional.of(target + " has no neurons that fire at random");
            default -> Optional.empty();
        };
    }

    private static Optional<String> lackingForSpikes(SequenceMemory memory, Abilities abilities) {
        if (memory.interaction() instanceof Interaction.Threshold) {
            return Optional.empty();
        }
        String target = "target " + abilities.target();
        if (!abilities.signedSums()) {
            return Optional.of(target + " does not add inputs of both signs, which winner-take-all needs");
        }
        return abilities.floor()
                ? Optional.empty()
                : Optional.of(target + " has no floor under its membranes, which winner-take-all needs");
    }
}
