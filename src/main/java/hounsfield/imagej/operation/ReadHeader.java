package hounsfield.imagej.operation;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.imagej.host.Advice;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.memory.HeaderText;
import hounsfield.imagej.process.SliceHeader;
import hounsfield.parse.DicomFile;
import hounsfield.parse.HeaderRows;
import hounsfield.standard.Tag;
import hounsfield.standard.TagName;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.Memory;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code DICOM Header...}: reads all elements of a file, or of the file of the current slice of an image. */
public final class ReadHeader {
    /** Title of the table. */
    public static final String TABLE = Header.TABLE;

    private ReadHeader() {}

    /**
     * The options of {@code DICOM Header...}.
     *
     * @param path a DICOM file; empty for that of the image
     * @param filter a text that the rows contain in keyword, tag, name or value; empty for all rows
     */
    public record Options(Optional<Path> path, String filter) {
        /** The whole header of the image. */
        public static final Options DEFAULT = new Options(Optional.empty(), "");

        /**
         * {@return options for a file}
         *
         * @param path a DICOM file
         */
        public static Options of(Path path) {
            return new Options(Optional.of(path), "");
        }

        /**
         * {@return these options with a filter}
         *
         * @param text such as {@code PixelSpacing}, {@code 0028 0030}, or part of a name or value, in any case
         */
        public Options withFilter(String text) {
            return new Options(path, text);
        }
    }

    /**
     * {@return whether an image has a DICOM header, from this plugin or from ImageJ's own reader}
     *
     * @param image any image
     */
    public static boolean isDicom(ImagePlus image) {
        return Header.isDicom(image);
    }

    /**
     * Reads a header.
     *
     * @param image used if the options have no path; may be empty otherwise
     * @param options file or image
     * @return the rows that the filter selects; texts are limited to 1000 characters
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if there is no path, and no image with a DICOM header
     */
    public static Header run(Optional<ImagePlus> image, Options options) throws IOException {
        Header header = options.path().isPresent()
                ? Header.read(options.path().get())
                : Header.of(image.orElseThrow(() -> new IllegalArgumentException("there are no images open")));
        return header.filtered(options.filter());
    }

    /**
     * Does the same as {@link #run} and returns a table: tag, VR, name, value and length.
     *
     * @param image used if the options have no path; may be empty otherwise
     * @param options file or image
     * @return a new table, not shown
     * @throws IOException if the file cannot be read
     */
    public static ResultsTable table(Optional<ImagePlus> image, Options options) throws IOException {
        return run(image, options).table();
    }

    /**
     * Returns the value of an element of a file as text. Reads no pixels.
     *
     * @param path a DICOM file
     * @param name keyword or tag, preceded by its sequences, separated by dots; a sequence without an index means its
     *     first Item
     * @return the value, empty if the element is absent
     * @throws IOException if the file cannot be read, or the value is damaged
     * @throws IllegalArgumentException if there is no such keyword
     */
    public static String value(Path path, String name) throws IOException {
        List<TagName> steps = TagName.path(name);
        return Memory.guarded(() -> {
            DicomFile file = Advice.on(() -> DicomFile.read(path));
            return value(new SliceHeader.Named(file.metaInformation(), file.dataSet(), file.name(), 0), steps);
        });
    }

    /**
     * Returns the value of an element of the current slice of an image as text, as {@link #value(Path, String)} does.
     *
     * @param image any image
     * @param name keyword or tag, preceded by its sequences
     * @return the value, empty if the element is absent
     * @throws IOException if the file of the slice exists and cannot be read, or the value is damaged
     * @throws IllegalArgumentException if there is no such keyword, or the image has no DICOM header
     */
    public static String value(ImagePlus image, String name) throws IOException {
        List<TagName> steps = TagName.path(name);
        return Memory.guarded(() -> value(new SliceHeader(image).of(image.getCurrentSlice()), steps));
    }

    static String value(SliceHeader.Named file, List<TagName> steps) throws DicomException {
        DataSet part = Tag.group(steps.get(0).tag()) == 0x0002 ? file.metaInformation() : file.dataSet();
        for (TagName step : steps.subList(0, steps.size() - 1)) {
            List<DataSet> items = part.find(step.tag()).map(Element::items).orElse(List.of());
            int item = Math.max(0, step.item());
            if (item >= items.size()) return "";
            part = items.get(item);
        }
        Optional<Element> element = part.find(steps.get(steps.size() - 1).tag());
        if (element.isEmpty()) return "";
        try {
            return HeaderRows.text(element.get(), part);
        } catch (DicomException e) {
            throw e.at(Location.ofFile(file.name()));
        }
    }

    /**
     * Returns the whole header of a file as text, one line per element.
     *
     * @param path a DICOM file
     * @return all elements; values above 64 KiB as their size
     * @throws IOException if the file cannot be read
     */
    public static String text(Path path) throws IOException {
        return Memory.guarded(() -> HeaderText.of(Advice.on(() -> DicomFile.read(path))));
    }
}
