package org.mneme.board.targets;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.mneme.board.proto.Arithmetic;
import org.mneme.board.proto.Routing;
import org.mneme.board.proto.Status;
import org.mneme.board.proto.TargetDescription;
import org.mneme.board.proto.Topology;
import org.mneme.targets.Figure;
import org.mneme.targets.SynapseRows;
import org.mneme.targets.Target;
import org.mneme.targets.Trait;
import org.mneme.targets.WeightFormat;

/** Targets as messages, in one order, so that equal targets are equal bytes. */
final class TargetMessages {
    private TargetMessages() {}

    static TargetDescription message(Target target) {
        TargetDescription.Builder message = TargetDescription.newBuilder()
                .setName(target.name())
                .setTitle(target.title())
                .setArithmetic(
                        switch (target.arithmetic()) {
                            case EXACT -> Arithmetic.EXACT;
                            case ENVELOPE -> Arithmetic.ENVELOPE;
                        })
                .addAllDifference(target.differences())
                .setTopology(
                        switch (target.topology()) {
                            case MESH -> Topology.MESH;
                            case HEXAGONAL -> Topology.HEXAGONAL;
                        })
                .setRouting(
                        switch (target.routing()) {
                            case NONE -> Routing.NONE;
                            case DESTINATIONS -> Routing.DESTINATIONS;
                            case KEY_MASK -> Routing.KEY_MASK;
                        });
        target.figures().forEach((quantity, figure) -> {
            org.mneme.board.proto.Figure.Builder written = message(figure).setQuantity(quantity.key());
            if (figure.value().isPresent()) {
                written.setUnit(quantity.unit());
            }
            message.addFigure(written);
        });
        target.traits().forEach((trait, support) -> message.addTrait(message(trait, support)));
        target.formats().forEach(format -> message.addWeightFormat(message(format)));
        return message.setSynapseRows(message(target.rows())).build();
    }

    private static org.mneme.board.proto.Figure.Builder message(Figure figure) {
        org.mneme.board.proto.Figure.Builder message = org.mneme.board.proto.Figure.newBuilder()
                .setStatus(status(figure.status()))
                .setSource(figure.source());
        figure.value().ifPresent(message::setValue);
        return message;
    }

    private static org.mneme.board.proto.Trait message(Trait trait, Trait.Support support) {
        return org.mneme.board.proto.Trait.newBuilder()
                .setName(trait.key())
                .setStatus(status(support.status()))
                .setSource(support.source())
                .build();
    }

    private static org.mneme.board.proto.WeightFormat message(WeightFormat format) {
        return org.mneme.board.proto.WeightFormat.newBuilder()
                .setName(format.name())
                .setLow(format.low())
                .setHigh(format.high())
                .setStep(format.step())
                .setLowestExponent(format.lowestExponent())
                .setHighestExponent(format.highestExponent())
                .setBits(format.bits())
                .setStatus(status(format.status()))
                .setSource(format.source())
                .build();
    }

    private static org.mneme.board.proto.SynapseRows message(SynapseRows rows) {
        return org.mneme.board.proto.SynapseRows.newBuilder()
                .setCrossbar(rows.crossbar())
                .setHeaderBits(rows.headerBits())
                .setIndexBits(rows.indexBits())
                .setExtraBits(rows.extraBits())
                .setDelayBits(rows.delayBits())
                .setSynapsesPerBlock(rows.synapsesPerBlock())
                .setWordBits(rows.wordBits())
                .setStatus(status(rows.status()))
                .setSource(rows.source())
                .build();
    }

    private static Status status(org.mneme.targets.Status status) {
        return switch (status) {
            case KNOWN -> Status.KNOWN;
            case UNVERIFIED -> Status.UNVERIFIED;
            case ASSUMED -> Status.ASSUMED;
            case UNKNOWN -> Status.UNKNOWN;
        };
    }

    static byte[] bytes(TargetDescription message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.getSerializedSize());
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.useDeterministicSerialization();
            message.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same target under the digest of what it now is. */
    static Target digested(Target target) {
        return new Target(
                target.name(),
                target.title(),
                target.arithmetic(),
                target.differences(),
                target.topology(),
                target.routing(),
                target.figures(),
                target.traits(),
                target.formats(),
                target.rows(),
                digest(bytes(message(target))));
    }
}
