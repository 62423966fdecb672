package org.mneme.motor.gait;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mneme.motor.gait.BvhNode.Channel;

/**
 * Reads BVH files, the motion capture format of Biovision, by its description at
 * research.cs.wisc.edu/graphics/Courses/cs-838-1999/Jeff/BVH.html: {@code HIERARCHY} with one or more {@code ROOT}, each with its
 * {@code OFFSET}, {@code CHANNELS} in any order, {@code JOINT} and {@code End Site} in braces; then {@code MOTION} with {@code Frames:},
 * {@code Frame Time:} and a line of numbers a frame.
 */
final class BvhReader {
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_DEPTH = 200;
    private static final int MOST_JOINTS = 2_000;
    private static final int MOST_CHANNELS = 6;
    private static final int MOST_FRAMES = 1_000_000;
    private static final int LONGEST = 30;

    private final Path file;
    private final List<String> lines;
    private final List<BvhNode> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private List<String> words = List.of();
    private int word;
    private int line;
    private int values;

    private BvhReader(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Reads a file.
     *
     * @param file its path
     * @return what it holds; at least one joint with a rotation
     * @throws MotionFileException if it cannot be read
     * @throws MalformedBvhException naming its first mistake
     */
    static BvhFile read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new MotionFileException(file, "is a folder, not a motion file");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new MotionFileException(
                        file, "has more than " + (MOST_BYTES >> 20) + " MiB; thin its frames, or cut one cycle out");
            }
            // names may be in any encoding that has ASCII's letters
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return new BvhReader(file, text.lines().toList()).file();
        } catch (IOException e) {
            throw new MotionFileException(file, e);
        }
    }

    private BvhFile file() {
        keyword("HIERARCHY", "a BVH file begins with HIERARCHY");
        while (!peek().equals("MOTION")) {
            String found = next();
            if (!found.toUpperCase(Locale.ROOT).equals("ROOT")) {
                throw wrong(
                        nodes.isEmpty()
                                ? "ROOT is needed here, not " + shown(found)
                                : "ROOT or MOTION is needed here, not " + shown(found));
            }
            joint(-1, 0);
        }
        if (nodes.isEmpty()) {
            next();
            throw wrong("there is no ROOT before MOTION; a skeleton is needed");
        }
        if (nodes.stream().flatMap(node -> node.channels().stream()).noneMatch(Channel::rotation)) {
            throw wrong("no joint has a rotation channel, so nothing moves");
        }
        keyword("MOTION", "MOTION is needed here");
        return motion();
    }

    /** ROOT or JOINT has been read. */
    private void joint(int parent, int depth) {
        if (depth > MOST_DEPTH || nodes.size() >= MOST_JOINTS) {
            throw wrong("a skeleton of more than " + MOST_JOINTS + " joints, or " + MOST_DEPTH
                    + " one inside the other, is none");
        }
        String name = restOfLine();
        if (name.isEmpty() || name.equals("{")) {
            throw wrong("a joint's name is needed here");
        }
        if (!names.add(name)) {
            throw wrong("a second joint is called " + shown(name) + "; give each its own name");
        }
        keyword("{", "{ is needed after the name of " + shown(name));
        int index = nodes.size();
        nodes.add(new BvhNode(name, parent, List.of(0.0, 0.0, 0.0), List.of(), values));
        Optional<List<Double>> offset = Optional.empty();
        Optional<List<Channel>> channels = Optional.empty();
        for (String found = next(); !found.equals("}"); found = next()) {
            switch (found.toUpperCase(Locale.ROOT)) {
                case "OFFSET" -> offset = Optional.of(once(offset, "OFFSET", name, offset()));
                case "CHANNELS" -> {
                    channels = Optional.of(once(channels, "CHANNELS", name, channels(name)));
                    nodes.set(
                            index,
                            new BvhNode(name, parent, offset.orElse(List.of(0.0, 0.0, 0.0)), channels.get(), values));
                    values += channels.get().size();
                }
                case "JOINT", "END" -> {
                    if (channels.isEmpty()) {
                        throw wrong("the CHANNELS of " + shown(name) + " are needed before what hangs on it");
                    }
                    if (found.equalsIgnoreCase("END")) {
                        end(index, name);
                    } else {
                        joint(index, depth + 1);
                    }
                }
                default ->
                    throw wrong("OFFSET, CHANNELS, JOINT, End Site or } is needed in " + shown(name) + ", not "
                            + shown(found));
            }
        }
        if (offset.isEmpty() || channels.isEmpty()) {
            throw wrong("joint " + shown(name) + " has no " + (offset.isEmpty() ? "OFFSET" : "CHANNELS"));
        }
        BvhNode node = nodes.get(index);
        nodes.set(index, new BvhNode(name, parent, offset.get(), node.channels(), node.firstValue()));
    }

    private <T> T once(Optional<T> before, String what, String name, T value) {
        if (before.isPresent()) {
            throw wrong("joint " + shown(name) + " has a second " + what);
        }
        return value;
    }

    private void end(int parent, String name) {
        keyword("Site", "End Site is needed here");
        keyword("{", "{ is needed after End Site");
        keyword("OFFSET", "an End Site of " + shown(name) + " needs an OFFSET");
        nodes.add(new BvhNode("", parent, offset(), List.of(), values));
        keyword("}", "} is needed after the OFFSET of an End Site");
    }

    private List<Double> offset() {
        return List.of(number("an OFFSET"), number("an OFFSET"), number("an OFFSET"));
    }

    private List<Channel> channels(String name) {
        int count = count("the number of CHANNELS of " + shown(name), 0, MOST_CHANNELS);
        List<Channel> found = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            String text = next();
            Channel channel = channel(text);
            if (found.contains(channel)) {
                throw wrong("joint " + shown(name) + " has " + channel.word() + " twice");
            }
            found.add(channel);
        }
        return found;
    }

    private Channel channel(String text) {
        for (Channel channel : Channel.values()) {
            if (channel.word().equalsIgnoreCase(text)) {
                return channel;
            }
        }
        throw wrong("a channel such as Xrotation or Yposition is needed here, not " + shown(text)
                + "; check the number after CHANNELS");
    }

    private BvhFile motion() {
        int frames = (int) labelled("Frames:", 1, MOST_FRAMES);
        double seconds = labelled("Frame Time:", Double.MIN_NORMAL, 3600);
        List<double[]> rows = new ArrayList<>();
        for (line++; line <= lines.size(); line++) {
            String text = lines.get(line - 1).strip();
            if (!text.isEmpty()) {
                if (rows.size() == frames) {
                    throw wrong("there are more than the " + frames + " frames that Frames: says");
                }
                rows.add(frame(text));
            }
        }
        if (rows.size() < frames) {
            line = lines.size();
            throw wrong("the file ends after " + rows.size() + " of the " + frames + " frames that Frames: says");
        }
        return new BvhFile(file, nodes, seconds, rows);
    }

    /** Reads a line such as "Frame Time: 0.033". */
    private double labelled(String label, double least, double most) {
        do {
            line++;
            if (line > lines.size()) {
                line = lines.size();
                throw wrong("the file ends before " + label);
            }
        } while (lines.get(line - 1).isBlank());
        String text = lines.get(line - 1).strip();
        if (!text.regionMatches(true, 0, label, 0, label.length())) {
            throw wrong(label + " is needed here, not " + shown(text));
        }
        String rest = text.substring(label.length()).strip();
        double value = parse(rest, label);
        boolean whole = label.equals("Frames:");
        if (!(value >= least && value <= most) || whole && value != Math.rint(value)) {
            throw wrong(label + " " + shown(rest) + " is not " + (whole ? "a number of frames" : "a time above 0 s"));
        }
        return value;
    }

    private double[] frame(String text) {
        String[] cells = text.split("\\s+");
        if (cells.length != values) {
            throw wrong(cells.length + (cells.length == 1 ? " number" : " numbers") + " in a frame; the skeleton has "
                    + values + " channels");
        }
        double[] frame = new double[values];
        for (int k = 0; k < values; k++) {
            frame[k] = parse(cells[k], "a frame");
        }
        return frame;
    }

    private double number(String what) {
        return parse(next(), what);
    }

    private int count(String what, int least, int most) {
        double value = number(what);
        if (value != Math.rint(value) || value < least || value > most) {
            throw wrong(what + " must be in " + least + "…" + most);
        }
        return (int) value;
    }

    private double parse(String text, String what) {
        // Java's own numbers may end in d or f, or be hexadecimal
        if (text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,4})?")) {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw wrong("a finite number is needed in " + what + ", not " + shown(text));
    }

    private void keyword(String wanted, String sentence) {
        String found = next();
        if (!found.equalsIgnoreCase(wanted)) {
            throw wrong(sentence + ", not " + shown(found));
        }
    }

    private String peek() {
        return word < words.size() || nextLine() ? words.get(word).toUpperCase(Locale.ROOT) : "";
    }

    private String next() {
        if (word >= words.size() && !nextLine()) {
            line = Math.max(1, lines.size());
            throw wrong("the file ends in the middle of its skeleton; a } or MOTION is missing");
        }
        return words.get(word++);
    }

    private String restOfLine() {
        String rest = String.join(" ", words.subList(word, words.size()));
        word = words.size();
        if (rest.endsWith(" {")) {
            word--;
            return rest.substring(0, rest.length() - 2);
        }
        return rest;
    }

    private boolean nextLine() {
        while (line < lines.size()) {
            String text = lines.get(line++).strip();
            if (!text.isEmpty()) {
                words = List.of(text.split("\\s+"));
                word = 0;
                return true;
            }
        }
        return false;
    }

    private static String shown(String text) {
        String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
        return "'" + (plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain) + "'";
    }

    private MalformedBvhException wrong(String problem) {
        return new MalformedBvhException(file, Math.max(1, line), problem);
    }
}
