package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SvgTest {
    @Test
    void numbersHaveAtMostTwoDecimals() {
        assertEquals("12", Svg.number(12));
        assertEquals("12.5", Svg.number(12.5));
        assertEquals("-0.05", Svg.number(-0.05));
        assertEquals("0.99", Svg.number(0.994));
        assertEquals("1", Svg.number(0.996));
        assertEquals("0", Svg.number(-0.001));
        for (long seed = 0; seed < 1000; seed++) {
            double value = new Random(seed).nextGaussian() * 1000;
            assertEquals(value, Double.parseDouble(Svg.number(value)), 0.005001, "seed " + seed);
        }
    }

    @Test
    void textIsEscapedAndWhatXmlCannotHoldIsAQuestionMark() {
        assertEquals("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt; &amp;amp;", Svg.escape("<a b=\"c\" d='e'> &amp;"));
        assertEquals("???? x\ny", Svg.escape("\u0000\u001b\uffff\ud800 x\ny"));
        assertEquals("ξ 𝒩 …", Svg.escape("ξ 𝒩 …"));
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertEquals("𝒩𝒩…", Svg.beginning("𝒩𝒩𝒩𝒩", 3));
        assertEquals("abc", Svg.beginning("abc", 3));
        assertEquals("…", Svg.shortened("hidden", 1));
    }
}
