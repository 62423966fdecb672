package org.mneme.ir;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mneme.bits.BitMatrix;
import org.mneme.bits.IntTable;
import org.mneme.bits.Ints;
import org.mneme.bits.NumberMatrix;

/** Reads what {@link GraphEncoder} wrote; never allocates more than the file could fill. */
final class GraphDecoder {
    private final DataInputStream in;
    private final long fileBytes;
    private final List<BitMatrix> matrices = new ArrayList<>();

    GraphDecoder(DataInputStream in, long fileBytes) {
        this.in = in;
        this.fileBytes = fileBytes;
    }

    /** Bytes that no graph is written as. */
    static final class MalformedException extends IOException {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    SpikingGraph graph() throws IOException {
        try {
            String name = text();
            NumberDomain domain = switch (tag()) {
                case 'f' -> new NumberDomain.Fixed(in.readInt());
                case 'r' -> new NumberDomain.Real();
                default -> throw new MalformedException("unknown number domain");
            };
            double tickSeconds = in.readDouble();
            int count = count(6);
            List<Population> populations = new ArrayList<>();
            for (int p = 0; p < count; p++) {
                populations.add(new Population(text(), in.readInt(), model()));
            }
            count = count(6);
            List<Projection> projections = new ArrayList<>();
            for (int p = 0; p < count; p++) {
                projections.add(new Projection(text(), text(), text(), new Port(text()), weights(), ints()));
            }
            return new SpikingGraph(name, domain, tickSeconds, populations, projections);
        } catch (EOFException e) {
            throw new MalformedException("it ends early");
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new MalformedException(String.valueOf(e.getMessage()));
        }
    }

    private NeuronModel model() throws IOException {
        return switch (tag()) {
            case 'l' -> new Lif(membrane());
            case 'g' -> new Graded(phi(), flag(), flag());
            case 'e' -> new Escape(membrane(), hazard());
            case 's' -> new Source(in.readLong());
            default -> throw new MalformedException("unknown neuron model");
        };
    }

    private Membrane membrane() throws IOException {
        Decay current = decay();
        Decay potential = decay();
        Parameter bias = parameter();
        Parameter threshold = parameter();
        Membrane.Reset reset = switch (tag()) {
            case 'h' -> new Membrane.Reset.Hard(parameter());
            case 's' -> new Membrane.Reset.Subtract();
            default -> throw new MalformedException("unknown reset");
        };
        return new Membrane(current, potential, bias, threshold, reset, parameter(), parameter());
    }

    private Decay decay() throws IOException {
        return switch (tag()) {
            case 'f' -> new Decay.Fraction(parameter());
            case 'l' -> new Decay.Linear(parameter());
            default -> throw new MalformedException("unknown decay");
        };
    }

    private Escape.Hazard hazard() throws IOException {
        return switch (tag()) {
            case 't' -> new Escape.Hazard.Table(table());
            case 'e' -> new Escape.Hazard.Exponential(in.readDouble(), in.readDouble());
            default -> throw new MalformedException("unknown hazard");
        };
    }

    private Phi phi() throws IOException {
        return switch (tag()) {
            case 's' -> new Phi.Sign();
            case 'i' -> new Phi.Identity();
            case 't' -> {
                int count = count(20);
                List<IntTable> tables = new ArrayList<>();
                for (int k = 0; k < count; k++) {
                    tables.add(table());
                }
                yield new Phi.Table(tables, ints());
            }
            case 'p' -> new Phi.Power(parameter(), parameter(), in.readInt());
            case 'e' -> new Phi.Exponential(parameter(), parameter(), in.readDouble(), in.readDouble());
            case 'h' -> new Phi.Step(parameter(), parameter());
            default -> throw new MalformedException("unknown φ");
        };
    }

