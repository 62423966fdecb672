package org.mneme.cli.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is asked of every page. */
final class Checks {
    /** Roles that a reader operates or that stand for a picture. */
    private static final Set<String> NAMED_ROLES = Set.of(
            "button",
            "slider",
            "spinbutton",
            "combobox",
            "listbox",
            "checkbox",
            "radio",
            "radiogroup",
            "switch",
            "textbox",
            "link",
            "image",
            "img",
            "Canvas",
            "meter",
            "progressbar",
            "PopUpButton",
            "ComboBoxSelect",
            "ComboBoxMenuButton",
            "TextField",
            "ColorWell",
            "Video");

    private Checks() {}

    /** Controls and pictures that a screen reader is told of without a name, as role and DOM node. */
    static List<String> nameless(Browser browser) {
        return browser.spoken().stream()
                .filter(node -> isNamed(role(node)) && name(node).isBlank())
                .map(node -> role(node) + " " + node.path("backendDOMNodeId").asText())
                .toList();
    }

    private static boolean isNamed(String role) {
        return NAMED_ROLES.contains(role);
    }

    /** The names of all nodes of a role. */
    static Set<String> names(Browser browser, String role) {
        Set<String> names = new TreeSet<>();
        for (JsonNode node : browser.spoken()) {
            if (role(node).equals(role)) {
                names.add(name(node));
            }
        }
        return names;
    }

    private static String role(JsonNode node) {
        return node.at("/role/value").asText();
    }

    private static String name(JsonNode node) {
        return node.at("/name/value").asText();
    }

    /**
     * Texts that are too faint before what is behind them: a contrast below 4.5 (WCAG 2.2, 1.4.3), of controls that can be used and what
     * is not drawn on canvas or in SVG.
     */
    static List<String> faint(Browser browser) {
        List<String> faint = new ArrayList<>();
        browser.ask("""
                const rgb = (css) => { const m = css.match(/[\\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
                const light = (c) => [0.2126, 0.7152, 0.0722].reduce((sum, part, k) => {
                  const v = c[k] / 255;
                  return sum + part * (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                }, 0);
                const behind = (e) => {
                  for (; e; e = e.parentElement) {
                    const c = rgb(getComputedStyle(e).backgroundColor);
                    if (c[3] === 1) return c;
                  }
                  return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
                };
                const found = [];
                for (const e of document.body.querySelectorAll('*')) {
                  const text = [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data.trim()).join('');
                  const off = e.closest('svg,script,style,noscript,canvas,[hidden],:disabled');
                  if (!text || off || !e.getClientRects().length) continue;
                  const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
                  if ((a + 0.05) / (b + 0.05) < 4.5) found.push(((a + 0.05) / (b + 0.05)).toFixed(2) + ': ' + text.slice(0, 40));
                }
                return found;
                """).forEach(node -> faint.add(node.asText()));
        return faint;
    }

    /** By how many CSS pixels the page is wider than its window. */
    static int sideways(Browser browser) {
        return browser.ask("return document.scrollingElement.scrollWidth - document.documentElement.clientWidth;")
                .asInt();
    }

    /** How many colours a picture has; a canvas that nothing was drawn on has one. */
    static int colours(BufferedImage picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                colours.add(picture.getRGB(x, y));
            }
        }
        return colours.size();
    }

    /** Whether two pictures show the same. */
    static boolean same(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return false;
        }
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The mean brightness of a picture, 0 (black) to 255 (white). */
    static double brightness(BufferedImage picture) {
        long sum = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                sum += (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
            }
        }
        return sum / (3.0 * picture.getWidth() * picture.getHeight());
    }
}
