package hounsfield.imagej;

import hounsfield.imagej.host.CommandTable;
import hounsfield.imagej.host.Given;
import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.host.TableView;
import hounsfield.imagej.operation.CropToMask;
import hounsfield.imagej.operation.EditPresets;
import hounsfield.imagej.operation.Equalize;
import hounsfield.imagej.operation.ExportPictures;
import hounsfield.imagej.operation.ImportSeries;
import hounsfield.imagej.operation.KeepRange;
import hounsfield.imagej.operation.ListFiles;
import hounsfield.imagej.operation.MakeChannels;
import hounsfield.imagej.operation.MakeSample;
import hounsfield.imagej.operation.MaskAndCrop;
import hounsfield.imagej.operation.MeasureHistogram;
import hounsfield.imagej.operation.MeasureStatistics;
import hounsfield.imagej.operation.OpenDicom;
import hounsfield.imagej.operation.ReadGeometry;
import hounsfield.imagej.operation.ReadHeader;
import hounsfield.imagej.operation.ReadPixels;
import hounsfield.imagej.operation.SavePicture;
import hounsfield.imagej.operation.ShowLut;
import hounsfield.imagej.operation.ShowWindow;
import hounsfield.imagej.operation.TabulateFolder;
import hounsfield.imagej.operation.TransformPlanes;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the menu does, as plain calls for Jython, Groovy, JavaScript, Java and macros: text, numbers, arrays and
 * {@code ImagePlus} in and out, a name of its own for each. No call shows an image; {@code imp.show()} does.
 *
 * <pre>
 * from hounsfield.imagej import Hounsfield
 * imp = Hounsfield.openSeries("/data/patient/series")
 * Hounsfield.window(imp, "lungs")
 * imp.show()
 * </pre>
 *
 * <p>In this order: files and series, windows and ranges, equalization, measurements, channels and pictures, masks and crops,
 * folders, samples. Values are those of the image's unit, HU of a CT, whichever of ImageJ's types holds them. What gives an
 * image gives a new one; only the calls that show an image differently change the one they are given.
 *
 * <p>What cannot be read is an {@link hounsfield.standard.DicomException}, which says file, element, frame and byte; a
 * name or number that means nothing is an {@link IllegalArgumentException}, and so is a colour image where grey values are
 * needed, an argument that is null, and what does not fit into memory. Esc, or an interrupt of the thread, ends long work with a
 * {@link java.util.concurrent.CancellationException}. What is odd and stops nothing goes to ImageJ's log. Frames count from 0.
 *
 * <p>Files are written to folders that are there, and replace those of their name; a folder that is not is an
 * {@code IllegalArgumentException}. Only {@link #batchExport} and {@link #writeSample} make theirs.
 */
public final class Hounsfield {
    private Hounsfield() {}

    /** Progress bar and Esc key of ImageJ, for a call that begins now: an earlier Esc does not count. */
    private static ImageJProgress progress() {
        return new ImageJProgress();
    }

    /**
     * Opens a file, all its frames, as 32-bit values in the file's unit: HU for CT. Colour opens as RGB.
     *
     * @return a single image or a stack, with mm and value unit set, the header in Info and slice labels
     */
    public static ImagePlus open(String path) throws IOException {
        Given.check("path", path);
        return open(path, OpenDicom.Options.DEFAULT);
    }

    /** As {@link #open}, the pixels as they are stored: neither rescaled nor, for integers of up to 16 bits, floats. */
    public static ImagePlus openStored(String path) throws IOException {
        Given.check("path", path);
        return open(path, OpenDicom.Options.DEFAULT.withPixels("stored"));
    }

    /**
     * As {@link #open}, in the 16 bits that are stored, with ImageJ's linear calibration; in 32 bits where one line cannot
     * serve all frames, which the log says.
     */
    public static ImagePlus open16Bit(String path) throws IOException {
        Given.check("path", path);
        return open(path, OpenDicom.Options.DEFAULT.withPixels("16-bit"));
    }

    /**
     * As {@link #open}, 32-bit values from a source of one's choice.
     *
     * @param values {@code rescale} is what {@link #open} does: Rescale Slope and Intercept or what stands for them, and a
     *     Real World Value Mapping where there is none of these; {@code real world} is the mapping, in its unit;
     *     {@code stored} are stored values as they are
     * @throws hounsfield.standard.DicomException if the file has no Real World Value Mapping and it is asked for
     */
    public static ImagePlus openValues(String path, String values) throws IOException {
        Given.check("path", path, "values", values);
        return open(path, OpenDicom.Options.DEFAULT.withValues(values));
    }

    /** As {@link #open}, a virtual stack whose frames are decoded when they are shown. */
    public static ImagePlus openVirtual(String path) throws IOException {
        Given.check("path", path);
        return open(path, OpenDicom.Options.DEFAULT.virtual(true));
    }

    /**
     * As {@link #open}, for an image without any damage.
     *
     * @throws hounsfield.standard.DicomException if a frame cannot be decoded; the message says which can
     */
    public static ImagePlus openUndamaged(String path) throws IOException {
        Given.check("path", path);
        return open(path, OpenDicom.Options.DEFAULT.withDamaged("refuse"));
    }

    /**
     * As {@link #open}, some frames only.
     *
     * @param first the first frame, counted from 0
     * @param last the last frame, included
     */
    public static ImagePlus openFrames(String path, int first, int last) throws IOException {
        Given.check("path", path);
        return open(path, OpenDicom.Options.DEFAULT.withFrames(first, last));
    }

    /**
     * As {@link #open}, with all options of {@code Open DICOM...}.
     *
     * @param first the first frame, counted from 0
     * @param last the last frame, included; -1 for the file's last
     * @param pixels {@code 32-bit}, {@code 16-bit} or {@code stored}
     * @param values {@code rescale}, {@code real world} or {@code stored}, see {@link #openValues}
     * @param damaged {@code fill} for NaN in place of what cannot be decoded, {@code refuse} as {@link #openUndamaged}
     * @param virtual whether frames are decoded when they are shown
     */
    public static ImagePlus openAs(
            String path, int first, int last, String pixels, String values, String damaged, boolean virtual)
            throws IOException {
        Given.check("path", path, "pixels", pixels, "values", values, "damaged", damaged);
        OpenDicom.Options options = OpenDicom.Options.DEFAULT
                .withPixels(pixels)
                .withValues(values)
                .withDamaged(damaged)
                .virtual(virtual);
        return open(path, last == -1 ? options.fromFrame(first) : options.withFrames(first, last));
    }

    private static ImagePlus open(String path, OpenDicom.Options options) throws IOException {
        return OpenDicom.run(Path.of(path), options, progress());
    }

    /**
     * The series in a folder and the folders within it, by series number.
     *
     * @return the name of each: its Series Instance UID, with {@code #2} and so on where the images of one UID make several volumes
     */
    public static String[] listSeries(String folder) throws IOException {
        Given.check("folder", folder);
        return scan(folder).names().toArray(new String[0]);
    }

    /** The series in the order of {@link #listSeries}, in words: number, description, date, modality, kind, size, spacing and files; no two alike. */
    public static String[] describeSeries(String folder) throws IOException {
        Given.check("folder", folder);
        return scan(folder).labels().toArray(new String[0]);
    }

    /**
     * Opens the only series of a folder as a volume, its slices by their place in the patient, 32-bit values in its unit.
     *
     * @throws IllegalArgumentException if there is none, or more than one; the message lists them
     */
    public static ImagePlus openSeries(String folder) throws IOException {
        Given.check("folder", folder);
        return openSeriesByUid(folder, "");
    }

    /**
     * Opens a series of a folder as {@link #openSeries} does.
     *
     * @param uid its name in {@link #listSeries}; a series number; or {@code #3} for the third of the list
     * @throws IllegalArgumentException if it is none of these or several have it; the message lists what there is
     */
    public static ImagePlus openSeriesByUid(String folder, String uid) throws IOException {
        Given.check("folder", folder, "uid", uid);
        return openSeries(folder, uid, ImportSeries.Options.DEFAULT);
    }

    /**
     * As {@link #openSeriesByUid}, values from a source as {@link #openValues} has it.
     *
     * @param uid as in {@link #openSeriesByUid}; empty for the only series
     */
    public static ImagePlus openSeriesValues(String folder, String uid, String values) throws IOException {
        Given.check("folder", folder, "uid", uid, "values", values);
        return openSeries(folder, uid, ImportSeries.Options.DEFAULT.withValues(values));
    }

    /** As {@link #openSeries}, a virtual stack whose slices are decoded when they are shown. */
    public static ImagePlus openSeriesVirtual(String folder) throws IOException {
        Given.check("folder", folder);
        return openSeries(folder, "", ImportSeries.Options.DEFAULT.virtual(true));
    }

    /** As {@link #openSeriesByUid}, a virtual stack; an empty {@code uid} means the only series. */
    public static ImagePlus openSeriesVirtualByUid(String folder, String uid) throws IOException {
        Given.check("folder", folder, "uid", uid);
        return openSeries(folder, uid, ImportSeries.Options.DEFAULT.virtual(true));
    }

    /** As {@link #openSeriesByUid}, with {@link #openUndamaged}'s refusal if a slice cannot be decoded. */
    public static ImagePlus openSeriesUndamaged(String folder, String uid) throws IOException {
        Given.check("folder", folder, "uid", uid);
        return openSeries(folder, uid, ImportSeries.Options.DEFAULT.withDamaged("refuse"));
    }

    /**
     * As {@link #openSeriesByUid}, with all options of {@code Import DICOM Series...}.
     *
     * @param uid as in {@link #openSeriesByUid}; empty for the only series
     * @param order {@code position}, {@code instance number} or {@code file name}
     * @param pixels {@code 32-bit}, {@code 16-bit} or {@code stored}
     * @param values {@code rescale}, {@code real world} or {@code stored}, see {@link #openValues}
     * @param damaged {@code fill} for NaN in place of what cannot be decoded, {@code refuse} as {@link #openUndamaged}
     * @param virtual whether slices are decoded when they are shown
     */
    public static ImagePlus openSeriesAs(
            String folder, String uid, String order, String pixels, String values, String damaged, boolean virtual)
            throws IOException {
        Given.check(
                "folder", folder, "uid", uid, "order", order, "pixels", pixels, "values", values, "damaged", damaged);
        ImportSeries.Options options = ImportSeries.Options.DEFAULT
                .withOrder(order)
                .withPixels(pixels)
                .withValues(values)
                .withDamaged(damaged)
                .virtual(virtual);
        return openSeries(folder, uid, options);
    }

    private static ImagePlus openSeries(String folder, String uid, ImportSeries.Options options) throws IOException {
        return ImportSeries.run(Path.of(folder), options.with(uid), progress());
    }

    private static ImportSeries.Found scan(String folder) throws IOException {
        return ImportSeries.scan(Path.of(folder), progress());
    }

    /**
     * The slices of which some or all pixels could not be decoded, and are NaN. Their labels say why. An image that was
     * duplicated, saved as TIFF or lost slices since still tells, by its labels, or by an image property where it has none.
     * Of a virtual stack, slices that were not shown yet are decoded for it.
     *
     * @return slice numbers, counted from 1 and ascending; empty if there is no damage
     */
    public static int[] damaged(ImagePlus image) {
        Given.check("image", image);
        return ReadPixels.damagedSlices(image, progress());
    }

    /**
     * The point in the patient that a pixel shows, also in copies by Duplicate, Crop and Make Substack and in the crops and
     * zooms of this plugin. ImageJ counts the coordinates of selections from the edge of a pixel: its center is at half
     * numbers there, and at whole numbers here.
     *
     * @param x column, counted from 0
     * @param y row, counted from 0
     * @param slice counted from 1
     * @return x, y and z towards left, back and head of the patient (LPS) [mm]
     * @throws IllegalArgumentException if the slice has no known position, as after Reslice, or the part of its pixels that
     *     the image shows is unknown, as after Crop of a TIFF file
     */
    public static double[] positionOf(ImagePlus image, double x, double y, int slice) {
        Given.check("image", image);
        return ReadGeometry.position(image, x, y, slice);
    }

    /**
     * The stored values of one frame exactly as the file holds them: row by row, the samples of a pixel together,
     * sign-extended from Bits Stored, before any colour transform or rescale. Unsigned 32-bit values come as their low 32
     * bits.
     *
     * @param frame counted from 0
     * @throws IllegalArgumentException if there is no such frame, or the file holds floating point values
     */
    public static int[] storedValues(String path, int frame) throws IOException {
        Given.check("path", path);
        return ReadPixels.stored(Path.of(path), frame);
    }

    /**
     * Returns a file's header as text: one line per element, {@code GGGG,EEEE  Name: value}. The elements of the top come
     * first, those of sequences after them with {@code >} before their names.
     *
     * <p>No element is left out. In place of a value there is its size where a line cannot hold it: {@code 8 bytes} for more
     * than 16 bytes without a meaning of their own, more than 64 binary numbers, and any value above 64 KiB. More than 8
     * empty Items in a row share a line. The headers in slice labels and Info are shorter: texts end after 1000 characters,
     * sequences after 2000 lines, with a note.
     *
     * @throws hounsfield.standard.DicomException if it is not a DICOM file, or a damaged one
     */
    public static String header(String path) throws IOException {
        Given.check("path", path);
        return ReadHeader.text(Path.of(path));
    }

    /**
     * Returns the value of an element of a header as text. Reads no pixels.
     *
     * @param path a DICOM file
     * @param keyword the keyword of PS3.6 in any case, {@code PixelSpacing}, or the tag, {@code 0028,0030}. Of an element in
     *     a sequence with the sequences before it: {@code SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].PixelSpacing},
     *     where Items count from 0; without an index it is the first Item
     * @return several values separated by backslashes; for a sequence {@code 2 items}, for long binary values
     *     {@code 512 bytes}; empty if the element is absent
     * @throws IOException if the file cannot be read; {@link hounsfield.standard.DicomException} if it is not DICOM, or the
     *     value is damaged
     * @throws IllegalArgumentException if there is no such keyword; the message names those that are similar
     */
    public static String tag(String path, String keyword) throws IOException {
        Given.check("path", path, "keyword", keyword);
        return ReadHeader.value(Path.of(path), keyword);
    }

    /**
     * Returns the size of the voxels of an image, and its position and orientation in the patient: of an image as it was
     * opened, cropped or resized by this plugin. Flips and rotations by ImageJ are not known.
     *
     * @param image any image; of several time points the first
     * @return {@code spacing} [mm], 3 numbers for x, y and z, NaN for an unknown distance of slices; {@code origin} [mm], the
     *     center of the first voxel, 3 numbers; {@code direction}, 9 numbers, a matrix row by row whose columns are the
     *     directions of x, y and z. Coordinates are x to the left, y to the back, z to the head (LPS, PS3.3 C.7.6.2.1.1).
     *     What is not known, or differs from slice to slice, is absent
     * @throws IOException if the file of a slice exists and cannot be read
     */
    public static Map<String, double[]> geometry(ImagePlus image) throws IOException {
        Given.check("image", image);
        return ReadGeometry.of(image);
    }

    /**
     * Returns the geometry of a file as {@link #geometry} does. Reads no pixels.
     *
     * @param path a DICOM file with an image
     * @return {@code spacing}, {@code origin} and {@code direction}
     * @throws IOException if the file cannot be read
     */
    public static Map<String, double[]> geometryOfFile(String path) throws IOException {
        Given.check("path", path);
        return ReadGeometry.ofFile(Path.of(path));
    }

    /** As {@link #header}, as the table of {@code DICOM Header...}: tag, VR, name, value of up to 1000 characters, length. */
    public static ResultsTable headerTable(String path) throws IOException {
        Given.check("path", path);
        return ReadHeader.table(Optional.empty(), ReadHeader.Options.of(Path.of(path)));
    }

    /**
     * As {@link #headerTable}, of the current slice's file, or of the header in the image if there is no such file.
     *
     * @throws IllegalArgumentException if the image has no DICOM header
     */
    public static ResultsTable headerTableOf(ImagePlus image) throws IOException {
        Given.check("image", image);
        return ReadHeader.table(Optional.of(image), ReadHeader.Options.DEFAULT);
    }

    /**
     * Shows an image through a window; its values stay.
     *
     * @param preset one of {@link #windowPresets}, such as {@code lungs}
     * @throws IllegalArgumentException if there is none of this name, and the message lists them; or if it is a built-in
     *     one, which is in HU, and the image is not: the message names its unit
     */
    public static void window(ImagePlus image, String preset) {
        Given.check("image", image, "preset", preset);
        ShowWindow.run(image, ShowWindow.Options.of(preset), progress());
    }

    /** Shows an image through a window given in its own unit: black at center - width/2, white at center + width/2. */
    public static void windowTo(ImagePlus image, double center, double width) {
        Given.check("image", image);
        ShowWindow.run(image, ShowWindow.Options.of(center, width), progress());
    }

    /**
     * Shows an image through one of the windows that the current slice's file brings along, by the file's VOI LUT Function.
     *
     * @param n which one, counted from 1
     * @throws IllegalArgumentException if the file has no such window, or the image comes from no DICOM file
     */
    public static void windowFile(ImagePlus image, int n) {
        Given.check("image", image);
        ShowWindow.run(image, ShowWindow.Options.of("file " + n), progress());
    }

    /** As {@link #windowFile}, through one of the tables of the file's VOI LUT Sequence. */
    public static void windowLut(ImagePlus image, int n) {
        Given.check("image", image);
        ShowWindow.run(image, ShowWindow.Options.of("lut " + n), progress());
    }

    /**
     * An image as 8-bit grey through a window.
     *
     * @param preset one of {@link #windowPresets}, or {@code file 1}, {@code lut 1} and so on for the file's own: each slice
     *     goes through that of its own frame
     * @return a new image; the original keeps its values
     */
    public static ImagePlus windowApplied(ImagePlus image, String preset) {
        Given.check("image", image, "preset", preset);
        return ShowWindow.run(image, ShowWindow.Options.of(preset).apply(true), progress());
    }

    /**
     * Shows an image through a window, or makes a new image of it, with all options of {@code HU Window...}.
     *
     * @param preset one of {@link #windowPresets}, {@code file 1}, {@code lut 1}, or center/width: {@code 40/400}
     * @param function {@code default} for the file's own, {@code linear exact}, {@code linear} or {@code sigmoid}
     * @param apply whether to make a new 8-bit image, as {@link #windowApplied}
     * @return the new image, or the one that was given
     */
    public static ImagePlus windowAs(ImagePlus image, String preset, String function, boolean apply) {
        Given.check("image", image, "preset", preset, "function", function);
        ShowWindow.Options options =
                ShowWindow.Options.of(preset).withFunction(function).apply(apply);
        return ShowWindow.run(image, options, progress());
    }

    /** As {@link #windowAs} with the function {@code default}, and keeps the window as {@link #savePreset} does. */
    public static ImagePlus windowSaved(ImagePlus image, String preset, String name) {
        Given.check("image", image, "preset", preset, "name", name);
        if (name.isBlank()) throw new IllegalArgumentException("the name of the preset is empty");
        ShowWindow.Options options = ShowWindow.Options.of(preset).saved(name);
        return ShowWindow.run(image, options, progress());
    }

    /** The names of the window presets, yours first. */
    public static String[] windowPresets() {
        return EditPresets.names().toArray(new String[0]);
    }

    /**
     * Returns the numbers of a window preset.
     *
     * @param name one of {@link #windowPresets}, in any case; or {@code 40/400}
     * @return center and width, in HU for a built-in preset
     * @throws IllegalArgumentException if there is no such preset; the message lists the names
     */
    public static double[] windowPreset(String name) {
        Given.check("name", name);
        return ShowWindow.preset(name);
    }

    /** Keeps a window of your own under a name, in ImageJ's preferences; then it is a preset as any other. */
    public static void savePreset(String name, double center, double width) {
        Given.check("name", name);
        EditPresets.save(name, center, width);
    }

    /** Forgets a window that {@link #savePreset} kept. */
    public static void deletePreset(String name) {
        Given.check("name", name);
        EditPresets.delete(name);
    }

    /** Shows the values from {@code min} to {@code max} from black to white; they stay. */
    public static void range(ImagePlus image, double min, double max) {
        Given.check("image", image);
        KeepRange.run(image, KeepRange.Options.DEFAULT.closed(min, max), progress());
    }

    /**
     * An image without the values outside a range, in the area selection if there is one.
     *
     * @param outside what they become: {@code clip}, {@code black}, {@code nan} or {@code mask}
     * @return a new image, shown from {@code min} to {@code max}
     */
    public static ImagePlus rangeOutside(ImagePlus image, double min, double max, String outside) {
        Given.check("image", image, "outside", outside);
        KeepRange.Options options = KeepRange.Options.DEFAULT.closed(min, max).withOutside(outside);
        return KeepRange.copy(image, options, progress());
    }

    /**
     * Shows a range, or replaces the values outside it, with all options of {@code HU Range...}.
     *
     * @param min NaN for the least of all values
     * @param max NaN for the greatest of all values
     * @param outside {@code unchanged} to show the range alone, or as in {@link #rangeOutside}
     * @param lut {@code unchanged}, or as in {@link #lut}
     * @return a new image, or the one that was given if its values stay
     */
    public static ImagePlus rangeAs(ImagePlus image, double min, double max, String outside, String lut) {
        Given.check("image", image, "outside", outside, "lut", lut);
        KeepRange.Options options =
                KeepRange.Options.DEFAULT.between(min, max).withOutside(outside).withLut(lut);
        return KeepRange.run(image, options, progress());
    }

    /** A new 8-bit image: 255 where values lie from {@code min} to {@code max}, both included, 0 elsewhere. */
    public static ImagePlus rangeMask(ImagePlus image, double min, double max) {
        Given.check("image", image);
        return rangeOutside(image, min, max, "mask");
    }

    /**
     * Shows an image through a lookup table; its values stay.
     *
     * @param name {@code bone}, {@code ocean_r}, or any of ImageJ's: {@code grays}, {@code fire}, those in the luts folder
     */
    public static void lut(ImagePlus image, String name) {
        Given.check("image", image, "name", name);
        ShowLut.run(image, name);
    }

    /** Writes a lookup table as a file for ImageJ's luts folder, where the menus find it. */
    public static void saveLut(String name, String path) throws IOException {
        Given.check("name", name, "path", path);
        ShowLut.save(name, Path.of(path));
    }

    /**
     * Equalizes an image by the frequency bins of all its slices together, padding aside.
     *
     * @param bins how many bins, 1 to 100000, usually 100
     * @return a new image of 32-bit values 0..1, virtual where {@code image} is; an area selection limits the pixels that
     *     the bins come from
     */
    public static ImagePlus equalize(ImagePlus image, int bins) {
        Given.check("image", image);
        return Equalize.run(image, Equalize.Options.of(bins), progress());
    }

    /**
     * As {@link #equalize}, by breaks that are given: those of {@link #frequencyBins} of another image, for instance.
     *
     * @param breaks ascending, in the image's unit; the first gives 0, the last 1, those between are evenly spread
     * @throws IllegalArgumentException if there are none, or they are not ascending
     */
    public static ImagePlus equalizeByBreaks(ImagePlus image, float[] breaks) {
        Given.check("image", image, "breaks", breaks);
        return Equalize.run(image, Equalize.Options.of(1).by(breaks), progress());
    }

    /**
     * As {@link #equalize}, by the bins of the pixels under a mask.
     *
     * @param mask an 8-bit image of the same size, of one slice or as many: not 0 for pixels that count
     */
    public static ImagePlus equalizeWithin(ImagePlus image, ImagePlus mask, int bins) {
        Given.check("image", image, "mask", mask);
        Equalize.Options options = Equalize.Options.of(bins).within(mask, image);
        return Equalize.run(image, options, progress());
    }

    /**
     * As {@link #equalize}, with the options of {@code Equalize Frequency Bins...}.
     *
     * @param min lower values count as this; NaN for none
     * @param max higher values count as this; NaN for none
     * @param output {@code 32-bit} for 0 to 1, {@code 16-bit} or {@code 8-bit}
     * @param scope {@code stack} for the bins of all slices together, {@code slice} for bins of each slice
     */
    public static ImagePlus equalizeAs(ImagePlus image, int bins, double min, double max, String output, String scope) {
        Given.check("image", image, "output", output, "scope", scope);
        Equalize.Options options = equalizeOptions(Equalize.Options.of(bins), min, max, output, scope);
        return Equalize.run(image, options, progress());
    }

    /** As {@link #equalizeAs}, by the bins of the pixels under a mask. */
    public static ImagePlus equalizeWithinAs(
            ImagePlus image, ImagePlus mask, int bins, double min, double max, String output, String scope) {
        Given.check("image", image, "mask", mask, "output", output, "scope", scope);
        Equalize.Options options = equalizeOptions(Equalize.Options.of(bins), min, max, output, scope)
                .within(mask, image);
        return Equalize.run(image, options, progress());
    }

    /** As {@link #equalizeByBreaks}, with limits and output as in {@link #equalizeAs}. */
    public static ImagePlus equalizeByBreaksAs(ImagePlus image, float[] breaks, double min, double max, String output) {
        Given.check("image", image, "breaks", breaks, "output", output);
        Equalize.Options options = equalizeOptions(Equalize.Options.of(1), min, max, output, "stack");
        return Equalize.run(image, options.by(breaks), progress());
    }

    private static Equalize.Options equalizeOptions(
            Equalize.Options options, double min, double max, String output, String scope) {
        return options.limited(min, max).withScope(scope).withOutput(output);
    }

    /** The breaks between the frequency bins of all slices together: ascending values in the image's unit. */
    public static float[] frequencyBins(ImagePlus image, int bins) {
        Given.check("image", image);
        return Equalize.breaks(image, Equalize.Options.of(bins), progress());
    }

    /**
     * The histogram of an image's values, of all slices, padding aside, within the area selection if there is one. Bins are
     * one unit wide if values are integers, as HU are, or span many units; else there are 256.
     *
     * @return two rows: the ends of the bins in the image's unit, one more than bins; and how many pixels each bin holds. A
     *     bin holds its lower end, the last one both
     */
    public static double[][] histogram(ImagePlus image) throws IOException {
        Given.check("image", image);
        return histogram(image, MeasureHistogram.Options.DEFAULT);
    }

    /** As {@link #histogram}, of so many bins between two values; those beyond are not counted. */
    public static double[][] histogramBetween(ImagePlus image, int bins, double min, double max) throws IOException {
        Given.check("image", image);
        return histogram(image, MeasureHistogram.Options.DEFAULT.between(bins, min, max));
    }

    /**
     * As {@link #histogram}, of the stored values: the numbers of an 8 or 16-bit image, or for a 32-bit image those in the
     * DICOM files that its slices came from.
     *
     * @throws IllegalArgumentException if an image of 32 bits does not know its files; the message says why
     */
    public static double[][] histogramOfStored(ImagePlus image) throws IOException {
        Given.check("image", image);
        return histogram(image, MeasureHistogram.Options.DEFAULT.withValues("stored"));
    }

    /** As {@link #histogram}, of the values equalized by 100 frequency bins. */
    public static double[][] histogramOfEqualized(ImagePlus image) throws IOException {
        Given.check("image", image);
        return histogram(image, MeasureHistogram.Options.DEFAULT.withValues("equalized"));
    }

    /**
     * As {@link #histogram}, with all options of {@code HU Histogram...}.
     *
     * @param values {@code hu}, {@code stored} or {@code equalized}
     * @param scope {@code stack} for all slices, {@code slice} for the current one
     * @param bins how many bins; 0 for as many as {@link #histogram} has
     * @param min lower end of the first bin; NaN for the least value
     * @param max upper end of the last bin; NaN for the greatest value
     */
    public static double[][] histogramAs(ImagePlus image, String values, String scope, int bins, double min, double max)
            throws IOException {
        Given.check("image", image, "values", values, "scope", scope);
        MeasureHistogram.Options options = MeasureHistogram.Options.DEFAULT
                .withValues(values)
                .withScope(scope)
                .withBins(bins, min, max);
        return histogram(image, options);
    }

    private static double[][] histogram(ImagePlus image, MeasureHistogram.Options options) throws IOException {
        return MeasureHistogram.edgesAndCounts(image, options, progress());
    }

    /**
     * Numbers about an image's values, of all slices, padding aside, within the area selection if there is one.
     *
     * @return {@code count}, {@code min}, {@code max}, {@code mean}, {@code std} (of a sample) and {@code median} in the
     *     image's unit, and {@code volume} in ml, NaN where voxels are not sized in mm or there are several time points
     */
    public static Map<String, Double> statistics(ImagePlus image) {
        Given.check("image", image);
        return MeasureStatistics.numbers(image, progress());
    }

    /** As {@link #statistics}, a row a slice; for HU with per cent of each tissue. */
    public static ResultsTable statisticsOfSlices(ImagePlus image) {
        Given.check("image", image);
        return MeasureStatistics.table(image, MeasureStatistics.Options.DEFAULT.withScope("slice"), progress());
    }

    /**
     * Measures with all options of {@code HU Statistics...}.
     *
     * @param scope {@code stack} for all slices of a volume, {@code slice} for a row per slice, {@code current slice}
     * @param regions {@code selection}, or each region of the ROI {@code manager} or of the image's {@code overlay}
     * @param window a preset or center/width; {@code none} for none
     * @param min lower values do not count; NaN for no limit
     * @param max higher values do not count; NaN for no limit
     * @return a row per region, or per region and slice; it is not shown
     */
    public static ResultsTable statisticsAs(
            ImagePlus image, String scope, String regions, String window, double min, double max) {
        Given.check("image", image, "scope", scope, "regions", regions, "window", window);
        MeasureStatistics.Options options = MeasureStatistics.Options.DEFAULT
                .withScope(scope)
                .with(MeasureStatistics.Regions.byLabel(regions))
                .withWindow(window)
                .between(min, max);
        return MeasureStatistics.table(image, options, progress());
    }

    /**
     * How much of an image in HU lies in the band of each tissue, padding aside, within the area selection if there is one:
     * air up to -950, lung to -500, fat -190 to -30, water -10 to 20, soft tissue to 150, bone to 2000, metal above.
     *
     * @return parts of 1 by name; they do not add up to 1, since the bands leave out what is mostly mixtures
     * @throws IllegalArgumentException if the values are not HU; the message names their unit
     */
    public static Map<String, Double> tissueFractions(ImagePlus image) {
        Given.check("image", image);
        return MeasureStatistics.tissueFractions(image, progress());
    }

    /**
     * The volume of what has values from {@code min} to {@code max} in the image's unit, both included, within the area
     * selection if there is one.
     *
     * @return ml, by pixel size and slice distance
     * @throws IllegalArgumentException if these are not known in mm, or there are several channels or time points; if the
     *     image's file is in HU and its values are not: stored ones, or scaled by a conversion to fewer bits
     */
    public static double volume(ImagePlus image, double min, double max) {
        Given.check("image", image);
        return MeasureStatistics.volume(image, min, max, progress());
    }

    /**
     * The fraction of an image's pixels that are strictly inside a window, neither black nor white: padding aside, within
     * the area selection if there is one.
     *
     * @return 0..1, as fastai's {@code pct_in_window}
     * @throws IllegalArgumentException as {@link #window} throws it: for a built-in preset and an image that is not in HU
     */
    public static double fractionInWindow(ImagePlus image, String preset) {
        Given.check("image", image, "preset", preset);
        return MeasureStatistics.fractionInWindow(image, preset, progress());
    }

    /**
     * An image through several windows, and equalized, as channels; fastai's {@code to_nchan}.
     *
     * @param presets names or center/width, parted by commas: {@code "lungs, mediastinum, 40/400"}
     * @return a hyperstack of 32-bit values 0..1: a channel for each window, and one equalized by 100 bins
     */
    public static ImagePlus channels(ImagePlus image, String presets) {
        Given.check("image", image, "presets", presets);
        return channelsTo(image, presets, MakeChannels.Options.DEFAULT.bins(), "32-bit channels");
    }

    /**
     * As {@link #channels}, otherwise.
     *
     * @param bins of the equalized channel, the last; 0 for none
     * @param output {@code composite} of 8-bit channels, {@code rgb} of three, or {@code 32-bit channels}
     */
    public static ImagePlus channelsTo(ImagePlus image, String presets, int bins, String output) {
        Given.check("image", image, "presets", presets, "output", output);
        MakeChannels.Options options = channelOptions(presets, bins).withOutput(output);
        return MakeChannels.run(image, options, progress());
    }

    /** An image as RGB: three windows, or two and, as blue, one equalized by 100 bins (fastai's {@code to_3chan}). */
    public static ImagePlus rgb(ImagePlus image, String presets) {
        Given.check("image", image, "presets", presets);
        return MakeChannels.rgb(image, presets, progress());
    }

    private static MakeChannels.Options channelOptions(String presets, int bins) {
        return MakeChannels.Options.DEFAULT.with(presets).withBins(bins);
    }

    /** As {@link #equalize}, to the full scale of 16 bits: a new image of 0 to 65535. */
    public static ImagePlus equalizeTo16Bit(ImagePlus image, int bins) {
        Given.check("image", image);
        Equalize.Options options = Equalize.Options.of(bins).withOutput("16-bit");
        return Equalize.run(image, options, progress());
    }

    /**
     * Writes the current slice of {@link #channelsTo} as a JPEG: grey of one channel, RGB of three, CMYK of four.
     *
     * @param quality 1 to 100
     */
    public static void saveJpeg(ImagePlus image, String path, String presets, int bins, int quality)
            throws IOException {
        Given.check("image", image, "path", path, "presets", presets);
        SavePicture.jpeg(image, Path.of(path), channelOptions(presets, bins), quality, progress());
    }

    /** Writes the current slice of {@link #channelsTo} as a PNG: grey of one channel, RGB of three. */
    public static void savePng(ImagePlus image, String path, String presets, int bins) throws IOException {
        Given.check("image", image, "path", path, "presets", presets);
        SavePicture.png(image, Path.of(path), channelOptions(presets, bins), progress());
    }

    /** Writes {@link #equalizeTo16Bit} of all slices as a TIFF. */
    public static void saveTiff16(ImagePlus image, String path, int bins) throws IOException {
        Given.check("image", image, "path", path);
        SavePicture.tiff16(image, Path.of(path), bins, progress());
    }

    /** Writes all slices as a TIFF of 32-bit values in the image's unit. */
    public static void saveTiff32(ImagePlus image, String path) throws IOException {
        Given.check("image", image, "path", path);
        SavePicture.tiff32(image, Path.of(path), progress());
    }

    /**
     * What is bright in a blurred window, by fastai's defaults: sigma 0.3 of the width, threshold 0.05.
     *
     * @param preset a window's name, or center/width
     * @return an 8-bit image, each slice with a mask of its own: 255 inside, 0 outside
     */
    public static ImagePlus mask(ImagePlus image, String preset) {
        Given.check("image", image, "preset", preset);
        return MaskAndCrop.masks(image, MaskAndCrop.Options.DEFAULT.with(preset), progress());
    }

    /**
     * As {@link #mask}. What is white in the window counts as black.
     *
     * @param sigma of the blur, as a part of the width
     * @param threshold a blurred value (0..1) above it is inside
     */
    public static ImagePlus maskBy(ImagePlus image, String preset, double sigma, double threshold) {
        Given.check("image", image, "preset", preset);
        MaskAndCrop.Options options = MaskAndCrop.Options.DEFAULT.with(preset).with(sigma, threshold, false);
        return MaskAndCrop.masks(image, options, progress());
    }

    /**
     * Masks or crops an image, with all options of {@code HU Mask and Crop...}.
     *
     * @param window a preset, {@code file 1} or center/width
     * @param sigma of the blur, as a fraction of the width
     * @param threshold a blurred value (0..1) above it is inside
     * @param bright whether values above the window count as white, instead of black
     * @param size of the crop, {@code 256x128} or {@code 256}; empty for that of the box
     * @param output {@code crop}, {@code mask}, or {@code roi} for outlines and box in the ROI Manager, or in the overlay if
     *     there is no display
     * @return a new image; for {@code roi} the one that was given
     * @throws IllegalArgumentException if nothing is inside
     */
    public static ImagePlus maskAndCrop(
            ImagePlus image,
            String window,
            double sigma,
            double threshold,
            boolean bright,
            String size,
            String output) {
        Given.check("image", image, "window", window, "size", size, "output", output);
        MaskAndCrop.Options options = MaskAndCrop.Options.DEFAULT
                .with(window)
                .with(sigma, threshold, bright)
                .withSize(size)
                .withOutput(output);
        return MaskAndCrop.run(image, options, progress());
    }

    /**
     * The smallest box around a mask, of a stack around all its slices' masks.
     *
     * @return x, y, width and height in pixels, as {@code imp.setRoi} and {@code makeRectangle} take them
     * @throws IllegalArgumentException if the mask is empty, or no 8-bit image
     */
    public static int[] boundingBox(ImagePlus mask) {
        Given.check("mask", mask);
        return CropToMask.box(mask);
    }

    /** All slices cropped to the box around a mask: a new image of the same type, at the same place in mm. */
    public static ImagePlus crop(ImagePlus image, ImagePlus mask) {
        Given.check("image", image, "mask", mask);
        return CropToMask.crop(image, mask, progress());
    }

    /**
     * Crops all slices to the box around a mask, grown to the result's shape so that nothing is distorted, and resizes
     * (bilinear).
     *
     * @param width of the result in pixels, as {@code height}
     * @return a new image of 32-bit values in the image's unit
     */
    public static ImagePlus cropResize(ImagePlus image, ImagePlus mask, int width, int height) {
        Given.check("image", image, "mask", mask);
        return CropToMask.resize(image, mask, width, height, progress());
    }

    /** As {@link #cropResize}, square images only, to the very pixels of fastai's {@code crop_resize}. */
    public static ImagePlus cropResizeSquared(ImagePlus image, ImagePlus mask, int size) {
        Given.check("image", image, "mask", mask);
        return CropToMask.resizeSquared(image, mask, size, progress());
    }

    /**
     * All slices blurred by fastai's {@code gauss_blur2d}: the kernel ends at a quarter of sigma, the edge's pixels go on
     * beyond.
     *
     * @param sigma in pixels; below 4 nothing is blurred
     * @return a new image of 32-bit values in the image's unit
     */
    public static ImagePlus gaussBlur(ImagePlus image, double sigma) {
        Given.check("image", image);
        return TransformPlanes.gaussBlur(image, sigma, progress());
    }

    /** As {@link #gaussBlur}, by fastai's {@code uniform_blur2d}: the mean over a square of pixels, zeros beyond the edge. */
    public static ImagePlus uniformBlur(ImagePlus image, int size) {
        Given.check("image", image);
        return TransformPlanes.uniformBlur(image, size, progress());
    }

    /**
     * All slices larger or smaller by a ratio, by cubic splines as {@code scipy.ndimage.zoom} has them.
     *
     * @return a new image of 32-bit values in the image's unit, at the same place in mm
     */
    public static ImagePlus zoom(ImagePlus image, double ratio) {
        Given.check("image", image);
        return TransformPlanes.zoom(image, ratio, progress());
    }

    /** As {@link #zoom}, to a size in pixels. */
    public static ImagePlus zoomTo(ImagePlus image, int rows, int columns) {
        Given.check("image", image);
        return TransformPlanes.zoomTo(image, rows, columns, progress());
    }

    /**
     * The DICOM files in a folder and all folders in it, by path: those that are DICOM by their content, images or not,
     * but no DICOMDIR.
     */
    public static String[] dicomFiles(String folder) throws IOException {
        Given.check("folder", folder);
        return ListFiles.run(Path.of(folder), progress()).stream()
                .map(Path::toString)
                .toArray(String[]::new);
    }

    /**
     * A table of the DICOM files in a folder and all folders in it: a row a file, with all elements of its header and the
     * statistics of its pixels, stored and calibrated; {@code fraction_in_window} is of brain, empty for
     * values that are not in HU. Files that cannot be used have a
     * reason. It holds up to 500,000 cells; {@link #folderTableTo} has no limit.
     */
    public static ResultsTable folderTable(String folder) throws IOException {
        Given.check("folder", folder);
        return TabulateFolder.run(Path.of(folder), TabulateFolder.Options.DEFAULT, progress());
    }

    /**
     * As {@link #folderTable}, with all options of {@code DICOM Folder Table...}.
     *
     * @param tags {@code all}, {@code none}, or keywords and numbers: {@code PatientID, PixelSpacing, 0018,0050}
     * @param pixels {@code statistics}, or {@code none} to leave pixels unread
     * @param window for {@code fraction_in_window}: a preset's name, or center/width
     * @param save a CSV file that gets all rows; empty for none
     */
    public static ResultsTable folderTableAs(String folder, String tags, String pixels, String window, String save)
            throws IOException {
        Given.check("folder", folder, "tags", tags, "pixels", pixels, "window", window, "save", save);
        TabulateFolder.Options options =
                TabulateFolder.Options.DEFAULT.withTags(tags).withPixels(pixels).withWindow(window);
        if (!save.isEmpty()) options = options.saved(Path.of(save));
        return TabulateFolder.run(Path.of(folder), options, progress());
    }

    /**
     * As {@link #folderTable}, to a CSV file.
     *
     * @param tags {@code all}, {@code none}, or keywords and numbers: {@code PatientID, PixelSpacing, 0018,0050}
     * @param window a preset's name, or center/width
     * @return how many rows it has
     */
    public static int folderTableTo(String folder, String csvPath, String tags, String window) throws IOException {
        Given.check("folder", folder, "csvPath", csvPath, "tags", tags, "window", window);
        TabulateFolder.Options options =
                TabulateFolder.Options.DEFAULT.withTags(tags).withWindow(window);
        return TabulateFolder.toCsv(Path.of(folder), Path.of(csvPath), options, progress());
    }

    /**
     * One file's row of {@link #folderTable}, by heading: numbers and text. fastai's {@code as_dict}.
     *
     * @return without the columns that would be empty
     */
    public static Map<String, Object> asDict(String path) throws IOException {
        Given.check("path", path);
        return TabulateFolder.row(Path.of(path));
    }

    /**
     * Writes a picture of every frame of the DICOM files in a folder and all folders in it, under the same relative paths,
     * and a list of them. A run that was ended is gone on with.
     *
     * @param output a folder, made if it is not there
     * @param format {@code PNG}, {@code JPEG}, {@code 16-bit TIFF} or {@code 32-bit TIFF}
     * @param windows names or center/width, parted by commas, a channel each; empty for none
     * @param bins of the equalized channel, the last; 0 for none. Without windows and bins PNG and JPEG show the file's own
     *     window, and TIFF holds calibrated values
     * @param size {@code 256x128} or {@code 256}; empty to leave it
     * @return the list's path
     */
    public static String batchExport(String folder, String output, String format, String windows, int bins, String size)
            throws IOException {
        Given.check("folder", folder, "output", output, "format", format, "windows", windows, "size", size);
        return batchExportAs(folder, output, format, windows, bins, size, "", 90, false);
    }

    /**
     * As {@link #batchExport}, with all options of {@code DICOM Batch Export...}.
     *
     * @param crop the window of a mask, a preset or center/width: frames are cropped to its box; empty for whole frames
     * @param quality of JPEG, 1 to 100
     * @param anonymous whether numbers replace the names of files and folders, in pictures and list
     */
    public static String batchExportAs(
            String folder,
            String output,
            String format,
            String windows,
            int bins,
            String size,
            String crop,
            int quality,
            boolean anonymous)
            throws IOException {
        Given.check(
                "folder", folder, "output", output, "format", format, "windows", windows, "size", size, "crop", crop);
        ExportPictures.Options options = ExportPictures.Options.DEFAULT
                .withFormat(format)
                .withChannels(windows, bins)
                .withSize(size)
                .withCrop(crop)
                .withQuality(quality)
                .anonymous(anonymous);
        return ExportPictures.run(Path.of(folder), Path.of(output), options, progress())
                .list()
                .toString();
    }

    /**
     * A results table of this plugin: {@code HU Statistics}, {@code HU Histogram}, {@code DICOM Header} or
     * {@code DICOM Folder Table}. They are not ImageJ's Results, and there without a display as well.
     *
     * @throws IllegalArgumentException if no command has made it
     */
    public static ResultsTable table(String title) {
        Given.check("title", title);
        return TableView.get(title);
    }

    /** How many rows a {@link #table} has. In a macro: {@code call("hounsfield.imagej.Hounsfield.tableSize", title);} */
    public static int tableSize(String title) {
        Given.check("title", title);
        return table(title).size();
    }

    /**
     * A cell of a {@link #table} as text, empty if the row has none. In a macro:
     * {@code call("hounsfield.imagej.Hounsfield.tableValue", title, column, row);}
     *
     * @param row counted from 0; a negative one counts from the end, -1 for the last
     * @throws IllegalArgumentException if there is no such row or column
     */
    public static String tableValue(String title, String column, int row) {
        Given.check("title", title, "column", column);
        return TableView.cell(table(title), column, row);
    }

    /** Writes a {@link #table} as ImageJ does: as CSV if the path ends in {@code .csv}, else with tabs. */
    public static void saveTable(String title, String path) throws IOException {
        Given.check("title", title, "path", path);
        TableView.save(table(title), Path.of(path));
    }

    /** Closes a {@link #table}, so that rows begin anew. */
    public static void closeTable(String title) {
        Given.check("title", title);
        TableView.close(title);
    }

    /** The names of the built-in samples. */
    public static String[] samples() {
        return MakeSample.names().toArray(new String[0]);
    }

    /** Makes a built-in sample: writes it as DICOM files to a temporary folder and opens them. */
    public static ImagePlus sample(String name) throws IOException {
        Given.check("name", name);
        return MakeSample.run(MakeSample.Options.DEFAULT.with(name), progress());
    }

    /**
     * Writes a built-in sample as DICOM files into a folder, which is made if it is not there.
     *
     * @return the folder
     */
    public static String writeSample(String name, String folder) throws IOException {
        Given.check("name", name, "folder", folder);
        MakeSample.write(MakeSample.Options.DEFAULT.with(name), Path.of(folder));
        return folder;
    }

    /**
     * Lets macros and {@code IJ.run} find the commands where ImageJ cannot: in plain ImageJ without a display, whose
     * commands come with its menus. Elsewhere it does nothing. In a macro:
     * {@code call("hounsfield.imagej.Hounsfield.install");}
     */
    public static void install() {
        CommandTable.install();
    }
}
