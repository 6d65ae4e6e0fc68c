package hounsfield.spark;

import hounsfield.dataset.table.TableSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The rows of slices whose parts are not written yet, in two files of the part's name: a list of the files and columns, and the rows,
 * which are moved into place last.
 */
final class CollectedRows {
    /** The folder of the lists. */
    static final String LISTS = "_collected";

    private static final String ROWS = "_rows";

    /** Separates the names of files from columns. */
    private static final String COLUMNS = "";

    private CollectedRows() {}

    /** Returns the file of the rows, a journal. */
    static Path rows(Path folder, String name) {
        return new Path(new Path(folder, ROWS), name);
    }

    private static Path list(Path folder, String name) {
        return new Path(new Path(folder, LISTS), name);
    }

    /** Lists rows, and then moves them into place. */
    static void commit(FileSystem files, Path folder, String name, Path rows, List<String> names, TableSchema columns)
            throws IOException {
        List<String> lines = new ArrayList<>(names);
        lines.add(COLUMNS);
        lines.addAll(columns.lines());
        Storage.writeLines(files, list(folder, name), lines);
        Storage.mkdirs(files, rows(folder, name).getParent());
        Storage.move(files, rows, rows(folder, name));
    }

    /** Returns the names of the files of a slice. */
    static List<String> names(FileSystem files, Path folder, String name) throws IOException {
        return names(Storage.readLines(files, list(folder, name)));
    }

    private static List<String> names(List<String> lines) {
        return lines.subList(0, lines.indexOf(COLUMNS));
    }

    /** Removes rows whose part is in place. */
    static void remove(FileSystem files, Path folder, String name) throws IOException {
        files.delete(list(folder, name), false);
        files.delete(rows(folder, name), false);
    }

    /**
     * What all slices without a part have.
     *
     * @param slices names of their parts, in order
     * @param files names of their files
     */
    record Content(List<String> slices, Set<String> files, TableSchema columns) {}

    static Content content(FileSystem files, Path folder) throws IOException {
        Content content = new Content(new ArrayList<>(), new HashSet<>(), new TableSchema());
        for (FileStatus list : Storage.list(files, new Path(folder, LISTS))) {
            List<String> lines = Storage.readLines(files, list.getPath());
            content.slices().add(list.getPath().getName());
            content.files().addAll(names(lines));
            content.columns().add(TableSchema.parse(lines.subList(lines.indexOf(COLUMNS) + 1, lines.size())));
        }
        content.slices().sort(null);
        return content;
    }

    /** Removes what a kill left: rows of parts that are in place, and lists without rows, whose task is continued. */
    static void sweep(FileSystem files, Path folder, Set<String> parts) throws IOException {
        Set<String> lists = names(files, new Path(folder, LISTS));
        Set<String> rows = names(files, new Path(folder, ROWS));
        for (String list : lists)
            if (parts.contains(list) || !rows.contains(list)) files.delete(list(folder, list), false);
        for (String each : rows)
            if (parts.contains(each) || !lists.contains(each)) files.delete(rows(folder, each), false);
    }

    private static Set<String> names(FileSystem files, Path folder) throws IOException {
        return Storage.list(files, folder).stream()
                .map(file -> file.getPath().getName())
                .collect(Collectors.toSet());
    }

    /** Removes the folders, when all parts are in place. */
    static void clear(FileSystem files, Path folder) throws IOException {
        files.delete(new Path(folder, LISTS), true);
        files.delete(new Path(folder, ROWS), true);
    }
}
