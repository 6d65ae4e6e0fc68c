package hounsfield.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a journal has of a file of an export.
 *
 * @param lines of the list of the part
 * @param first number of its first picture among those of the task
 * @param pictures their names in the output
 */
record ExportRecord(String lines, int first, List<String> pictures) {
    static ExportRecord of(TaskJournal.Entry entry) {
        List<Object> values = entry.values();
        return new ExportRecord(
                (String) values.get(0),
                ((Long) values.get(1)).intValue(),
                values.stream().skip(2).map(Object::toString).toList());
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(lines, (long) first));
        values.addAll(pictures);
        return values;
    }

    /** Returns whether all pictures are there, in the work of the task or in their places. */
    boolean isWhole(StagedPictures staged) throws IOException {
        for (int i = 0; i < pictures.size(); i++) if (!staged.has(first + i, pictures.get(i))) return false;
        return true;
    }

    void keep(StagedPictures staged) throws IOException {
        for (int i = 0; i < pictures.size(); i++) staged.keep(first + i, pictures.get(i));
    }
}
