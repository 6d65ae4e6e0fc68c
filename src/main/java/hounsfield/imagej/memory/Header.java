package hounsfield.imagej.memory;

import hounsfield.imagej.host.Advice;
import hounsfield.parse.DicomFile;
import hounsfield.parse.HeaderRow;
import hounsfield.parse.HeaderRows;
import hounsfield.parse.header.HeaderFilter;
import hounsfield.standard.Dictionary;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header of a file or an image as rows for display. */
public final class Header {
    /** Title of the results table for macros. */
    public static final String TABLE = "DICOM Header";

    /** A line of ImageJ's header text: tag, one {@code >} per nesting level, name, value. */
    private static final Pattern LINE = Pattern.compile("([0-9A-F]{4}),([0-9A-F]{4})  (>*)([^:]*):(.*)");

    private final String title;
    private final List<HeaderRow> rows;

    private Header(String title, List<HeaderRow> rows) {
        this.title = title;
        this.rows = List.copyOf(rows);
    }

    /**
     * Reads all elements of a file's header. Texts are limited to 1000 characters. For large binary values, the size is
     * shown.
     *
     * @param path a DICOM file
     * @return its header
     * @throws hounsfield.standard.error.DicomException if the file is not a DICOM file, or is damaged
     * @throws IOException if the file cannot be read
     */
    public static Header read(Path path) throws IOException {
        return read(new SliceFile.Place(path, ""));
    }

    private static Header read(SliceFile.Place place) throws IOException {
        DicomFile file = Advice.on(place::read);
        return new Header(file.name(), HeaderRows.of(file));
    }

    /**
     * Returns whether an image has a DICOM header, from this plugin or from ImageJ's own reader.
     *
     * @param image any image
     * @return whether {@link #infoOf(ImagePlus)} finds a header
     */
    public static boolean isDicom(ImagePlus image) {
        return infoOf(image).isPresent();
    }

    /**
     * Returns the header of an image's current slice: from the slice's file if it still exists, else from the header
     * text in the image.
     *
     * @param image an image with a DICOM header
     * @return the header
     * @throws IllegalArgumentException if the image has no DICOM header
     * @throws IOException if the slice's file exists and cannot be read
     */
    public static Header of(ImagePlus image) throws IOException {
        return of(image, image.getCurrentSlice());
    }

    /**
     * Returns the header of a slice as {@link #of(ImagePlus)} does.
     *
     * @param image an image with a DICOM header
     * @param slice counted from 1
     * @return the header
     * @throws IllegalArgumentException if the image has no DICOM header
     * @throws IOException if the slice's file exists and cannot be read
     */
    public static Header of(ImagePlus image, int slice) throws IOException {
        String info = infoOf(image, slice)
                .orElseThrow(() -> new IllegalArgumentException("\"" + image.getTitle() + "\" has no DICOM header"));
        Optional<SliceFile> file = SliceFile.of(image, slice);
        return file.isPresent() ? read(file.get().place()) : new Header(image.getTitle(), parse(info));
    }

    /** {@return all rows in file order; the rows of a sequence follow the row of the sequence element} */
    public List<HeaderRow> rows() {
        return rows;
    }

    /**
     * {@return the same header with the rows that contain a text, and those that enclose them}
     *
     * @param text part of a keyword, tag, name or value, as {@link HeaderFilter} reads it; blank for all rows
     */
    public Header filtered(String text) {
        return new Header(title, new HeaderFilter(text).of(rows));
    }

    /** {@return the name of the file, or the title of the image} */
    public String title() {
        return title;
    }

    /** {@return the rows as a new results table, for macros: tag, VR, name, value and length} */
    public ResultsTable table() {
        ResultsTable table = new ResultsTable();
        for (HeaderRow row : rows) {
            table.incrementCounter();
            table.addValue("Tag", ">".repeat(row.depth()) + row.tagText());
            table.addValue("VR", row.vr());
            table.addValue("Name", row.name());
            table.addValue("Value", row.value());
            table.addValue("Length", row.lengthText());
        }
        return table;
    }

    /**
     * Returns the header text of the current slice.
     *
     * @param image any image
     * @return the slice's own text, else the text in the image's Info; empty if neither is a header
     */
    public static Optional<String> infoOf(ImagePlus image) {
        return infoOf(image, image.getCurrentSlice());
    }

    /**
     * Returns the header text of a slice.
     *
     * @param image any image
     * @param slice counted from 1
     * @return the slice's own text, else the text in the image's Info; empty if neither is a header
     */
    public static Optional<String> infoOf(ImagePlus image, int slice) {
        Optional<String> own = ofSlice(image, slice);
        return own.isPresent() ? own : text(image.getProperty("Info"));
    }

    /**
     * Returns the slice's own header text. ImageJ keeps it in the slice labels of a stack and in the Info of a single
     * image.
     *
     * @param image any image
     * @param slice counted from 1
     * @return the text; empty if there is none for this slice
     */
    public static Optional<String> ofSlice(ImagePlus image, int slice) {
        Optional<String> label = text(image.getStack().getSliceLabel(slice));
        return label.isPresent() || image.getStackSize() > 1 ? label : text(image.getProperty("Info"));
    }

    private static Optional<String> text(Object text) {
        return text instanceof String header && isHeader(header) ? Optional.of(header) : Optional.empty();
    }

    /**
     * Returns the value of a top-level element in a header text.
     *
     * @param text a header text
     * @param tag the element's tag
     * @return its value as text; empty if the element is absent
     */
    public static String value(String text, int tag) {
        String start = String.format(Locale.ROOT, "%04X,%04X  ", tag >>> 16, tag & 0xFFFF);
        return text.lines()
                .filter(line -> line.startsWith(start))
                .map(LINE::matcher)
                .filter(matcher -> matcher.matches() && matcher.group(3).isEmpty())
                .map(matcher -> matcher.group(5).strip())
                .findFirst()
                .orElse("");
    }

    private static boolean isHeader(String text) {
        return text.lines().anyMatch(Header::isLine);
    }

    /** Returns whether a line of text describes an element. */
    static boolean isLine(String line) {
        return LINE.matcher(line).matches();
    }

    /**
     * Parses ImageJ's text form into rows. The VR comes from the dictionary; the length is not in the text.
     *
     * @param text lines such as {@code 0028,0010  Rows: 512}; others are left out
     * @return a row for each element
     */
    public static List<HeaderRow> parse(String text) {
        List<HeaderRow> rows = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) continue;
            int tag = Integer.parseUnsignedInt(matcher.group(1) + matcher.group(2), 16);
            String vr = Dictionary.find(tag).map(entry -> entry.vr().name()).orElse("");
            rows.add(new HeaderRow(
                    matcher.group(3).length(),
                    tag,
                    vr,
                    matcher.group(4).trim(),
                    matcher.group(5).trim(),
                    -1));
        }
        return rows;
    }
}
