package org.mneme.runtime.checkpoint;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.mneme.bits.Signs;
import org.mneme.ir.GraphDigest;
import org.mneme.ir.Population;
import org.mneme.ir.SpikingGraph;
import org.mneme.ir.StateVariable;
import org.mneme.lower.DecoderPosition;
import org.mneme.runtime.backend.Counters;
import org.mneme.runtime.backend.ExecutionImage;
import org.mneme.runtime.backend.Noise;
import org.mneme.runtime.checkpoint.CheckpointException.Reason;

/**
 * The file of a checkpoint, big-endian: 8 bytes {@code MNEMECKP}, version (4), length of the body (8), CRC-32C of the body (8), then
 * the body: the graph's SHA-256 (32), seed, from version 2 on the noise (drop, flip, jitter, longest jitter), next tick, counters, the state of each population (variables in the model's order, a float
 * a neuron), the spikes under way, the decoder, the scheduled cues. Version 2 is written only where there is noise.
 */
final class CheckpointFormat {
    static final int VERSION = 2;
    private static final int NOISELESS = 1;

    private static final byte[] MAGIC = "MNEMECKP".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST_BYTES = 32;

    private CheckpointFormat() {}

    static void write(Checkpoint checkpoint, SpikingGraph graph, OutputStream out) throws IOException {
        byte[] digest = HexFormat.of().parseHex(GraphDigest.of(graph));
        CRC32C crc = new CRC32C();
        DataOutputStream measure = new DataOutputStream(new CheckedOutputStream(OutputStream.nullOutputStream(), crc));
        Counting counted = new Counting(measure);
        body(checkpoint, digest, graph, new DataOutputStream(counted));
        DataOutputStream data = new DataOutputStream(out);
        data.write(MAGIC);
        data.writeInt(checkpoint.noise().isNone() ? NOISELESS : VERSION);
        data.writeLong(counted.count);
        data.writeLong(crc.getValue());
        body(checkpoint, digest, graph, data);
        data.flush();
    }

    /** Counts what passes, which {@link DataOutputStream} does in 32 bits only. */
    private static final class Counting extends OutputStream {
        private final OutputStream out;
        private long count;

        private Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }

    private static void body(Checkpoint checkpoint, byte[] digest, SpikingGraph graph, DataOutputStream out)
            throws IOException {
        ExecutionImage image = checkpoint.image();
        out.write(digest);
        out.writeLong(checkpoint.seed());
        noise(checkpoint.noise(), out);
        out.writeLong(image.tick());
        out.writeLong(image.counters().spikes());
        out.writeLong(image.counters().synapticEvents());
        out.writeLong(image.counters().saturations());
        for (int p = 0; p < graph.populations().size(); p++) {
            Map<StateVariable, double[]> states = image.states().get(p);
            for (StateVariable variable : graph.populations().get(p).model().state()) {
                for (double value : Objects.requireNonNull(states.get(variable))) {
                    out.writeDouble(value);
                }
            }
        }
        out.writeInt(image.spikes().size());
        for (ExecutionImage.ImageSpike spike : image.spikes()) {
            out.writeLong(spike.tick());
            out.writeInt(spike.neuron());
            out.writeDouble(spike.payload());
        }
        out.writeBoolean(checkpoint.decoding().isPresent());
        if (checkpoint.decoding().isPresent()) {
            decoding(checkpoint.decoding().get(), out);
        }
        out.writeInt(checkpoint.scheduledCues().size());
        for (long tick : checkpoint.scheduledCues()) {
            out.writeLong(tick);
        }
    }

    private static void noise(Noise noise, DataOutputStream out) throws IOException {
        if (!noise.isNone()) {
            out.writeDouble(noise.drop());
            out.writeDouble(noise.flip());
            out.writeDouble(noise.jitter());
            out.writeInt(noise.jitterTicks());
        }
    }

    private static void decoding(Checkpoint.Decoding decoding, DataOutputStream out) throws IOException {
        DecoderPosition position = decoding.position();
        out.writeLong(position.cueTick());
        out.writeLong(position.nextStep());
        out.writeLong(position.nextTick());
        Signs last = position.last();
        out.writeInt(last.length());
        for (int w = 0; w < last.words(); w++) {
            out.writeLong(last.plusWord(w));
            out.writeLong(last.knownWord(w));
        }
        out.writeInt(decoding.held().size());
        for (Checkpoint.HeldSpike spike : decoding.held()) {
            out.writeBoolean(spike.hidden());
            out.writeLong(spike.tick());
            out.writeInt(spike.neuron());
            out.writeDouble(spike.payload());
        }
    }

