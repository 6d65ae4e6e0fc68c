package hounsfield.spark;

import hounsfield.dataset.csv.CellReader;
import hounsfield.dataset.csv.CellWriter;
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
        CellReader in = entry.values();
        String lines = (String) in.read();
        int first = in.readInt();
        List<String> pictures = new ArrayList<>();
        while (in.hasMore()) pictures.add((String) in.read());
        return new ExportRecord(lines, first, pictures);
    }

    void write(CellWriter out) {
        out.write(lines);
        out.writeInt(first);
        pictures.forEach(out::write);
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
