package hounsfield.spark;

import hounsfield.dataset.table.TableSchema;
import hounsfield.dataset.table.TableSettings;
import hounsfield.dataset.table.TagSelection;
import hounsfield.window.Window;
import hounsfield.window.WindowPreset;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a table is of.
 *
 * @param input the folder of the files
 * @param output the folder of the parts
 * @param settings the elements, the pixels and the window
 * @param format of the parts
 * @param ofRows whether columns are those that the rows have; otherwise those of the named elements
 * @param files largest number of files of a part
 */
public record TableOptions(
        String input, String output, TableSettings settings, TableFormat format, boolean ofRows, int files)
        implements Serializable {
    private static final Map<String, String> KEYS = keys();

    /**
     * Checks for nulls, and that the columns can be known.
     *
     * @throws IllegalArgumentException if columns are to be known without the files, but elements are not named one by one
     */
    public TableOptions {
        Objects.requireNonNull(input);
        Objects.requireNonNull(output);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(format);
        if (!ofRows) TableSchema.named(settings.tags());
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("input", "folder of DICOM files, such as s3a://bucket/ct");
        keys.put("output", "folder of the table");
        keys.put("format", "parquet (usual) or csv");
        keys.put("tags", "all (usual), none, or keywords separated by commas");
        keys.put("pixels", "true (usual) or false, for the statistics of pixels");
        keys.put("window", "brain (usual), another preset, or center/width, for fraction_in_window");
        keys.put("columns", "files (usual): those that the files have; or tags: those that tags names");
        keys.put("files", "largest number of files of a part, 4000 (usual)");
        return keys;
    }

    /**
     * Reads arguments.
     *
     * @param arguments {@code key=value} each
     * @return the job
     * @throws IllegalArgumentException if they are wrong; the message lists the keys
     */
    public static TableOptions parse(String... arguments) {
        Arguments read = new Arguments(arguments, KEYS);
        String window = read.text("window", WindowPreset.BRAIN.label());
        Window numbers = ExportOptions.window(window);
        String columns = read.text("columns", "files");
        if (!columns.equals("files") && !columns.equals("tags"))
            throw new IllegalArgumentException("columns=" + columns + ": write files or tags");
        return new TableOptions(
                read.text("input", ""),
                read.text("output", ""),
                new TableSettings(
                        TagSelection.parse(read.text("tags", "all")), read.flag("pixels", true), numbers, window),
                TableFormat.parse(read.text("format", "parquet")),
                columns.equals("files"),
                read.number("files", 4000));
    }

    /** Returns the options on which parts depend, one a line. */
    List<String> options() {
        List<String> options =
                new ArrayList<>(List.of("Table by Hounsfield on Spark", "input=" + input, "format=" + format.label()));
        options.addAll(settings.describe());
        options.add("columns=" + (ofRows ? "files" : "tags"));
        return options;
    }
}
