package hounsfield.parse.header;

import hounsfield.parse.HeaderRow;
import hounsfield.standard.Dictionary;
import hounsfield.standard.DictionaryEntry;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Selects rows of a header by a text that their keyword, tag, name or value contains, in any case: {@code PixelSpacing},
 * {@code 0028 0030}, {@code pixel sp}, {@code 0.75}. Rows that enclose a selected one are selected too.
 */
public final class HeaderFilter {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]+");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[(), ]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final String text;
    private final String word;
    private final String digits;

    /**
     * Creates a filter.
     *
     * @param text part of a keyword, tag, name or value; blank for all rows
     */
    public HeaderFilter(String text) {
        this.text = text.strip().toLowerCase(Locale.ROOT);
        word = BLANKS.matcher(this.text).replaceAll("");
        String number = BETWEEN_DIGITS.matcher(this.text).replaceAll("");
        digits = DIGITS.matcher(number).matches() ? number : "";
    }

    /** {@return whether the filter selects all rows} */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /**
     * Returns whether a row itself contains the text.
     *
     * @param row the row of an element or an Item
     * @return whether its keyword, tag, name or value contains it
     */
    public boolean matches(HeaderRow row) {
        if (contains(row.name(), text) || contains(row.value(), text)) return true;
        if (row.tag() == Tag.ITEM) return false;
        if (!digits.isEmpty() && contains(row.tagText().replace(",", ""), digits)) return true;
        return Dictionary.find(row.tag())
                .map(DictionaryEntry::keyword)
                .filter(keyword -> contains(keyword, word))
                .isPresent();
    }

    private static boolean contains(String value, String part) {
        return value.toLowerCase(Locale.ROOT).contains(part);
    }

    /**
     * Selects rows.
     *
     * @param rows of a header, those of a sequence after the row of the sequence
     * @return indexes of the rows that match or enclose a match, ascending
     */
    public List<Integer> indexes(List<HeaderRow> rows) {
        return indexes(rows, index -> matches(rows.get(index)));
    }

    /** Selects rows, their Items and sequences. Scans backwards, so that nested rows precede the row around them. */
    static List<Integer> indexes(List<HeaderRow> rows, IntPredicate wanted) {
        List<Integer> indexes = new ArrayList<>();
        int enclosing = -1;
        boolean item = false;
        for (int i = rows.size() - 1; i >= 0; i--) {
            HeaderRow row = rows.get(i);
            boolean isItem = row.tag() == Tag.ITEM;
            // The row of an Item has the depth of what it contains.
            boolean encloses = row.depth() <= enclosing || isItem && item && row.depth() == enclosing + 1;
            if (encloses || wanted.test(i)) {
                indexes.add(i);
                enclosing = row.depth() - 1;
                item = !isItem;
            }
        }
        Collections.reverse(indexes);
        return indexes;
    }

    /**
     * Selects rows as {@link #indexes} does.
     *
     * @param rows of a header
     * @return those that match or enclose a match
     */
    public List<HeaderRow> of(List<HeaderRow> rows) {
        return isEmpty() ? rows : indexes(rows).stream().map(rows::get).toList();
    }
}
