package org.mneme.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void namesAreQuotedWhereTheyMustBe() {
        assertEquals("hidden", Csv.cell("hidden"));
        assertEquals("\"a,b\"", Csv.cell("a,b"));
        assertEquals("\"a \"\"b\"\"\"", Csv.cell("a \"b\""));
        assertEquals("\"a\nb\"", Csv.cell("a\nb"));
    }

    @Test
    void formulasAreDefused() {
        assertEquals("'=1+1", Csv.cell("=1+1"));
        assertEquals("\"'@x,y\"", Csv.cell("@x,y"));
        assertEquals("'-x", Csv.cell("-x"));
    }

    @Test
    void numbersAreExact() {
        assertEquals("-3", Csv.cell(-3));
        assertEquals("0.1", Csv.cell(0.1));
        assertEquals(1.0 / 3, Double.parseDouble(Csv.cell(1.0 / 3)));
        assertEquals("", Csv.cell(Double.NaN));
    }

    @Test
    void rowsFollowTheHeader() {
        assertEquals("k,square\n0,0\n1,1\n2,4\n", new Csv("k,square", 3, k -> k + "," + k * k).text());
    }
}
