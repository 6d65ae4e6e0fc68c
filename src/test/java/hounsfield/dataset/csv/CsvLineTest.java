package hounsfield.dataset.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
    @Test
    void numbersStayNumbers() {
        assertEquals("-1024,0.75,1.0E-5,,,-1", line(-1024L, 0.75, 1e-5, Double.NaN, null, -1.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-cmd", "@SUM(A1)", "=", "-", "\uFF1D1+1", "  =1+1"})
    void formulasComeBehindAnApostrophe(String text) {
        String cell = line(text);
        assertEquals(text.replaceFirst("^(\\s*)", "$1'"), unquoted(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-12", "+3.5", "-1e-5", "-.5", "1.2.840.10008", "001", "a=b", "A-1", "CHEST^A+B"})
    void othersStayAsTheyAre(String text) {
        assertEquals(text, line(text));
    }

    @Test
    void aCellBegunByASemicolonIsNoFormulaEither() {
        assertEquals("\"a;'=1+1\"", line("a;=1+1"));
        assertEquals("\"a; '@x;b\"", line("a; @x;b"));
        // Parted at the semicolon, the cell begins with what closes at once: "" and then =1+1.
        assertEquals("\"a;\"\"'=1+1\"", line("a;\"=1+1"));
        assertEquals("\"a; \"\" '=1+1\"", line("a; \" =1+1"));
    }

    @Test
    void tabsAndLineBreaksDoNotBeginCells() {
        assertEquals("a '=1".replace("'", ""), line("a\t=1"));
        assertEquals("\" '=1\"", line("\t=1"));
        assertEquals("a b", line("a\r\nb"));
        assertEquals("a b", line("a\u2028b"));
    }

    @Test
    void commasAndQuotesAreQuoted() {
        assertEquals("\"a,b\",\"say \"\"so\"\"\",plain", line("a,b", "say \"so\"", "plain"));
    }

    @Test
    void linesAreSeparate() {
        CsvLine line = new CsvLine();
        assertEquals("a,b\n", line.add("a").add("b").end());
        assertEquals(",c\n", line.add(null).add("c").end());
    }

    private static String line(Object... cells) {
        CsvLine line = new CsvLine();
        for (Object cell : cells) line.add(cell);
        String text = line.end();
        return text.substring(0, text.length() - 1);
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
