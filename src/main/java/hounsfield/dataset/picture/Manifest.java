package hounsfield.dataset.picture;

import hounsfield.data.DataSet;
import hounsfield.dataset.csv.AtomicFile;
import hounsfield.dataset.csv.ByteOrderMark;
import hounsfield.dataset.csv.CsvLine;
import hounsfield.dataset.csv.RowSpool;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.OneLine;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The list of an export, one line per frame: file, frame (from 0), picture, reason. An anonymous list has numbers for
 * patient, study and series in place of the file, which group the pictures without identifying the patient.
 */
final class Manifest implements Closeable {
    private static final List<Integer> GROUPS =
            List.of(Tag.PATIENT_ID, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID);
    private static final int NAME = GROUPS.size();
    private static final int LINES = NAME + 1;

    private final boolean anonymous;
    private final int files;
    private final RowSpool spool;
    private final ByteOrderMark mark = new ByteOrderMark();

    Manifest(int files, boolean anonymous) throws IOException {
        this.files = files;
        this.anonymous = anonymous;
        spool = new RowSpool(files);
    }

    /** The lines of one file. */
    static final class Entry {
        private final CsvLine line = new CsvLine();
        private final StringBuilder lines = new StringBuilder();

        /** Adds a frame with its picture, or with the reason why there is none. */
        void frame(int frame, String picture, String reason) {
            lines.append(line.add((long) frame).add(picture).add(reason).end());
        }

        /** Adds the file of a whole series. */
        void volume(String file) {
            lines.append(line.add(null).add(file).add(null).end());
        }

        /** Adds a file without pictures. */
        void leftOut(String reason) {
            lines.append(line.add(null).add(null).add(reason).end());
        }
    }

    /**
     * Stores the lines of a file.
     *
     * @param header of the file; {@code null} if unreadable
     */
    void put(int file, String name, DataSet header, Entry entry) throws IOException {
        Map<Integer, Object> cells = new LinkedHashMap<>();
        if (anonymous) {
            for (int i = 0; i < GROUPS.size(); i++) cells.put(i, text(header, GROUPS.get(i)));
        } else {
            cells.put(NAME, OneLine.of(name));
        }
        cells.put(LINES, entry.lines.toString());
        // The texts of patient, study and series are not written.
        mark.see(cells.get(NAME));
        mark.see(cells.get(LINES));
        spool.put(file, cells);
    }

    private static String text(DataSet header, int tag) {
        try {
            return header == null ? "" : header.findString(tag).orElse("");
        } catch (DicomException e) {
            return "";
        }
    }

    /** Writes the lines of all files, in order. */
    void write(Path path) throws IOException {
        AtomicFile.write(path, part -> {
            try (BufferedWriter writer = Files.newBufferedWriter(part)) {
                mark.write(writer);
                writer.write(anonymous ? "patient,study,series,frame,picture,reason\n" : "file,frame,picture,reason\n");
                writeLines(writer);
            }
        });
    }

    private void writeLines(BufferedWriter writer) throws IOException {
        int[] order = new int[LINES + 1];
        for (int i = 0; i < order.length; i++) order[i] = i;
        Object[] cells = new Object[order.length];
        List<Map<Object, Long>> numbers = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
        CsvLine line = new CsvLine();
        for (int file = 0; file < files; file++) {
            if (!spool.has(file)) continue;
            spool.read(file, order, cells);
            if (anonymous) for (int i = 0; i < GROUPS.size(); i++) line.add(number(numbers.get(i), cells[i]));
            else line.add(cells[NAME]);
            String begun = line.end();
            String start = begun.substring(0, begun.length() - 1);
            for (String rest : ((String) cells[LINES]).split("\n")) {
                writer.write(start + "," + rest + "\n");
            }
        }
    }

    /** Returns the number of a name, from 1 in the order of first occurrence; null for an empty name. */
    private static Long number(Map<Object, Long> known, Object name) {
        if (name.equals("")) return null;
        Long number = known.get(name);
        if (number == null) known.put(name, number = known.size() + 1L);
        return number;
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
