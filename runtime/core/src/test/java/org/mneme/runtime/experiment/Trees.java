package org.mneme.runtime.experiment;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mneme.runtime.config.Place;
import org.mneme.runtime.config.Setting;

/** Settings written as lenient JSON: keys without quotes, texts in single quotes. */
public final class Trees {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    private Trees() {}

    /**
     * Reads settings of the file "e.yaml".
     *
     * @param text an object
     * @return the root
     */
    public static Setting parse(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            parser.nextToken();
            return read(parser, "");
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static Setting read(JsonParser parser, String path) throws IOException {
        JsonLocation at = parser.currentTokenLocation();
        Place place = new Place("e.yaml", at.getLineNr(), at.getColumnNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Setting> entries = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                entries.put(key, read(parser, path.isEmpty() ? key : path + "." + key));
            }
            return new Setting.Group(place, path, entries);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Setting> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(read(parser, path + "[" + list.size() + "]"));
            }
            return new Setting.Items(place, path, list);
        }
        return new Setting.Value(place, path, parser.getText());
    }
}
