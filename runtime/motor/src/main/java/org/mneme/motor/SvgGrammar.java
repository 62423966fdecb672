package org.mneme.motor;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the geometry attributes of SVG may hold.
 *
 * <p>A renderer skips what it does not understand and draws the rest; a movement must not silently lose a part, so a mistake is told
 * before anything is drawn. Source: SVG 2, chapters 8 to 10.
 */
final class SvgGrammar {
    private static final String NUMBER = "[+-]?(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?+";
    private static final String GAP = "[\\s,]*+";
    private static final Pattern NEXT_NUMBER = Pattern.compile(NUMBER + GAP);
    private static final Pattern NEXT_FLAG = Pattern.compile("[01]" + GAP);
    private static final Pattern NEXT_GAP = Pattern.compile(GAP);
    private static final Pattern LENGTH = Pattern.compile(NUMBER + "\\s*(?:[a-zA-Z]{1,4}|%)?");
    private static final Pattern TRANSFORM =
            Pattern.compile("(?:" + GAP + "(?:matrix|translate|scale|rotate|skewX|skewY)\\s*\\(" + GAP + "(?:" + NUMBER
                    + GAP + "){1,6}\\))*+" + GAP);
    private static final Map<Character, Integer> ARGUMENTS =
            Map.of('m', 2, 'l', 2, 'h', 1, 'v', 1, 'c', 6, 's', 4, 'q', 4, 't', 2, 'a', 7, 'z', 0);
    private static final Set<String> SHAPES = Set.of("line", "circle", "ellipse", "rect", "use", "svg");
    private static final Set<String> LENGTHS =
            Set.of("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height");

    private SvgGrammar() {}

    /**
     * Checks an attribute.
     *
     * @param element local name
     * @param attribute local name
     * @param value as written
     * @return what is wrong with it, if anything
     */
    static Optional<String> problem(String element, String attribute, String value) {
        String text = value.strip();
        return switch (attribute) {
            case "d" -> text.equals("none") ? Optional.empty() : path(text);
            case "points" -> points(text);
            case "viewBox" -> numbers(text, 4);
            case "transform" ->
                text.equals("none") || TRANSFORM.matcher(text).matches()
                        ? Optional.empty()
                        : Optional.of("'" + Shown.of(text) + "' is not a transform such as translate(10 5)");
            case "vector-effect", "style" ->
                text.contains("non-scaling-stroke")
                        ? Optional.of("vector-effect non-scaling-stroke is not followed; remove it")
                        : Optional.empty();
            case "href" ->
                element.equals("use") && !text.startsWith("#")
                        ? Optional.of("'" + Shown.of(text) + "' lies outside the file and is not fetched; copy it in")
                        : Optional.empty();
            default -> SHAPES.contains(element) && LENGTHS.contains(attribute) ? length(text) : Optional.empty();
        };
    }

    private static Optional<String> length(String text) {
        return text.equals("auto") || LENGTH.matcher(text).matches() && isFinite(text)
                ? Optional.empty()
                : Optional.of("'" + Shown.of(text) + "' is not a finite length");
    }

    private static boolean isFinite(String length) {
        Matcher number = NEXT_NUMBER.matcher(length);
        return number.lookingAt()
                && Float.isFinite(Float.parseFloat(number.group().strip()));
    }

    private static Optional<String> points(String text) {
        int count = 0;
        int at = 0;
        for (Matcher number = NEXT_NUMBER.matcher(text); at < text.length(); at = number.end()) {
            if (!number.region(at, text.length()).lookingAt()) {
                return notANumber(text, at);
            }
            count++;
        }
        return count % 2 == 0
                ? Optional.empty()
                : Optional.of(count + " numbers are not pairs of x and y; complete the last point");
    }

    private static Optional<String> numbers(String text, int count) {
        Matcher number = NEXT_NUMBER.matcher(text);
        int at = 0;
        int found = 0;
        for (; at < text.length() && number.region(at, text.length()).lookingAt(); at = number.end()) {
            found++;
        }
        return at == text.length() && found == count
                ? Optional.empty()
                : Optional.of("'" + Shown.of(text) + "' is not a list of " + count + " numbers");
    }

    private static Optional<String> path(String text) {
        int at = 0;
        boolean first = true;
        while (at < text.length()) {
            char command = text.charAt(at);
            Integer arguments = ARGUMENTS.get(Character.toLowerCase(command));
            if (arguments == null) {
                return notACommand(text, at);
            }
            if (first && Character.toLowerCase(command) != 'm') {
                return Optional.of("path data starts with '" + command + "'; the first command must be M or m");
            }
            first = false;
            Matcher gap = NEXT_GAP.matcher(text).region(at + 1, text.length());
            int count = 0;
            int next = gap.lookingAt() ? gap.end() : at + 1;
            while (arguments > 0 && next < text.length() && !isLetter(text.charAt(next))) {
                boolean flag = arguments == 7 && (count % 7 == 3 || count % 7 == 4);
                Matcher argument =
                        (flag ? NEXT_FLAG : NEXT_NUMBER).matcher(text).region(next, text.length());
                if (!argument.lookingAt()) {
                    return flag
                            ? Optional.of(
                                    "'" + Shown.of(text.substring(next)) + "' does not start with an arc flag, 0 or 1")
                            : notANumber(text, next);
                }
                next = argument.end();
                count++;
            }
            if (arguments > 0 && (count == 0 || count % arguments != 0)) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "path command %s at character %d has %d numbers, not a multiple of %d",
                        command,
                        at + 1,
                        count,
                        arguments));
            }
            at = next;
        }
        return Optional.empty();
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static Optional<String> notACommand(String text, int at) {
        return Optional.of("'" + Shown.of(text.substring(at)) + "' does not start with a path command or a number");
    }

    private static Optional<String> notANumber(String text, int at) {
        return Optional.of("'" + Shown.of(text.substring(at)) + "' does not start with a number");
    }
}