    static Checkpoint read(Path file, SpikingGraph graph) {
        try {
            verify(file);
            try (DataInputStream in = open(file)) {
                in.skipNBytes(MAGIC.length);
                int version = in.readInt();
                in.skipNBytes(2L * Long.BYTES);
                requireGraph(file, graph, in.readNBytes(DIGEST_BYTES));
                return body(graph, version, in);
            }
        } catch (IOException e) {
            throw new CheckpointException(file, Reason.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16));
    }

    private static void verify(Path file) throws IOException {
        try (DataInputStream in = open(file)) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw new CheckpointException(file, Reason.NO_CHECKPOINT, "it does not begin like one");
            }
            byte[] header = in.readNBytes(Integer.BYTES + 2 * Long.BYTES);
            if (header.length < Integer.BYTES) {
                throw new CheckpointException(file, Reason.TRUNCATED, "it ends in its header");
            }
            ByteBuffer fields = ByteBuffer.wrap(header);
            int version = fields.getInt();
            if (version < NOISELESS || version > VERSION) {
                throw new CheckpointException(
                        file,
                        version > VERSION ? Reason.NEWER_VERSION : Reason.DAMAGED,
                        "it has version " + version + ", this Mneme reads " + NOISELESS + "…" + VERSION);
            }
            if (fields.remaining() < 2 * Long.BYTES) {
                throw new CheckpointException(file, Reason.TRUNCATED, "it ends in its header");
            }
            verifyBody(file, in, fields.getLong(), fields.getLong());
        }
    }

    private static void verifyBody(Path file, InputStream in, long length, long expected) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[1 << 16];
        long count = 0;
        for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
            crc.update(buffer, 0, n);
            count += n;
        }
        if (count < length) {
            throw new CheckpointException(file, Reason.TRUNCATED, count + " of " + length + " bytes are there");
        }
        if (count > length || crc.getValue() != expected) {
            throw new CheckpointException(file, Reason.DAMAGED, "its checksum is wrong; take an older checkpoint");
        }
    }

    private static void requireGraph(Path file, SpikingGraph graph, byte[] digest) {
        String found = HexFormat.of().formatHex(digest);
        String wanted = GraphDigest.of(graph);
        if (!found.equals(wanted)) {
            throw new CheckpointException(
                    file,
                    Reason.OTHER_GRAPH,
                    "its digest is " + found.substring(0, 12) + "…, that of " + graph.name() + " is "
                            + wanted.substring(0, 12) + "…");
        }
    }

    private static Checkpoint body(SpikingGraph graph, int version, DataInputStream in) throws IOException {
        long seed = in.readLong();
        Noise noise = version == NOISELESS
                ? Noise.NONE
                : new Noise(in.readDouble(), in.readDouble(), in.readDouble(), in.readInt());
        long tick = in.readLong();
        Counters counters = new Counters(in.readLong(), in.readLong(), in.readLong());
        List<Map<StateVariable, double[]>> states = new ArrayList<>();
        for (Population population : graph.populations()) {
            Map<StateVariable, double[]> variables = new EnumMap<>(StateVariable.class);
            for (StateVariable variable : population.model().state()) {
                double[] values = new double[population.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readDouble();
                }
                variables.put(variable, values);
            }
            states.add(variables);
        }
        int count = in.readInt();
        List<ExecutionImage.ImageSpike> spikes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            spikes.add(new ExecutionImage.ImageSpike(in.readLong(), in.readInt(), in.readDouble()));
        }
        Optional<Checkpoint.Decoding> decoding = in.readBoolean() ? Optional.of(decoding(in)) : Optional.empty();
        int cues = in.readInt();
        List<Long> scheduled = new ArrayList<>();
        for (int i = 0; i < cues; i++) {
            scheduled.add(in.readLong());
        }
        return new Checkpoint(seed, noise, new ExecutionImage(tick, states, spikes, counters), decoding, scheduled);
    }

    private static Checkpoint.Decoding decoding(DataInputStream in) throws IOException {
        long cueTick = in.readLong();
        long nextStep = in.readLong();
        long nextTick = in.readLong();
        int length = in.readInt();
        long[] plus = new long[(length + 63) >>> 6];
        long[] known = new long[plus.length];
        for (int w = 0; w < plus.length; w++) {
            plus[w] = in.readLong();
            known[w] = in.readLong();
        }
        int count = in.readInt();
        List<Checkpoint.HeldSpike> held = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            held.add(new Checkpoint.HeldSpike(in.readBoolean(), in.readLong(), in.readInt(), in.readDouble()));
        }
        return new Checkpoint.Decoding(
                new DecoderPosition(cueTick, nextStep, nextTick, Signs.ofWords(length, plus, known)), held);
    }
}
