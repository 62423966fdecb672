package org.mneme.board.targets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mneme.board.proto.TargetDescription;
import org.mneme.runtime.config.Place;
import org.mneme.targets.Figure;
import org.mneme.targets.InvalidTargetException;
import org.mneme.targets.Quantity;
import org.mneme.targets.Status;
import org.mneme.targets.SynapseRows;
import org.mneme.targets.Target;
import org.mneme.targets.TargetValidator;
import org.mneme.targets.Trait;
import org.mneme.targets.WeightFormat;

/** Values that a user supplies for what nobody knows. */
final class Assumptions {
    private final Target target;
    private final DescriptionReader reader;
    private final String file;

    private Assumptions(Target target, DescriptionReader reader, String file) {
        this.target = target;
        this.reader = reader;
        this.file = file;
    }

    /**
     * Puts assumptions into a target.
     *
     * @param target any
     * @param file a description of which figures, traits, formats and synapse rows are read; no status is needed there
     * @return the target with them, marked assumed
     * @throws TargetFileException if the file is wrong, or contradicts what is known
     */
    static Target apply(Target target, Path file) {
        DescriptionReader reader =
                TargetText.reader(TargetText.read(file), file.toString(), Optional.of(Status.ASSUMED));
        return new Assumptions(target, reader, file.toString()).apply();
    }

    private Target apply() {
        TargetDescription message = reader.message();
        if (!message.getName().isEmpty() && !message.getName().equals(target.name())) {
            throw new TargetFileException(
                    reader.locations().of(TargetDescription.NAME_FIELD_NUMBER, 0),
                    "these assumptions are of target " + message.getName() + ", not of " + target.name());
        }
        Target assumed = new Target(
                target.name(),
                target.title(),
                target.arithmetic(),
                target.differences(),
                target.topology(),
                target.routing(),
                figures(),
                traits(),
                formats(),
                message.hasSynapseRows() ? rows() : target.rows(),
                "");
        try {
            return TargetMessages.digested(TargetValidator.require(assumed));
        } catch (InvalidTargetException e) {
            throw new TargetFileException(reader.locations().whole(), String.join("; ", e.mistakes()));
        }
    }

    private Map<Quantity, Figure> figures() {
        Map<Quantity, Figure> figures = new EnumMap<>(Quantity.class);
        figures.putAll(target.figures());
        for (Map.Entry<Quantity, Figure> entry : reader.figures().entrySet()) {
            Figure was = target.figure(entry.getKey());
            Figure now = entry.getValue();
            if (now.value().isEmpty()) {
                continue;
            }
            if (was.status() == Status.KNOWN && !was.value().equals(now.value())) {
                throw contradiction(
                        TargetDescription.FIGURE_FIELD_NUMBER,
                        index(entry.getKey()),
                        entry.getKey().key() + " is known to be "
                                + TargetValidator.text(was.value().orElseThrow()) + " (" + was.source() + ")");
            }
            if (was.status() != Status.KNOWN) {
                figures.put(entry.getKey(), new Figure(now.value(), Status.ASSUMED, file + ": " + now.source()));
            }
        }
        return figures;
    }

    private int index(Quantity quantity) {
        return reader.message().getFigureList().stream()
                .map(org.mneme.board.proto.Figure::getQuantity)
                .toList()
                .indexOf(quantity.key());
    }

    private Map<Trait, Trait.Support> traits() {
        Map<Trait, Trait.Support> traits = new EnumMap<>(Trait.class);
        reader.traits()
                .forEach((trait, support) ->
                        traits.put(trait, new Trait.Support(Status.ASSUMED, file + ": " + support.source())));
        traits.putAll(target.traits());
        return traits;
    }

    private List<WeightFormat> formats() {
        List<WeightFormat> formats = new ArrayList<>(target.formats());
        int i = 0;
        for (WeightFormat format : reader.formats()) {
            Optional<WeightFormat> was = target.formats().stream()
                    .filter(f -> f.name().equals(format.name()))
                    .findFirst();
            if (was.isPresent()) {
                throw contradiction(
                        TargetDescription.WEIGHT_FORMAT_FIELD_NUMBER,
                        i,
                        "the target has a weight format '" + format.name() + "' already");
            }
            formats.add(new WeightFormat(
                    format.name(),
                    format.low(),
                    format.high(),
                    format.step(),
                    format.lowestExponent(),
                    format.highestExponent(),
                    format.bits(),
                    Status.ASSUMED,
                    file + ": " + format.source()));
            i++;
        }
        return formats;
    }

    private SynapseRows rows() {
        SynapseRows rows = reader.rows();
        if (target.rows().status() == Status.KNOWN) {
            throw contradiction(
                    TargetDescription.SYNAPSE_ROWS_FIELD_NUMBER,
                    0,
                    "what synapses cost is known (" + target.rows().source() + ")");
        }
        return new SynapseRows(
                rows.crossbar(),
                rows.headerBits(),
                rows.indexBits(),
                rows.extraBits(),
                rows.delayBits(),
                rows.synapsesPerBlock(),
                rows.wordBits(),
                Status.ASSUMED,
                file + ": " + rows.source());
    }

    private TargetFileException contradiction(int field, int index, String known) {
        Place place = reader.locations().of(field, index);
        return new TargetFileException(place, known + "; assume only what is not, or describe a target of your own");
    }
}
