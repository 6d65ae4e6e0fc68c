package hounsfield.parse;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.SpecificCharacterSet;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import hounsfield.work.Warnings;

/** Puts what a parser has read where it belongs: elements into Items, Items into sequences. */
final class DataSetContent {
    private final ElementBudget budget;
    private final Warnings warnings;
    private boolean behindPixels;

    DataSetContent(ElementBudget budget, Warnings warnings) {
        this.budget = budget;
        this.warnings = warnings;
    }

    /** From here on elements of the Data Set are those behind its pixel data. */
    void passPixelData() {
        behindPixels = true;
    }

    /**
     * Adds an element to its Item. Of one that is there twice the last counts; but neither File Meta Information nor what
     * stands before Pixel Data is undone by what comes later.
     */
    void add(Level level, Element element) {
        boolean first = Tag.group(element.tag()) == 0x0002 || behindPixels && level.isDataSet();
        boolean there = first
                && level.item
                        .find(element.tag())
                        .filter(old -> old.length() != 0)
                        .isPresent();
        if (there) warnings.add(Tag.toString(element.tag()) + " is there twice; the first counts");
        else level.item.add(element);
    }

    /** Lets the texts that follow be in the character set that an Item names. */
    void useCharacterSet(DataSet.Builder item) throws DicomException {
        SpecificCharacterSet own = SpecificCharacterSet.of(item.strings(Tag.SPECIFIC_CHARACTER_SET));
        if (!own.isKnown()) warnings.add("Specific Character Set (0008,0005) names a set that is not known here");
        item.characterSet(own);
    }

    /** Ends a sequence and returns the level that it is in. Items that are in no sequence are dropped. */
    Level close(Level level) {
        if (level.tag != Tag.ITEM) add(level.parent, level.toElement());
        return level.parent;
    }

    /** Ends the open Item. */
    void closeItem(Level level) {
        if (level.item.isEmpty()) budget.returnEmptyItem();
        level.closeItem();
    }

    /** Ends all levels from {@code level} up to {@code last}, of which only the Item ends if one is open. */
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
