package hounsfield.imagej.memory;

import hounsfield.imagej.host.Advice;
import hounsfield.imagej.host.TableView;
import hounsfield.parse.DicomFile;
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

/** The header of a file or of an image, ready to be shown. */
public final class Header {
    /** The title of the results table that a macro gets. */
    public static final String TABLE = "DICOM Header";

    /** A line of ImageJ's header text: tag, marks of depth, name, value. */
    private static final Pattern LINE = Pattern.compile("([0-9A-F]{4}),([0-9A-F]{4})  (>*)([^:]*):(.*)");

    private final String title;
    private final List<HeaderRow> rows;

    private Header(String title, List<HeaderRow> rows) {
        this.title = title;
        this.rows = List.copyOf(rows);
    }

    /**
     * Reads a file's header, every element of it. Texts are cut after 1000 characters; large binary values are given as
     * their size.
     *
     * @throws hounsfield.standard.DicomException if it is not a DICOM file, or a damaged one
     */
    public static Header read(Path path) throws IOException {
        DicomFile file = Advice.on(() -> DicomFile.read(path));
        return new Header(file.name(), HeaderRows.of(file));
    }

    /** Whether an image has a DICOM header, from this plugin or from ImageJ's own reader. */
    public static boolean isDicom(ImagePlus image) {
        return infoOf(image).isPresent();
    }

    /**
     * The header of an image's current slice: of the slice's file if it is still there, or else what the image remembers.
     *
     * @throws IllegalArgumentException if the image has none
     */
    public static Header of(ImagePlus image) throws IOException {
        String info = infoOf(image)
                .orElseThrow(() -> new IllegalArgumentException("\"" + image.getTitle() + "\" has no DICOM header"));
        Optional<SliceFile> file = SliceFile.of(image, image.getCurrentSlice());
        return file.isPresent() ? read(file.get().path()) : new Header(image.getTitle(), parse(info));
    }

    /** All rows, those of sequences behind their sequence's own. */
    public List<HeaderRow> rows() {
        return rows;
    }

    /** {@return the name of the file, or the title of the image, that the header is from} */
    public String title() {
        return title;
    }

    /** Shows the rows as a results table called {@link #TABLE}, for macros. */
    public void showTable() {
        ResultsTable table = new ResultsTable();
        for (HeaderRow row : rows) {
            table.incrementCounter();
            table.addValue("Tag", ">".repeat(row.depth()) + row.tagText());
            table.addValue("VR", row.vr());
            table.addValue("Name", row.name());
            table.addValue("Value", row.value());
            table.addValue("Length", row.lengthText());
        }
        TableView.show(table, TABLE);
    }

    /** The current slice's header as text, or what there is of one for the whole image. */
    public static Optional<String> infoOf(ImagePlus image) {
        return infoOf(image, image.getCurrentSlice());
    }

    /** A slice's header as text, or what there is of one for the whole image. */
    public static Optional<String> infoOf(ImagePlus image, int slice) {
        Optional<String> own = ofSlice(image, slice);
        return own.isPresent() ? own : text(image.getProperty("Info"));
    }

    /** A slice's own header as text. ImageJ keeps a stack's in the slice labels, a single image's in its Info. */
    public static Optional<String> ofSlice(ImagePlus image, int slice) {
        Optional<String> label = text(image.getStack().getSliceLabel(slice));
        return label.isPresent() || image.getStackSize() > 1 ? label : text(image.getProperty("Info"));
    }

    private static Optional<String> text(Object text) {
        return text instanceof String header && isHeader(header) ? Optional.of(header) : Optional.empty();
    }

    /** The value of an element at the top of a header's text, empty if there is none. */
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

    /** Whether a line of text is an element's. */
    static boolean isLine(String line) {
        return LINE.matcher(line).matches();
    }

    /** Reads rows back from ImageJ's text form; the dictionary gives the VR, the length is lost. */
    static List<HeaderRow> parse(String text) {
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
