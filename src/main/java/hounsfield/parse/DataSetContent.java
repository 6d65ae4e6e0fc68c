package hounsfield.parse;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.SpecificCharacterSet;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;

/** Adds parsed elements to Items, and Items to sequences. */
final class DataSetContent {
    private final ElementBudget budget;
    private final Diagnostics diagnostics;
    private boolean behindPixels;

    DataSetContent(ElementBudget budget, Diagnostics diagnostics) {
        this.budget = budget;
        this.diagnostics = diagnostics;
    }

    /** Marks that Pixel Data was passed: later elements of the Data Set come after it. */
    void passPixelData() {
        behindPixels = true;
    }

    /**
     * Adds an element to its Item. If an element occurs twice, the last one is used, except that later elements replace
     * neither File Meta Information nor elements before Pixel Data.
     */
    void add(Level level, Element element) {
        boolean first = Tag.group(element.tag()) == 0x0002 || behindPixels && level.isDataSet();
        boolean present = first
                && level.item
                        .find(element.tag())
                        .filter(old -> old.length() != 0)
                        .isPresent();
        if (present) diagnostics.add(Tag.toString(element.tag()) + " occurs twice; the first is used");
        else level.item.add(element);
    }

    /** Sets the character set of an Item for the text that follows. */
    void useCharacterSet(DataSet.Builder item) throws DicomException {
        SpecificCharacterSet own = SpecificCharacterSet.of(item.strings(Tag.SPECIFIC_CHARACTER_SET));
        if (!own.isKnown()) diagnostics.add("Specific Character Set (0008,0005) names an unknown character set");
        item.characterSet(own);
    }

    /** Ends a sequence and returns the surrounding level. Items outside of any sequence are dropped. */
    Level close(Level level) {
        if (level.tag != Tag.ITEM) add(level.parent, level.toElement());
        return level.parent;
    }

    /** Ends the open Item. */
    void closeItem(Level level) {
        if (level.item.isEmpty()) budget.returnEmptyItem();
        level.closeItem();
    }

    /** Ends all levels from {@code level} to {@code last}; of {@code last}, only the open Item ends, if there is one. */
    Level closeAll(Level level, Level last) {
        Level each = level;
        while (each != last) {
            if (each.item != null) closeItem(each);
            each = close(each);
        }
        if (last.item == null) return close(last);
        closeItem(last);
        return last;
    }
}
