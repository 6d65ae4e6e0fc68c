package hounsfield.parse.header;

import hounsfield.parse.HeaderRow;
import hounsfield.standard.Dictionary;
import hounsfield.standard.DictionaryEntry;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The paths of the rows of a header, in the syntax that {@link hounsfield.standard.TagName#path} reads. */
public final class RowPaths {
    private RowPaths() {}

    /**
     * Returns the path of each row.
     *
     * @param rows of a header, those of a sequence after the row of the sequence
     * @return such as {@code SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].PixelSpacing}, with tags where there is
     *     no keyword; of an Item the way of its sequence with the index; each only once, also where a text has the rows of
     *     sequences without their Items
     */
    public static List<String> of(List<HeaderRow> rows) {
        List<String> paths = new ArrayList<>();
        Map<String, Integer> used = new HashMap<>();
        // For each depth, the path of the last element and the number of its Items so far.
        List<String> parents = new ArrayList<>();
        Map<String, Integer> items = new HashMap<>();
        for (HeaderRow row : rows) {
            while (parents.size() > row.depth()) parents.remove(parents.size() - 1);
            while (parents.size() < row.depth()) parents.add("");
            String parent = row.depth() == 0 ? "" : parents.get(row.depth() - 1);
            String path;
            if (row.tag() == Tag.ITEM) {
                String sequence = parent.replaceAll("\\[\\d+\\]$", "");
                path = sequence + "[" + (items.merge(sequence, 1, Integer::sum) - 1) + "]";
                if (row.depth() > 0) parents.set(row.depth() - 1, path);
            } else {
                path = parent.isEmpty() ? word(row) : parent + "." + word(row);
            }
            if (row.tag() != Tag.ITEM) parents.add(path);
            int times = used.merge(path, 1, Integer::sum);
            paths.add(times == 1 ? path : path + "#" + times);
        }
        return paths;
    }

    private static String word(HeaderRow row) {
        return Dictionary.find(row.tag())
                .filter(entry -> entry.tag() == row.tag())
                .map(DictionaryEntry::keyword)
                .filter(keyword -> !keyword.isEmpty())
                .filter(keyword -> Dictionary.byKeyword(keyword)
                        .filter(entry -> entry.tag() == row.tag())
                        .isPresent())
                .orElse(row.tagText());
    }
}