    private Weights weights() throws IOException {
        return switch (tag()) {
            case 'b' -> {
                BitMatrix plus = bits();
                Optional<BitMatrix> mask = flag() ? Optional.of(bits()) : Optional.empty();
                Weights.SignMatrix.Orientation orientation = switch (tag()) {
                    case 't' -> Weights.SignMatrix.Orientation.ROWS_ARE_TARGETS;
                    case 's' -> Weights.SignMatrix.Orientation.ROWS_ARE_SOURCES;
                    default -> throw new MalformedException("unknown orientation");
                };
                Optional<Ints> rows = flag() ? Optional.of(ints()) : Optional.empty();
                yield new Weights.SignMatrix(plus, mask, orientation, rows, in.readDouble(), flag());
            }
            case 'd' -> new Weights.Dense(numbers());
            case 's' -> new Weights.Sparse(in.readInt(), ints(), ints(), numbers());
            case 'o' -> new Weights.OneToOne(parameter());
            case 'u' -> new Weights.Uniform(in.readDouble());
            default -> throw new MalformedException("unknown weights");
        };
    }

    private BitMatrix bits() throws IOException {
        int number = in.readInt();
        if (number < 0 || number > matrices.size()) {
            throw new MalformedException("matrix " + number + " has not been written");
        }
        if (number == matrices.size()) {
            int rows = in.readInt();
            int columns = in.readInt();
            int stride = columns < 0 ? 0 : BitMatrix.wordsFor(columns);
            if (rows < 0 || columns < 0 || (long) rows * stride > fileBytes / Long.BYTES) {
                throw new MalformedException(
                        "a matrix of " + rows + " × " + columns + " bits in a file too short for it");
            }
            matrices.add(BitMatrix.ofWords(rows, columns, (r, w) -> word()));
        }
        return matrices.get(number);
    }

    private long word() {
        try {
            return in.readLong();
        } catch (IOException e) {
            throw new IllegalArgumentException("a matrix ends early", e);
        }
    }

    private NumberMatrix numbers() throws IOException {
        int format = tag();
        int rows = in.readInt();
        int columns = in.readInt();
        if (rows < 0 || columns < 0 || (long) rows * columns > fileBytes / Double.BYTES) {
            throw new MalformedException(
                    "a matrix of " + rows + " × " + columns + " numbers in a file too short for it");
        }
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return switch (format) {
            case '1' -> {
                byte[] bytes = new byte[values.length];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) exact(values[i], Byte.MIN_VALUE, Byte.MAX_VALUE);
                }
                yield new NumberMatrix.Int8(rows, columns, bytes);
            }
            case '2' -> {
                short[] shorts = new short[values.length];
                for (int i = 0; i < shorts.length; i++) {
                    shorts[i] = (short) exact(values[i], Short.MIN_VALUE, Short.MAX_VALUE);
                }
                yield new NumberMatrix.Int16(rows, columns, shorts);
            }
            case '4' -> {
                int[] ints = new int[values.length];
                for (int i = 0; i < ints.length; i++) {
                    ints[i] = (int) exact(values[i], Integer.MIN_VALUE, Integer.MAX_VALUE);
                }
                yield new NumberMatrix.Int32(rows, columns, ints);
            }
            case '8' -> new NumberMatrix.Real64(rows, columns, values);
            default -> throw new MalformedException("unknown number format");
        };
    }

    private static long exact(double value, long min, long max) throws MalformedException {
        if (value != Math.rint(value) || value < min || value > max) {
            throw new MalformedException(value + " is no integer of its format");
        }
        return (long) value;
    }

    private IntTable table() throws IOException {
        long min = in.readLong();
        long max = in.readLong();
        if (max < min || max - min < 0 || max - min >= fileBytes / Integer.BYTES) {
            throw new MalformedException("a table over " + min + "…" + max + " in a file too short for it");
        }
        int[] values = new int[(int) (max - min) + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return IntTable.of(min, values);
    }

    private Parameter parameter() throws IOException {
        double[] values = new double[count(Double.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return Parameter.perNeuron(values);
    }

    private Ints ints() throws IOException {
        int[] values = new int[count(Integer.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return Ints.of(values);
    }

    private String text() throws IOException {
        return new String(in.readNBytes(count(1)), StandardCharsets.UTF_8);
    }

    private boolean flag() throws IOException {
        return switch (tag()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new MalformedException("neither yes nor no");
        };
    }

    private int tag() throws IOException {
        return in.readUnsignedByte();
    }

    private int count(int bytesEach) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > fileBytes / bytesEach) {
            throw new MalformedException(count + " entries in a file too short for them");
        }
        return count;
    }
}
