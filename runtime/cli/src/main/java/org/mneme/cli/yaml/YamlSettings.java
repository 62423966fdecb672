package org.mneme.cli.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mneme.runtime.config.Place;
import org.mneme.runtime.config.Setting;
import org.mneme.runtime.config.SettingException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML into a tree of settings. */
public final class YamlSettings {
    private static final int LARGEST_FILE = 16 << 20;
    private static final int DEEPEST = 50;

    /** Settings that aliases may add to those written. */
    private static final int MOST_REPEATED = 100_000;

    private final String origin;
    private final boolean located;
    private int most = MOST_REPEATED;
    private int settings;

    private YamlSettings(String origin, boolean located) {
        this.origin = origin;
        this.located = located;
    }

    /**
     * Reads a file.
     *
     * @param file UTF-8, at most 16 MiB
     * @return its settings
     * @throws SettingException if it cannot be read or is no YAML mapping, with line and column where there is one
     */
    public static Setting.Group read(Path file) {
        Place whole = new Place(file.toString(), 0, 0);
        try {
            if (Files.isDirectory(file)) {
                throw new SettingException(whole, "", "is a folder; name the YAML file in it");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file, whole)))
                    .toString();
            Setting root = new YamlSettings(file.toString(), true).parse(text, "");
            return root.group();
        } catch (CharacterCodingException e) {
            throw new SettingException(whole, "", "is not UTF-8 text");
        } catch (NoSuchFileException e) {
            throw new SettingException(whole, "", "there is no such file");
        } catch (IOException e) {
            throw new SettingException(whole, "", "cannot be read (" + e.getMessage() + ")");
        }
    }

    private static byte[] bytes(Path file, Place whole) throws IOException {
        // The size is not asked for: pipes have none.
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new SettingException(whole, "", "is larger than 16 MiB; keep patterns in files of their own");
            }
            return bytes;
        }
    }

    /**
     * Reads the value of an option.
     *
     * @param text YAML, such as {@code 3} or {@code [1, 2]}
     * @param origin what gave it, such as "--set"
     * @param path of the setting it is for
     * @return the setting
     * @throws SettingException if it is no YAML
     */
    public static Setting value(String text, String origin, String path) {
        return new YamlSettings(origin, false).parse(text, path);
    }

    private Setting parse(String text, String path) {
        LoadSettings load = LoadSettings.builder()
                .setLabel(origin)
                .setCodePointLimit(LARGEST_FILE)
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .build();
        try {
            measure(load, text, path);
            Optional<Node> node = new Compose(load).composeString(text);
            if (node.isEmpty()) {
                throw new SettingException(whole(), path, "is empty");
            }
            return setting(node.get(), path, 0);
        } catch (MarkedYamlEngineException e) {
            throw new SettingException(e.getProblemMark().map(this::place).orElse(whole()), path, problem(e));
        } catch (YamlEngineException e) {
            throw new SettingException(whole(), path, "is no YAML: " + e.getMessage());
        }
    }

    /** Refuses nesting that would exhaust the stack, and counts what is written, before the tree is made. */
    private void measure(LoadSettings load, String text, String path) {
        int depth = 0;
        for (Event event : new Parse(load).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Scalar -> most++;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new SettingException(
                        event.getStartMark().map(this::place).orElse(whole()), path, "is nested too deeply");
            }
        }
    }

    private static String problem(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("TAB")) {
            return "a tab cannot indent; use spaces";
        }
        String context = problem.startsWith("but ") ? e.getContext() + ", " : "";
        return "is no YAML here: " + context + problem;
    }

    private Place whole() {
        return new Place(origin, 0, 0);
    }

    private Place place(Mark mark) {
        return !located ? whole() : new Place(origin, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Setting setting(Node node, String path, int depth) {
        Place place = node.getStartMark().map(this::place).orElse(whole());
        if (depth > DEEPEST || settings++ > most) {
            throw new SettingException(place, "", "is nested too deeply, or repeated too often by aliases");
        }
        return switch (node) {
            case ScalarNode scalar -> new Setting.Value(place, path, scalar.getValue());
            case SequenceNode sequence -> {
                List<Setting> list = new ArrayList<>();
                for (Node item : sequence.getValue()) {
                    list.add(setting(item, path + "[" + list.size() + "]", depth + 1));
                }
                yield new Setting.Items(place, path, list);
            }
            case MappingNode mapping -> group(mapping, place, path, depth);
            default -> throw new SettingException(place, path, "is neither a value, a list nor a mapping");
        };
    }

    private Setting.Group group(MappingNode mapping, Place place, String path, int depth) {
        Map<String, Setting> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place at = tuple.getKeyNode().getStartMark().map(this::place).orElse(place);
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new SettingException(at, path, "a key must be a word");
            }
            String inner = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            if (entries.containsKey(key.getValue())) {
                throw new SettingException(at, inner, "is there twice");
            }
            entries.put(key.getValue(), setting(tuple.getValueNode(), inner, depth + 1));
        }
        return new Setting.Group(place, path, entries);
    }
}
