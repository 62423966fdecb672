package org.mneme.model.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the one Python literal of an array's header: a dict of exactly descr, fortran_order and shape; nothing is evaluated. */
final class NpyHeaderParser {
    private static final int MOST_DIGITS = 18;
    private static final int MOST_DIMENSIONS = 64;

    private final Path file;
    private final String text;
    private int at;
    private Optional<NpyType> type = Optional.empty();
    private Optional<Boolean> fortran = Optional.empty();
    private Optional<List<Long>> shape = Optional.empty();

    NpyHeaderParser(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Reads the header.
     *
     * @return its three values
     * @throws MalformedFileException if it is not such a dict
     * @throws UnsupportedFormatException if the elements are of a type that is not read
     */
    NpyHeader parse() {
        expect('{');
        while (!accept('}')) {
            String key = string();
            expect(':');
            entry(key);
            if (!accept(',')) {
                expect('}');
                break;
            }
        }
        skipBlanks();
        if (at < text.length()) {
            throw malformed("nothing more");
        }
        return new NpyHeader(
                type.orElseThrow(() -> malformed("the key descr")),
                fortran.orElseThrow(() -> malformed("the key fortran_order")),
                shape.orElseThrow(() -> malformed("the key shape")));
    }

    private void entry(String key) {
        switch (key) {
            case "descr" -> {
                requireNew(type);
                type = Optional.of(type());
            }
            case "fortran_order" -> {
                requireNew(fortran);
                fortran = Optional.of(truth());
            }
            case "shape" -> {
                requireNew(shape);
                shape = Optional.of(tuple());
            }
            default -> throw malformed("one of the keys descr, fortran_order and shape");
        }
    }

    private void requireNew(Optional<?> value) {
        if (value.isPresent()) {
            throw malformed("each key once");
        }
    }

    private NpyType type() {
        if (accept('[')) {
            throw unsupported("records");
        }
        String name = string();
        return NpyType.parse(name).orElseThrow(() -> unsupported("values of type " + Shown.of(name)));
    }

    private UnsupportedFormatException unsupported(String found) {
        return new UnsupportedFormatException(
                file, found, "bool, i1 to i8, u1 to u8 and f2 to f8 are read; save the array with .astype(\"int8\")");
    }

    private boolean truth() {
        skipBlanks();
        for (boolean value : new boolean[] {false, true}) {
            String word = value ? "True" : "False";
            if (text.startsWith(word, at)) {
                at += word.length();
                return value;
            }
        }
        throw malformed("True or False");
    }

    private List<Long> tuple() {
        List<Long> values = new ArrayList<>();
        expect('(');
        while (!accept(')')) {
            if (values.size() == MOST_DIMENSIONS) {
                throw malformed("at most " + MOST_DIMENSIONS + " dimensions");
            }
            values.add(integer());
            if (!accept(',')) {
                expect(')');
                break;
            }
        }
        return values;
    }

    private long integer() {
        skipBlanks();
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start || at - start > MOST_DIGITS) {
            throw malformed("a dimension of 1 to " + MOST_DIGITS + " digits");
        }
        long value = Long.parseLong(text, start, at, 10);
        // Python 2 wrote long integers with a suffix
        accept('L');
        return value;
    }

    private String string() {
        skipBlanks();
        char quote = at < text.length() ? text.charAt(at) : ' ';
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw malformed("a quoted text");
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw malformed("'" + c + "'");
        }
    }

    private boolean accept(char c) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private MalformedFileException malformed(String expected) {
        return new MalformedFileException(
                file,
                Place.WHOLE,
                "its NumPy header wants " + expected + " at character " + (at + 1) + "; save the array again");
    }
}
