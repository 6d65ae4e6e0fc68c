package hounsfield.imagej;

import hounsfield.imagej.host.CommandTable;
import hounsfield.imagej.host.Given;
import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.host.TableView;
import hounsfield.imagej.operation.CompareHeaders;
import hounsfield.imagej.operation.ConvertToSuv;
import hounsfield.imagej.operation.CropToMask;
import hounsfield.imagej.operation.Deidentify;
import hounsfield.imagej.operation.EditOptions;
import hounsfield.imagej.operation.EditPresets;
import hounsfield.imagej.operation.Equalize;
import hounsfield.imagej.operation.ExportPictures;
import hounsfield.imagej.operation.HandOver;
import hounsfield.imagej.operation.ImportSeries;
import hounsfield.imagej.operation.KeepRange;
import hounsfield.imagej.operation.KeepRectangles;
import hounsfield.imagej.operation.LimitCache;
import hounsfield.imagej.operation.ListFiles;
import hounsfield.imagej.operation.LoadRegions;
import hounsfield.imagej.operation.MakeChannels;
import hounsfield.imagej.operation.MakeSample;
import hounsfield.imagej.operation.MaskAndCrop;
import hounsfield.imagej.operation.MeasureHistogram;
import hounsfield.imagej.operation.MeasureStatistics;
import hounsfield.imagej.operation.OpenDicom;
import hounsfield.imagej.operation.OpenNifti;
import hounsfield.imagej.operation.PresentImage;
import hounsfield.imagej.operation.ReadGeometry;
import hounsfield.imagej.operation.ReadHeader;
import hounsfield.imagej.operation.ReadPixels;
import hounsfield.imagej.operation.ReadReport;
import hounsfield.imagej.operation.RegularizeSeries;
import hounsfield.imagej.operation.ReportSeries;
import hounsfield.imagej.operation.SaveDicom;
import hounsfield.imagej.operation.SaveNifti;
import hounsfield.imagej.operation.SavePicture;
import hounsfield.imagej.operation.SaveRegions;
import hounsfield.imagej.operation.ShowLut;
import hounsfield.imagej.operation.ShowWindow;
import hounsfield.imagej.operation.TabulateElement;
import hounsfield.imagej.operation.TabulateFolder;
import hounsfield.imagej.operation.TransformPlanes;
import hounsfield.imagej.operation.ViewOrthogonally;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The commands of the menu as static methods for Jython, Groovy, JavaScript and Java. Arguments and results are text, numbers,
 * arrays, maps, {@code ImagePlus} and {@code ResultsTable}; each method has a name of its own. No method shows an image;
 * {@code imp.show()} does. Macros call these methods through {@link Macros}.
 *
 * <pre>
 * from hounsfield.imagej import Hounsfield
 * imp = Hounsfield.openSeries("/data/patient/series")
 * Hounsfield.window(imp, "lungs")
 * imp.show()
 * </pre>
 *
 * <p>In this order: files and series, windows and ranges, equalization, measurements, channels and pictures, masks and crops,
 * folders, tables, samples. Values are in the unit of the image, HU for CT, whatever its pixel type in ImageJ. Methods that
 * return an image return a new one; only those that change the display change the image that they are given. Frames count
 * from 0, slices from 1. Words are found in any case.
 *
 * <p>A file that cannot be read is a {@link hounsfield.standard.error.DicomException}, which is an {@link IOException} and names file,
 * element, frame and byte. An unknown name, a number outside its range, an argument that is null, a color image in place of a
 * grayscale image, and an image that does not fit into memory are an {@link IllegalArgumentException}. Esc, or an interrupt of
 * the thread, ends long work with a {@link java.util.concurrent.CancellationException}. What is unusual but readable goes to
 * the log of ImageJ.
 *
 * <p>Files are written into existing folders and replace files of the same name; a folder that does not exist is an
 * {@code IllegalArgumentException}. Only the calls {@code batchExport...}, {@link #deidentify}, {@link #deidentifyAs} and
 * {@link #writeSample} make their folders.
 */
public final class Hounsfield {
    static {
        // A script may use calls and commands together.
        CommandTable.addFormerNames();
    }

    private Hounsfield() {}

    /** Progress bar and Esc key of ImageJ, for a call that begins now: an earlier Esc does not count. */
    private static ImageJProgress progress() {
        return new ImageJProgress();
    }

    /**
     * Opens all frames of a file as 32-bit values in the unit of the file, HU for CT. A color image opens as RGB.
     *
     * @param path a DICOM file
     * @return a single image or a stack, not shown, with its size in mm, its value unit, and its header in Info and
     *     slice labels
     * @throws IOException if the file cannot be read; {@link hounsfield.standard.error.DicomException} if it is not a DICOM
     *     file, is damaged, or has no image
     * @throws IllegalArgumentException if the image does not fit into memory
     */
    public static ImagePlus open(String path) throws IOException {
        Given.check("path", path);
        return open(path, OpenDicom.Options.DEFAULT);
    }

    /**
     * Opens a file as {@link #open} does, with stored values: not rescaled and, for integers of up to 16 bits, not
     * converted to floats.
     *
     * @param path a DICOM file
     * @return a new image, not shown
     * @throws IOException if the file cannot be read; {@link hounsfield.standard.error.DicomException} if it is not a DICOM
     *     file, is damaged, or has no image
     */
    public static ImagePlus openStored(String path) throws IOException {
        Given.check("path", path);
        return open(path, OpenDicom.Options.DEFAULT.withPixels("stored"));
    }

    /**
     * Opens a file as {@link #open} does, with the stored 16-bit values and the linear calibration of ImageJ. If no one
     * line holds for all frames, the image has 32 bits, and the log says so.
     *
     * @param path a DICOM file
     * @return a new image, not shown
     * @throws IOException if the file cannot be read; {@link hounsfield.standard.error.DicomException} if it is not a DICOM
     *     file, is damaged, or has no image
     */
    public static ImagePlus open16Bit(String path) throws IOException {
        Given.check("path", path);
        return open(path, OpenDicom.Options.DEFAULT.withPixels("16-bit"));
    }

    /**
     * Opens a file as {@link #open} does, with 32-bit values from a given source.
     *
     * @param path a DICOM file
     * @param values {@code rescale} for Rescale Slope and Intercept or what replaces them, and without these a Real
     *     World Value Mapping, as {@link #open} does; {@code real world} for the mapping, in its unit; {@code stored}
     *     for stored values
     * @return a new image, not shown
     * @throws IOException as {@link #open} throws it; also if there is no Real World Value Mapping and {@code values}
     *     asks for it
     */
    public static ImagePlus openValues(String path, String values) throws IOException {
        Given.check("path", path, "values", values);
        return open(path, OpenDicom.Options.DEFAULT.withValues(values));
    }

    /**
     * Opens a file as {@link #open} does, as a virtual stack: a frame is decoded when it is shown.
     *
     * @param path a DICOM file
     * @return a new image, not shown
     * @throws IOException if the file cannot be read; {@link hounsfield.standard.error.DicomException} if it is not a DICOM
     *     file, is damaged, or has no image
     */
    public static ImagePlus openVirtual(String path) throws IOException {
        Given.check("path", path);
        return open(path, OpenDicom.Options.DEFAULT.virtual(true));
    }

    /**
     * Opens a file as {@link #open} does, if no frame is damaged.
     *
     * @param path a DICOM file
     * @return a new image, not shown
     * @throws IOException as {@link #open} throws it; also if a frame cannot be decoded: the message lists the frames
     *     that can
     */
    public static ImagePlus openUndamaged(String path) throws IOException {
        Given.check("path", path);
        return open(path, OpenDicom.Options.DEFAULT.withDamaged("refuse"));
    }

    /**
     * Opens some frames of a file as {@link #open} does.
     *
     * @param path a DICOM file
     * @param first the first frame, counted from 0
     * @param last the last frame, included
     * @return a new image, not shown
     * @throws IOException if the file cannot be read; {@link hounsfield.standard.error.DicomException} if it is not a DICOM
     *     file, is damaged, or has no image
     * @throws IllegalArgumentException if there are no such frames
     */
    public static ImagePlus openFrames(String path, int first, int last) throws IOException {
        Given.check("path", path);
        return open(path, OpenDicom.Options.DEFAULT.withFrames(first, last));
    }

    /**
     * Opens a file with all options of {@code Open DICOM...}.
     *
     * @param path a DICOM file
     * @param first the first frame, counted from 0
     * @param last the last frame, included; -1 for the last frame of the file
     * @param pixels {@code 32-bit}, {@code 16-bit} or {@code stored}
     * @param values {@code rescale}, {@code real world} or {@code stored}, see {@link #openValues}
     * @param damaged {@code fill} for NaN in place of pixels that cannot be decoded, {@code refuse} for an exception
     * @param virtual whether a frame is decoded when it is shown
     * @return a new image, not shown
     * @throws IOException if the file cannot be read; {@link hounsfield.standard.error.DicomException} if it is not a DICOM
     *     file, is damaged, or has no image
     * @throws IllegalArgumentException if a word is unknown, or there are no such frames
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
     * Lists the series in a folder, by series number.
     *
     * @param folder a folder, with all folders in it; a ZIP archive; or a DICOMDIR
     * @return the name of each: its Series Instance UID, followed by {@code #2} and so on if its images make several
     *     volumes
     * @throws IOException if a folder or file cannot be read
     * @throws IllegalArgumentException if there are no DICOM images
     */
    public static String[] listSeries(String folder) throws IOException {
        Given.check("folder", folder);
        return scan(folder).names().toArray(new String[0]);
    }

    /**
     * Describes the series in the order of {@link #listSeries}.
     *
     * @param folder a folder, with all folders in it; a ZIP archive; or a DICOMDIR
     * @return number, description, modality, size and number of images of each
     * @throws IOException if a folder or file cannot be read
     * @throws IllegalArgumentException if there are no DICOM images
     */
    public static String[] describeSeries(String folder) throws IOException {
        Given.check("folder", folder);
        return scan(folder).labels().toArray(new String[0]);
    }

    /**
     * Reports what is regular in the series of a folder, and what is not, in the order of {@link #listSeries}. Pixels are
     * not read.
     *
     * @param folder a folder, with all folders in it; a ZIP archive; or a DICOMDIR
     * @return one row per series: least, greatest and mean spacing [mm], gaps with the numbers of their slices, duplicate
     *     positions, tilt [degrees], order of Instance Numbers against positions, missing images, and the different units,
     *     rescales, windows and kernels
     * @throws IOException if a folder or file cannot be read
     * @throws IllegalArgumentException if there are no DICOM images
     */
    public static ResultsTable seriesReport(String folder) throws IOException {
        Given.check("folder", folder);
        return ReportSeries.run(Path.of(folder), progress());
    }

    /**
     * Reports what is regular in an image, and what is not. Spacing, gaps, duplicates and tilt are those of its slices as they
     * are, also after Crop, Make Substack or {@link #regularize}; the rest is that of the import.
     *
     * @param image any image
     * @return one row with the columns of {@link #seriesReport}
     * @throws IOException if the file of a slice exists and cannot be read
     */
    public static ResultsTable imageReport(ImagePlus image) throws IOException {
        Given.check("image", image);
        return ReportSeries.run(image);
    }

    /**
     * Opens the only series of a folder as a volume of 32-bit values in its unit. Slices are in the order of their
     * positions in the patient.
     *
     * @param folder a folder, with all folders in it; a ZIP archive; or a DICOMDIR
     * @return a new image, not shown
     * @throws IOException if a file of the series cannot be read
     * @throws IllegalArgumentException if there is no such series, or more than one; the message lists the series
     */
    public static ImagePlus openSeries(String folder) throws IOException {
        Given.check("folder", folder);
        return openSeriesByUid(folder, "");
    }

    /**
     * Opens a series of a folder as {@link #openSeries} does.
     *
     * @param folder a folder, with all folders in it; a ZIP archive; or a DICOMDIR
     * @param uid a name of {@link #listSeries}, a Series Instance UID, a Series Number, or {@code #3} for the third of
     *     the list; empty for the only series
     * @return a new image, not shown
     * @throws IOException if a file of the series cannot be read
     * @throws IllegalArgumentException if there is no such series, or more than one; the message lists the series
     */
    public static ImagePlus openSeriesByUid(String folder, String uid) throws IOException {
        Given.check("folder", folder, "uid", uid);
        return openSeries(folder, uid, ImportSeries.Options.DEFAULT);
    }

    /**
     * Opens a series as {@link #openSeriesByUid} does, with values from a given source.
     *
     * @param folder a folder, with all folders in it; a ZIP archive; or a DICOMDIR
     * @param uid a name of {@link #listSeries}, a Series Instance UID, a Series Number, or {@code #3} for the third of
     *     the list; empty for the only series
     * @param values {@code rescale}, {@code real world} or {@code stored}, see {@link #openValues}
     * @return a new image, not shown
     * @throws IOException if a file of the series cannot be read
     * @throws IllegalArgumentException if there is no such series, or more than one; the message lists the series
     */
    public static ImagePlus openSeriesValues(String folder, String uid, String values) throws IOException {
        Given.check("folder", folder, "uid", uid, "values", values);
        return openSeries(folder, uid, ImportSeries.Options.DEFAULT.withValues(values));
    }

    /**
     * Opens the only series of a folder as a virtual stack: a slice is decoded when it is shown.
     *
     * @param folder a folder, with all folders in it; a ZIP archive; or a DICOMDIR
     * @return a new image, not shown
     * @throws IOException if a file of the series cannot be read
     * @throws IllegalArgumentException if there is no such series, or more than one; the message lists the series
     */
    public static ImagePlus openSeriesVirtual(String folder) throws IOException {
        Given.check("folder", folder);
        return openSeries(folder, "", ImportSeries.Options.DEFAULT.virtual(true));
    }

    /**
     * Opens a series of a folder as a virtual stack: a slice is decoded when it is shown.
     *
     * @param folder a folder, with all folders in it; a ZIP archive; or a DICOMDIR
     * @param uid a name of {@link #listSeries}, a Series Instance UID, a Series Number, or {@code #3} for the third of
     *     the list; empty for the only series
     * @return a new image, not shown
     * @throws IOException if a file of the series cannot be read
     * @throws IllegalArgumentException if there is no such series, or more than one; the message lists the series
     */
    public static ImagePlus openSeriesVirtualByUid(String folder, String uid) throws IOException {
        Given.check("folder", folder, "uid", uid);
        return openSeries(folder, uid, ImportSeries.Options.DEFAULT.virtual(true));
    }

    /**
     * Opens a series as {@link #openSeriesByUid} does, if no slice is damaged.
     *
     * @param folder a folder, with all folders in it; a ZIP archive; or a DICOMDIR
     * @param uid a name of {@link #listSeries}, a Series Instance UID, a Series Number, or {@code #3} for the third of
     *     the list; empty for the only series
     * @return a new image, not shown
     * @throws IOException if a file of the series cannot be read, or a slice cannot be decoded
     * @throws IllegalArgumentException if there is no such series, or more than one; the message lists the series
     */
    public static ImagePlus openSeriesUndamaged(String folder, String uid) throws IOException {
        Given.check("folder", folder, "uid", uid);
        return openSeries(folder, uid, ImportSeries.Options.DEFAULT.withDamaged("refuse"));
    }

    /**
     * Opens a series with these options of {@code Import DICOM Series...}.
     *
     * @param folder a folder, with all folders in it; a ZIP archive; or a DICOMDIR
     * @param uid a name of {@link #listSeries}, a Series Instance UID, a Series Number, or {@code #3} for the third of
     *     the list; empty for the only series
     * @param order {@code position}, {@code instance number} or {@code file name}
     * @param pixels {@code 32-bit}, {@code 16-bit} or {@code stored}
     * @param values {@code rescale}, {@code real world} or {@code stored}, see {@link #openValues}
     * @param damaged {@code fill} for NaN in place of pixels that cannot be decoded, {@code refuse} for an exception
     * @param virtual whether a slice is decoded when it is shown
     * @return a new image, not shown
     * @throws IOException if a file of the series cannot be read
     * @throws IllegalArgumentException if there is no such series, or more than one; the message lists the series
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

    /**
     * Opens a series as {@link #openSeriesByUid} does, with other channels and time points than those that are found.
     *
     * @param folder a folder, with all folders in it; a ZIP archive; or a DICOMDIR
     * @param uid a name of {@link #listSeries}, a Series Instance UID, a Series Number, or {@code #3} for the third of
     *     the list; empty for the only series
     * @param axes {@code automatic}; {@code none} for all images as slices; or attributes that distinguish the images at a
     *     position, separated by commas: {@code echo}, {@code b-value, gradient}, {@code time}
     * @param incomplete {@code fill} for NaN in place of missing images, {@code drop} to leave out time points or channels
     *     that lack images
     * @return a new image, not shown
     * @throws IOException if a file of the series cannot be read
     * @throws IllegalArgumentException if there is no such series, or more than one; if a word is unknown; or if the attributes
     *     do not distinguish the images at a position: the message has those that differ
     */
    public static ImagePlus openSeriesByAxes(String folder, String uid, String axes, String incomplete)
            throws IOException {
        Given.check("folder", folder, "uid", uid, "axes", axes, "incomplete", incomplete);
        return openSeries(
                folder, uid, ImportSeries.Options.DEFAULT.withAxes(axes).withIncomplete(incomplete));
    }

    /**
     * Lists the series of chosen files, as {@link #listSeries} does those of a folder.
     *
     * @param paths files in any order; files that cannot be used are named in the log
     * @return the name of each series
     * @throws IllegalArgumentException if there are no DICOM images among the files
     */
    public static String[] listSeriesOfFiles(String[] paths) {
        Given.check("paths", paths);
        return ImportSeries.scan(files(paths), progress()).names().toArray(new String[0]);
    }

    /**
     * Opens a series of chosen files, as {@link #openSeriesByUid} does of a folder.
     *
     * @param paths files in any order; files that cannot be used are named in the log
     * @param uid a name of {@link #listSeriesOfFiles}, a Series Instance UID, a Series Number, or {@code #3} for the third
     *     of the list; empty for the only series
     * @return a new image, not shown
     * @throws IOException if a file of the series cannot be read
     * @throws IllegalArgumentException if there is no such series, or more than one; the message lists the series
     */
    public static ImagePlus openSeriesOfFiles(String[] paths, String uid) throws IOException {
        Given.check("paths", paths, "uid", uid);
        return ImportSeries.run(files(paths), ImportSeries.Options.DEFAULT.with(uid), progress());
    }

    private static List<Path> files(String[] paths) {
        List<Path> files = new ArrayList<>();
        for (String path : paths) {
            Given.check("a path of paths", path);
            files.add(Path.of(path));
        }
        return files;
    }

    private static ImagePlus openSeries(String folder, String uid, ImportSeries.Options options) throws IOException {
        return ImportSeries.run(Path.of(folder), options.with(uid), progress());
    }

    private static ImportSeries.Found scan(String folder) throws IOException {
        return ImportSeries.scan(Path.of(folder), progress());
    }

    /**
     * Lists the slices with pixels that could not be decoded and are NaN. Their labels have the reasons, and keep them
     * when the image is duplicated, saved as TIFF or loses slices. Slices of a virtual stack that were not shown yet
     * are decoded.
     *
     * @param image any image
     * @return slice numbers, counted from 1 and ascending; empty if there is no damage
     */
    public static int[] damaged(ImagePlus image) {
        Given.check("image", image);
        return ReadPixels.damagedSlices(image, progress());
    }

    /**
     * The point in the patient that a pixel shows, also in copies by Duplicate, Crop and Make Substack, in the crops and
     * zooms of this plugin, and after Reslice of a whole stack while its original is in memory with the same pixels. ImageJ counts the coordinates of selections from the edge of a pixel: its center is at half
     * numbers there, and at whole numbers here.
     *
     * @param image any image opened by Hounsfield, or made from one
     * @param x column, counted from 0
     * @param y row, counted from 0
     * @param slice counted from 1
     * @return x, y and z towards left, back and head of the patient (LPS) [mm]
     * @throws IllegalArgumentException if the slice has no known position, as after Reslice of a part, or the part of its pixels that
     *     the image shows is unknown, as after Crop of a TIFF file
     */
    public static double[] positionOf(ImagePlus image, double x, double y, int slice) {
        Given.check("image", image);
        return ReadGeometry.position(image, x, y, slice);
    }

    /**
     * Resamples a series with uneven distances or a tilted gantry to an even grid without shear, at the same places in the
     * patient. Slices stay parallel, pixels keep their size. Voxels outside of the slices are -1024 for HU, otherwise NaN; of
     * slices at the same position the first is used. The log says what was done. A hyperstack is resampled volume by volume.
     *
     * @param image a grayscale image whose slices have known positions
     * @param spacing from slice to slice [mm]; 0 for the finest distance of the series
     * @param interpolation {@code nearest}, {@code linear} or {@code cubic}
     * @return a new 32-bit image
     * @throws IllegalArgumentException for a color image, unknown positions, slices of different orientations or pixel sizes, or
     *     a negative spacing
     */
    public static ImagePlus regularize(ImagePlus image, double spacing, String interpolation) {
        Given.check("image", image, "interpolation", interpolation);
        return RegularizeSeries.run(
                image,
                RegularizeSeries.Options.DEFAULT.withSpacing(spacing).withInterpolation(interpolation),
                progress());
    }

    /**
     * Resamples a series as {@link #regularize} does, to voxels that are cubes.
     *
     * @param image a grayscale image whose slices have known positions
     * @param edge of a voxel [mm]; 0 for the least of pixel size and finest distance of the series
     * @param interpolation {@code nearest}, {@code linear} or {@code cubic}
     * @return a new 32-bit image
     * @throws IllegalArgumentException as for {@link #regularize}
     */
    public static ImagePlus regularizeIsotropic(ImagePlus image, double edge, String interpolation) {
        Given.check("image", image, "interpolation", interpolation);
        return RegularizeSeries.run(
                image, RegularizeSeries.Options.DEFAULT.withEdge(edge).withInterpolation(interpolation), progress());
    }

    /**
     * Resamples an image to isotropic voxels in the axes of the patient, linearly and at the true positions of its slices, also if they
     * are uneven, tilted or oblique.
     *
     * @param image a grayscale image whose slices have known positions; of a hyperstack each volume
     * @param view {@code axial}, {@code coronal} or {@code sagittal}: the head or the front of the patient is up, the left of
     *     the patient or the back at the right
     * @param edge of each voxel [mm]; 0 for the least of pixel size and slice distance
     * @return a new 32-bit image, not shown; -1024 outside of the slices for HU, otherwise NaN
     * @throws IllegalArgumentException for a color image, unknown positions, slices of different orientations, another view, or
     *     voxels that are not above 0 or too fine for the memory
     */
    public static ImagePlus orthogonalView(ImagePlus image, String view, double edge) {
        Given.check("image", image, "view", view);
        ViewOrthogonally.Options options =
                ViewOrthogonally.Options.DEFAULT.withEdge(edge).withView(view);
        if (options.views().size() > 1) throw new IllegalArgumentException("one view, not \"" + view + "\"");
        return ViewOrthogonally.run(image, options, progress()).get(0);
    }

    /**
     * Decodes the stored values of one frame: sign-extended from Bits Stored, before color conversion and rescale.
     *
     * @param path a DICOM file
     * @param frame counted from 0
     * @return row by row, the samples of a pixel together; unsigned 32-bit values as their 32 bits
     * @throws IOException if the file or the frame cannot be read
     * @throws IllegalArgumentException if there is no such frame, or the values are floating point
     */
    public static int[] storedValues(String path, int frame) throws IOException {
        Given.check("path", path);
        return ReadPixels.stored(Path.of(path), frame);
    }

    /**
     * Returns the header of a file as text: one line per element, {@code GGGG,EEEE  Name: value}. Top-level elements
     * come first, then those in sequences, with {@code >} before their names.
     *
     * <p>No element is left out. A value that does not fit a line is given by its size: {@code 512 bytes} for more than
     * 16 bytes without a meaning of their own, for more than 64 binary numbers, and for values above 64 KiB. More than
     * 8 empty Items in a row share a line. Headers in slice labels and Info are shorter: texts end after 1000
     * characters, sequences after 2000 lines, with a note.
     *
     * @param path a DICOM file
     * @return the header
     * @throws IOException if the file cannot be read; {@link hounsfield.standard.error.DicomException} if it is not a DICOM
     *     file, or is damaged
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
     * @throws IOException if the file cannot be read; {@link hounsfield.standard.error.DicomException} if it is not DICOM, or the
     *     value is damaged
     * @throws IllegalArgumentException if there is no such keyword; the message names those that are similar
     */
    public static String tag(String path, String keyword) throws IOException {
        Given.check("path", path, "keyword", keyword);
        return ReadHeader.value(Path.of(path), keyword);
    }

    /**
     * Returns the value of an element of the header of the current slice of an image, as {@link #tag} does. The slice may be
     * a frame, a tile of a mosaic, or an entry of a ZIP archive.
     *
     * @param image any image
     * @param keyword the keyword of PS3.6 or the tag, with the sequences before it
     * @return the value as text, empty if the element is absent; if the file no longer exists, the value in the header text
     *     of the image, which has only elements at the top level
     * @throws IOException if the file of the slice exists and cannot be read, or the value is damaged
     * @throws IllegalArgumentException if there is no such keyword, or the image has no DICOM header
     */
    public static String tagOf(ImagePlus image, String keyword) throws IOException {
        Given.check("image", image, "keyword", keyword);
        return ReadHeader.value(image, keyword);
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

    /**
     * Returns the header of a file as a table, as {@code DICOM Header...} does.
     *
     * @param path a DICOM file
     * @return tag, VR, name, value and length of each element; texts are cut after 1000 characters
     * @throws IOException if the file cannot be read
     */
    public static ResultsTable headerTable(String path) throws IOException {
        Given.check("path", path);
        return ReadHeader.table(Optional.empty(), ReadHeader.Options.of(Path.of(path)));
    }

    /**
     * Returns the header of the current slice of an image as {@link #headerTable} does.
     *
     * @param image any image
     * @return a new table, not shown
     * @throws IOException if the file of the slice exists and cannot be read
     * @throws IllegalArgumentException if the image has no DICOM header
     */
    public static ResultsTable headerTableOf(ImagePlus image) throws IOException {
        Given.check("image", image);
        return ReadHeader.table(Optional.of(image), ReadHeader.Options.DEFAULT);
    }

    /**
     * Returns the rows of a file's header that contain a text, and those that enclose them.
     *
     * @param path a DICOM file
     * @param filter part of a keyword, tag, name or value in any case: {@code PixelSpacing}, {@code 0028 0030}, {@code 0.75};
     *     empty for all rows
     * @return a table as {@link #headerTable}
     * @throws IOException if the file cannot be read
     */
    public static ResultsTable headerFiltered(String path, String filter) throws IOException {
        Given.check("path", path, "filter", filter);
        return ReadHeader.table(
                Optional.empty(), ReadHeader.Options.of(Path.of(path)).withFilter(filter));
    }

    /**
     * Returns the rows of the header of an image's current slice as {@link #headerFiltered} does.
     *
     * @param image any image
     * @param filter part of a keyword, tag, name or value; empty for all rows
     * @return a new table, not shown
     * @throws IOException if the file of the slice exists and cannot be read
     * @throws IllegalArgumentException if the image has no DICOM header
     */
    public static ResultsTable headerFilteredOf(ImagePlus image, String filter) throws IOException {
        Given.check("image", image, "filter", filter);
        return ReadHeader.table(Optional.of(image), ReadHeader.Options.DEFAULT.withFilter(filter));
    }

    /**
     * Compares the headers of two files, element by element and Item by Item.
     *
     * @param path a DICOM file
     * @param other another DICOM file
     * @param differing whether only elements are listed that differ, with the sequences around them
     * @return tag, name, both values, and {@code yes} where they differ; texts are compared up to 1000 characters, long binary
     *     values by their size
     * @throws IOException if a file cannot be read
     */
    public static ResultsTable compareHeaders(String path, String other, boolean differing) throws IOException {
        Given.check("path", path, "other", other);
        return CompareHeaders.table(
                ReadHeader.run(Optional.empty(), ReadHeader.Options.of(Path.of(path))),
                ReadHeader.run(Optional.empty(), ReadHeader.Options.of(Path.of(other))),
                CompareHeaders.Options.DEFAULT.differing(differing));
    }

    /**
     * Compares the headers of the current slices of two images as {@link #compareHeaders} does.
     *
     * @param image any image
     * @param other another image
     * @param differing whether only elements are listed that differ
     * @return a new table, not shown
     * @throws IOException if the file of a slice exists and cannot be read
     * @throws IllegalArgumentException if one of the images has no DICOM header
     */
    public static ResultsTable compareHeadersOf(ImagePlus image, ImagePlus other, boolean differing)
            throws IOException {
        Given.check("image", image, "other", other);
        return CompareHeaders.table(
                ReadHeader.run(Optional.of(image), ReadHeader.Options.DEFAULT),
                ReadHeader.run(Optional.of(other), ReadHeader.Options.DEFAULT),
                CompareHeaders.Options.DEFAULT.differing(differing));
    }

    /**
     * Lists the values of one element in the headers of all slices.
     *
     * @param image an image with DICOM headers
     * @param keyword the keyword of PS3.6 or the tag, with the sequences before it, as in {@link #tag}; in a multi-frame file an
     *     element of the frame's functional groups without them
     * @return one row per slice: its number, and a column for each value, such as {@code ImagePositionPatient[2]}
     * @throws IOException if the file of a slice exists and cannot be read, or a value is damaged
     * @throws IllegalArgumentException if there is no such keyword, or the image has no DICOM header
     */
    public static ResultsTable tagOverSlices(ImagePlus image, String keyword) throws IOException {
        Given.check("image", image, "keyword", keyword);
        return TabulateElement.run(image, keyword, progress());
    }

    /**
     * Plots the numbers of {@link #tagOverSlices} over the slices.
     *
     * @param image an image with DICOM headers
     * @param keyword the keyword of PS3.6 or the tag
     * @return the plot as an image, not shown
     * @throws IOException as {@link #tagOverSlices} throws it
     * @throws IllegalArgumentException as {@link #tagOverSlices} throws it; also if no value is a number
     */
    public static ImagePlus tagPlot(ImagePlus image, String keyword) throws IOException {
        Given.check("image", image, "keyword", keyword);
        return TabulateElement.plot(
                        TabulateElement.run(image, keyword, progress()), keyword + " of " + image.getTitle())
                .getImagePlus();
    }

    /**
     * Shows an image through a window. Values do not change.
     *
     * @param image a grayscale image
     * @param preset a window: one of {@link #windowPresets}, center/width ({@code 40/400}), or {@code file 1} or {@code
     *     lut 1} of the file of the current slice; in any case
     * @throws IllegalArgumentException if there is no such window: the message lists the presets; or for a built-in
     *     preset, which is in HU, if the image is not: the message names its unit
     */
    public static void window(ImagePlus image, String preset) {
        Given.check("image", image, "preset", preset);
        ShowWindow.run(image, ShowWindow.Options.of(preset), progress());
    }

    /**
     * Shows an image through a window in its own unit: center - width/2 is black, center + width/2 is white.
     *
     * @param image a grayscale image
     * @param center the value that is middle gray
     * @param width the distance from black to white, above 0
     * @throws IllegalArgumentException for a color image, or if the width is not above 0
     */
    public static void windowTo(ImagePlus image, double center, double width) {
        Given.check("image", image);
        ShowWindow.run(image, ShowWindow.Options.of(center, width), progress());
    }

    /**
     * Shows an image through a window of the file of its current slice, with the VOI LUT Function of the file.
     *
     * @param image a grayscale image
     * @param n the number of the window, counted from 1
     * @throws IllegalArgumentException if there is no such window, or the image comes from no DICOM file
     */
    public static void windowFile(ImagePlus image, int n) {
        Given.check("image", image);
        ShowWindow.run(image, ShowWindow.Options.of("file " + n), progress());
    }

    /**
     * Shows an image through a table of the VOI LUT Sequence of the file of its current slice.
     *
     * @param image a grayscale image
     * @param n the number of the table, counted from 1
     * @throws IllegalArgumentException if there is no such table, or the image comes from no DICOM file
     */
    public static void windowLut(ImagePlus image, int n) {
        Given.check("image", image);
        ShowWindow.run(image, ShowWindow.Options.of("lut " + n), progress());
    }

    /**
     * Makes an 8-bit image of an image through a window.
     *
     * @param image a grayscale image
     * @param preset as for {@link #window}; {@code file 1} and {@code lut 1} are those of the frame of each slice
     * @return a new image, not shown
     * @throws IllegalArgumentException as {@link #window} throws it
     */
    public static ImagePlus windowApplied(ImagePlus image, String preset) {
        Given.check("image", image, "preset", preset);
        return ShowWindow.run(image, ShowWindow.Options.of(preset).apply(true), progress());
    }

    /**
     * Shows an image through a window, or makes a new image of it, with these options of {@code HU Window...}.
     *
     * @param image a grayscale image
     * @param preset as for {@link #window}
     * @param function {@code default} for that of the file, {@code linear exact}, {@code linear} or {@code sigmoid}
     *     (PS3.3 C.11.2.1)
     * @param apply whether to make a new 8-bit image, as {@link #windowApplied}
     * @return the new image, or {@code image}
     * @throws IllegalArgumentException as {@link #window} throws it, or for an unknown function
     */
    public static ImagePlus windowAs(ImagePlus image, String preset, String function, boolean apply) {
        Given.check("image", image, "preset", preset, "function", function);
        ShowWindow.Options options =
                ShowWindow.Options.of(preset).withFunction(function).apply(apply);
        return ShowWindow.run(image, options, progress());
    }

    /**
     * As {@link #windowAs} with the function {@code default}, and keeps the window as {@link #savePreset} does.
     *
     * @param image a grayscale image
     * @param preset name of a window, or center/width
     * @param name under which the window is kept
     * @return the image with the window as its display range
     */
    public static ImagePlus windowSaved(ImagePlus image, String preset, String name) {
        Given.check("image", image, "preset", preset, "name", name);
        if (name.isBlank()) throw new IllegalArgumentException("the name of the preset is empty");
        ShowWindow.Options options = ShowWindow.Options.of(preset).saved(name);
        return ShowWindow.run(image, options, progress());
    }

    /**
     * Lists the window presets.
     *
     * @return their names, those of the user first
     */
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

    /**
     * Saves a window as a preset of the user, in the preferences of ImageJ. An earlier one of that name is replaced.
     *
     * @param name letters, digits, blanks and . + %, at most 40
     * @param center in any unit
     * @param width above 0
     * @throws IllegalArgumentException if the name is not allowed, or is that of a built-in preset
     */
    public static void savePreset(String name, double center, double width) {
        Given.check("name", name);
        EditPresets.save(name, center, width);
    }

    /**
     * Deletes a preset that {@link #savePreset} saved.
     *
     * @param name the name
     * @throws IllegalArgumentException if the user has no such preset
     */
    public static void deletePreset(String name) {
        Given.check("name", name);
        EditPresets.delete(name);
    }

    /**
     * Shows a range of values from black to white. Values do not change.
     *
     * @param image a grayscale image
     * @param min shown black, in the unit of the image
     * @param max shown white
     * @throws IllegalArgumentException for a color image, or if {@code min} is not below {@code max}
     */
    public static void range(ImagePlus image, double min, double max) {
        Given.check("image", image);
        KeepRange.run(image, KeepRange.Options.DEFAULT.closed(min, max), progress());
    }

    /**
     * Replaces the values outside a range. With an area selection, pixels outside the selection do not change.
     *
     * @param image a grayscale image
     * @param min the least value of the range, included
     * @param max the greatest value of the range, included
     * @param outside what replaces them: {@code clip}, {@code black}, {@code nan} or {@code mask}; {@code unchanged}
     *     for a copy
     * @return a new image, shown from {@code min} to {@code max} when it is shown
     * @throws IllegalArgumentException for a color image, an empty range or an unknown word
     */
    public static ImagePlus rangeOutside(ImagePlus image, double min, double max, String outside) {
        Given.check("image", image, "outside", outside);
        KeepRange.Options options = KeepRange.Options.DEFAULT.closed(min, max).withOutside(outside);
        return KeepRange.copy(image, options, progress());
    }

    /**
     * Shows a range, or replaces the values outside it, with all options of {@code HU Range...}.
     *
     * @param image a grayscale image
     * @param min NaN for the least of all values
     * @param max NaN for the greatest of all values
     * @param outside {@code unchanged} to show the range alone, or as for {@link #rangeOutside}
     * @param lut {@code unchanged}, or as for {@link #lut}
     * @return a new image, or {@code image} if its values do not change
     * @throws IllegalArgumentException for a color image, an empty range or an unknown word
     */
    public static ImagePlus rangeAs(ImagePlus image, double min, double max, String outside, String lut) {
        Given.check("image", image, "outside", outside, "lut", lut);
        KeepRange.Options options =
                KeepRange.Options.DEFAULT.between(min, max).withOutside(outside).withLut(lut);
        return KeepRange.run(image, options, progress());
    }

    /**
     * Makes a mask of a range of values.
     *
     * @param image a grayscale image
     * @param min the least value of the range, included
     * @param max the greatest value of the range, included
     * @return a new 8-bit image: 255 in the range, 0 elsewhere
     * @throws IllegalArgumentException for a color image or an empty range
     */
    public static ImagePlus rangeMask(ImagePlus image, double min, double max) {
        Given.check("image", image);
        return rangeOutside(image, min, max, "mask");
    }

    /**
     * Shows an image through a lookup table. Values do not change.
     *
     * @param image a grayscale image
     * @param name {@code bone}, {@code ocean_r}, or a table of ImageJ: {@code grays}, {@code fire}, those in its luts
     *     folder; in any case
     * @throws IllegalArgumentException for a color image, or if there is no such table
     */
    public static void lut(ImagePlus image, String name) {
        Given.check("image", image, "name", name);
        ShowLut.run(image, name);
    }

    /**
     * Writes a lookup table as a file for the luts folder of ImageJ.
     *
     * @param name as for {@link #lut}
     * @param path the file, in an existing folder
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if there is no such table or folder
     */
    public static void saveLut(String name, String path) throws IOException {
        Given.check("name", name, "path", path);
        ShowLut.save(name, Path.of(path));
    }

    /**
     * Converts a PET image to standardized uptake values by body weight, by the headers of its slices.
     *
     * @param image a PET image with the values of its files
     * @return a new 32-bit image in the unit {@code SUVbw}, virtual if {@code image} is a virtual stack of DICOM frames
     * @throws IOException if an attribute that SUV need is missing or implausible, which the message names, or if a file
     *     cannot be read
     * @throws IllegalArgumentException for a color image, for an image without a DICOM header, and if the values are not in
     *     the unit of the files
     */
    public static ImagePlus suv(ImagePlus image) throws IOException {
        Given.check("image", image);
        return ConvertToSuv.run(image, ConvertToSuv.Options.DEFAULT, progress());
    }

    /**
     * As {@link #suv}, by another size of the patient.
     *
     * @param image a PET image with the values of its files
     * @param type {@code body weight}, {@code lean body mass James}, {@code lean body mass Janmahasatian} or {@code body
     *     surface area}, in any case
     * @return a new 32-bit image in the unit {@code SUVbw}, {@code SUVlbm}, {@code SUVlbmJanma} or {@code SUVbsa}
     * @throws IOException as {@link #suv}
     * @throws IllegalArgumentException as {@link #suv}, or if there is no such type
     */
    public static ImagePlus suvAs(ImagePlus image, String type) throws IOException {
        Given.check("image", image, "type", type);
        return ConvertToSuv.run(image, ConvertToSuv.Options.of(type), progress());
    }

    /**
     * Copies an image in the form of pixels that another plugin reads right.
     *
     * @param image a grayscale image
     * @param to {@code 16-bit}: with the linear calibration of ImageJ, for BoneJ and thresholds; {@code 32-bit}: the values
     *     themselves, for plugins and scripts that use ImgLib2; {@code 8-bit}: as displayed, for the 3D Viewer
     * @return a new image in memory with labels, header, place, padding and display of the original; its values are exactly
     *     the same, or gray levels from 0 to 255 for 8 bits
     * @throws IllegalArgumentException for a color image, if there is no such form, if 16 bits cannot hold the values exactly,
     *     or if the copy does not fit into memory
     */
    public static ImagePlus handOver(ImagePlus image, String to) {
        Given.check("image", image, "to", to);
        return HandOver.run(image, HandOver.Options.of(to), progress());
    }

    /**
     * Saves an image as a series of new DICOM files: one for each slice, without compression, with the patient, study, place and
     * meaning of the values of the files that it was opened from.
     *
     * @param image any image
     * @param path a new or empty folder; or, for a single slice, a file whose name ends with {@code .dcm}
     * @return a sentence that says what was written, and the greatest error of a value
     * @throws IOException if a source file cannot be read, or a file cannot be written; then nothing remains
     * @throws IllegalArgumentException if 16 bits cannot hold the values, or if the path is a source of the image, a folder with files,
     *     or in a folder that does not exist
     */
    public static String saveDicom(ImagePlus image, String path) throws IOException {
        Given.check("image", image, "path", path);
        return SaveDicom.run(image, Path.of(path), SaveDicom.Options.DEFAULT, progress())
                .summary();
    }

    /**
     * Saves an image as new DICOM files with options.
     *
     * @param image any image
     * @param path a file for {@code multi-frame}, or for a single slice if the name ends with {@code .dcm}; otherwise a new or
     *     empty folder
     * @param form {@code series}, {@code multi-frame} or {@code secondary capture}
     * @param compress {@code none}, {@code RLE} or {@code deflated}
     * @param values {@code 16-bit}, or {@code float} for 32-bit values in a multi-frame file
     * @param description what was done, for Derivation Description; empty for none
     * @return a sentence that says what was written, and the greatest error of a value
     * @throws IOException as {@link #saveDicom}
     * @throws IllegalArgumentException as {@link #saveDicom}, or for an unknown word
     */
    public static String saveDicomAs(
            ImagePlus image, String path, String form, String compress, String values, String description)
            throws IOException {
        Given.check("image", image, "path", path, "form", form);
        Given.check("compress", compress, "values", values, "description", description);
        SaveDicom.Options options = SaveDicom.Options.DEFAULT
                .withForm(form)
                .withCompression(compress)
                .withValues(values)
                .withDescription(description);
        return SaveDicom.run(image, Path.of(path), options, progress()).summary();
    }

    /**
     * Saves the regions of an image as a DICOM file.
     *
     * @param image from DICOM files, or made from such an image
     * @param path of the file; an existing one is replaced
     * @param format {@code segmentation}, {@code label map} or {@code structure set}
     * @param from {@code roi manager}, {@code overlay}, {@code mask} or {@code labels}
     * @return a sentence with the number of regions and slices
     * @throws IOException if a source of the image cannot be read, or the file cannot be written
     * @throws IllegalArgumentException for an unknown word, if there is no region, the places of the slices are not known or not
     *     parallel, regions of a label map overlap, or the path is a source of the image or in a folder that does not exist
     */
    public static String saveRegions(ImagePlus image, String path, String format, String from) throws IOException {
        Given.check("image", image, "path", path, "format", format, "from", from);
        SaveRegions.Options options =
                SaveRegions.Options.DEFAULT.withFormat(format).withFrom(from);
        return SaveRegions.run(image, Path.of(path), options, progress());
    }

    /**
     * Saves the regions of an image as {@link #saveRegions} does, with all options of {@code Save Regions as DICOM...}.
     *
     * @param image from DICOM files, or made from such an image
     * @param path of the file; an existing one is replaced
     * @param format {@code segmentation}, {@code label map} or {@code structure set}
     * @param from {@code roi manager}, {@code overlay}, {@code mask} or {@code labels}
     * @param algorithm {@code manual}, or {@code semiautomatic} if a program drew the borders of regions that do not say how they
     *     were made
     * @param codes names of regions with their SNOMED CT terms, such as {@code Lesion: Neoplasm, Area 1: Liver}; other regions keep the
     *     codes of their file, or get the term that their name suggests; empty for none
     * @return a sentence with the number of regions and slices
     * @throws IOException if a source of the image cannot be read, or the file cannot be written
     * @throws IllegalArgumentException as {@link #saveRegions} throws it, for an unknown term, and for a name that no region has
     */
    public static String saveRegionsAs(
            ImagePlus image, String path, String format, String from, String algorithm, String codes)
            throws IOException {
        Given.check("image", image, "path", path, "format", format, "from", from);
        Given.check("algorithm", algorithm, "codes", codes);
        SaveRegions.Options options = SaveRegions.Options.DEFAULT
                .withFormat(format)
                .withFrom(from)
                .withAlgorithm(algorithm)
                .withCodes(codes);
        return SaveRegions.run(image, Path.of(path), options, progress());
    }

    /**
     * Saves an image as a NIfTI-1 file with its place in the patient, and a side file ({@code .json}) of how it was acquired.
     *
     * @param image any image
     * @param path a file whose name ends with {@code .nii.gz} or {@code .nii}; an existing one is replaced
     * @return a sentence that says what was written
     * @throws IOException if a slice cannot be read, or a file cannot be written; then nothing remains
     * @throws IllegalArgumentException if the slices are uneven or tilted, or the path has another name, is a source of the
     *     image, or is in a folder that does not exist
     */
    public static String saveNifti(ImagePlus image, String path) throws IOException {
        Given.check("image", image, "path", path);
        return SaveNifti.run(image, Path.of(path), SaveNifti.Options.DEFAULT, progress())
                .summary();
    }

    /**
     * Saves an image as {@link #saveNifti} does; resamples uneven or tilted slices to an even grid.
     *
     * @param image any image
     * @param path a file whose name ends with {@code .nii.gz} or {@code .nii}; an existing one is replaced
     * @return a sentence that says what was written
     * @throws IOException as {@link #saveNifti}
     * @throws IllegalArgumentException if the path is wrong, or the slices have no grid
     */
    public static String saveNiftiRegular(ImagePlus image, String path) throws IOException {
        Given.check("image", image, "path", path);
        return SaveNifti.run(image, Path.of(path), SaveNifti.Options.DEFAULT.regularize(true), progress())
                .summary();
    }

    /**
     * Opens a NIfTI-1 file as 32-bit values with their place in the patient.
     *
     * @param path a file, {@code .nii} or {@code .nii.gz}; or either file of a pair, {@code .hdr} and {@code .img}
     * @return a new image, not shown
     * @throws IOException if the file cannot be read; {@link hounsfield.standard.error.DicomException} if it is another file or
     *     damaged
     * @throws IllegalArgumentException if the image does not fit into memory
     */
    public static ImagePlus openNifti(String path) throws IOException {
        Given.check("path", path);
        return OpenNifti.run(Path.of(path), OpenNifti.Options.DEFAULT, progress());
    }

    /**
     * Opens a NIfTI-1 file with options.
     *
     * @param path as for {@link #openNifti}
     * @param pixels {@code 32-bit}, or {@code stored} for the integers of 8 and 16 bits of the file
     * @param unit of the values, such as {@code HU}; empty for that of the file, if this plugin has written it
     * @return a new image, not shown
     * @throws IOException as {@link #openNifti}
     * @throws IllegalArgumentException for an unknown word, or if the image does not fit into memory
     */
    public static ImagePlus openNiftiAs(String path, String pixels, String unit) throws IOException {
        Given.check("path", path, "pixels", pixels, "unit", unit);
        OpenNifti.Options options = OpenNifti.Options.DEFAULT.withPixels(pixels).withUnit(unit);
        return OpenNifti.run(Path.of(path), options, progress());
    }

    /**
     * Equalizes an image by the frequency bins of all its slices together, without padding. An area selection limits
     * the pixels that the bins come from.
     *
     * @param image a grayscale image
     * @param bins the number of bins, 1 to 100000, usually 100
     * @return a new image of 32-bit values, 0 to 1; virtual if {@code image} is a virtual stack of DICOM frames
     * @throws IllegalArgumentException for a color image, or if all pixels that count have one value
     */
    public static ImagePlus equalize(ImagePlus image, int bins) {
        Given.check("image", image);
        return Equalize.run(image, Equalize.Options.of(bins), progress());
    }

    /**
     * Equalizes an image as {@link #equalize} does, by given breaks, such as {@link #frequencyBins} of another image.
     *
     * @param image a grayscale image
     * @param breaks at least two ascending values in the unit of the image; the first becomes 0, the last 1, the others
     *     are evenly spread between
     * @return a new image of 32-bit values, 0 to 1
     * @throws IllegalArgumentException if the breaks are not ascending
     */
    public static ImagePlus equalizeByBreaks(ImagePlus image, float[] breaks) {
        Given.check("image", image, "breaks", breaks);
        return Equalize.run(image, Equalize.Options.of(1).by(breaks), progress());
    }

    /**
     * Equalizes an image as {@link #equalize} does, by the bins of the pixels in a mask.
     *
     * @param image a grayscale image
     * @param mask an 8-bit image of the same size, of one slice or as many: not 0 inside
     * @param bins the number of bins, 1 to 100000, usually 100
     * @return a new image of 32-bit values, 0 to 1
     * @throws IllegalArgumentException if the mask has another size, or is empty
     */
    public static ImagePlus equalizeWithin(ImagePlus image, ImagePlus mask, int bins) {
        Given.check("image", image, "mask", mask);
        Equalize.Options options = Equalize.Options.of(bins).within(mask, image);
        return Equalize.run(image, options, progress());
    }

    /**
     * Equalizes an image with all options of {@code Equalize DICOM Frequency Bins...}.
     *
     * @param image a grayscale image
     * @param bins the number of bins, 1 to 100000, usually 100
     * @param min values below count as this; NaN for no limit
     * @param max values above count as this; NaN for no limit
     * @param output {@code 32-bit} for 0 to 1, {@code 16-bit} for 0 to 65535, or {@code 8-bit} for 0 to 255
     * @param scope {@code stack} for the bins of all slices together, {@code slice} for bins of each slice
     * @return a new image, not shown
     * @throws IllegalArgumentException for a color image or an unknown word
     */
    public static ImagePlus equalizeAs(ImagePlus image, int bins, double min, double max, String output, String scope) {
        Given.check("image", image, "output", output, "scope", scope);
        Equalize.Options options = equalizeOptions(Equalize.Options.of(bins), min, max, output, scope);
        return Equalize.run(image, options, progress());
    }

    /**
     * Equalizes an image as {@link #equalizeAs} does, by the bins of the pixels in a mask.
     *
     * @param image a grayscale image
     * @param mask an 8-bit image of the same size, of one slice or as many: not 0 inside
     * @param bins the number of bins, 1 to 100000, usually 100
     * @param min values below count as this; NaN for no limit
     * @param max values above count as this; NaN for no limit
     * @param output {@code 32-bit} for 0 to 1, {@code 16-bit} for 0 to 65535, or {@code 8-bit} for 0 to 255
     * @param scope {@code stack} for the bins of all slices together, {@code slice} for bins of each slice
     * @return a new image, not shown
     * @throws IllegalArgumentException if the mask has another size, or is empty
     */
    public static ImagePlus equalizeWithinAs(
            ImagePlus image, ImagePlus mask, int bins, double min, double max, String output, String scope) {
        Given.check("image", image, "mask", mask, "output", output, "scope", scope);
        Equalize.Options options = equalizeOptions(Equalize.Options.of(bins), min, max, output, scope)
                .within(mask, image);
        return Equalize.run(image, options, progress());
    }

    /**
     * Equalizes an image by given breaks, with the limits and the output of {@link #equalizeAs}.
     *
     * @param image a grayscale image
     * @param breaks as for {@link #equalizeByBreaks}
     * @param min values below count as this; NaN for no limit
     * @param max values above count as this; NaN for no limit
     * @param output {@code 32-bit} for 0 to 1, {@code 16-bit} for 0 to 65535, or {@code 8-bit} for 0 to 255
     * @return a new image, not shown
     * @throws IllegalArgumentException if the breaks are not ascending
     */
    public static ImagePlus equalizeByBreaksAs(ImagePlus image, float[] breaks, double min, double max, String output) {
        Given.check("image", image, "breaks", breaks, "output", output);
        Equalize.Options options = equalizeOptions(Equalize.Options.of(1), min, max, output, "stack");
        return Equalize.run(image, options.by(breaks), progress());
    }

    private static Equalize.Options equalizeOptions(
            Equalize.Options options, double min, double max, String output, String scope) {
        return options.limited(min, max).withScope(scope).withOutput(output);
    }

    /**
     * Returns the breaks between the frequency bins of all slices together, without padding.
     *
     * @param image a grayscale image
     * @param bins the number of bins, 1 to 100000, usually 100
     * @return ascending values in the unit of the image, usually one more than bins
     * @throws IllegalArgumentException for a color image
     */
    public static float[] frequencyBins(ImagePlus image, int bins) {
        Given.check("image", image);
        return Equalize.breaks(image, Equalize.Options.of(bins), progress());
    }

    /**
     * Counts the values of all slices, without padding, in the area selection if there is one. Bins are one unit wide
     * if values are integers, as HU are, or span many units; otherwise there are 256.
     *
     * @param image a grayscale image
     * @return two rows: the edges of the bins in the unit of the image, one more than bins; and the number of pixels in
     *     each bin. A bin includes its lower edge, the last bin both
     * @throws IOException if the values are in DICOM files that cannot be read
     * @throws IllegalArgumentException for a color image
     */
    public static double[][] histogram(ImagePlus image) throws IOException {
        Given.check("image", image);
        return histogram(image, MeasureHistogram.Options.DEFAULT);
    }

    /**
     * Counts values as {@link #histogram} does, in a given number of bins between two values. Values beyond are not
     * counted.
     *
     * @param image a grayscale image
     * @param bins the number of bins
     * @param min the lower edge of the first bin
     * @param max the upper edge of the last bin
     * @return edges and counts, as {@link #histogram}
     * @throws IOException if the values are in DICOM files that cannot be read
     * @throws IllegalArgumentException for a color image, or if {@code min} is not below {@code max}
     */
    public static double[][] histogramBetween(ImagePlus image, int bins, double min, double max) throws IOException {
        Given.check("image", image);
        return histogram(image, MeasureHistogram.Options.DEFAULT.between(bins, min, max));
    }

    /**
     * Counts stored values as {@link #histogram} does: the numbers of an 8 or 16-bit image, and for a 32-bit image
     * those in the DICOM files of its slices.
     *
     * @param image a grayscale image
     * @return edges and counts, as {@link #histogram}
     * @throws IOException if a DICOM file cannot be read
     * @throws IllegalArgumentException if the files of a 32-bit image are not known; the message says why
     */
    public static double[][] histogramOfStored(ImagePlus image) throws IOException {
        Given.check("image", image);
        return histogram(image, MeasureHistogram.Options.DEFAULT.withValues("stored"));
    }

    /**
     * Counts values as {@link #histogram} does, equalized by 100 frequency bins.
     *
     * @param image a grayscale image
     * @return edges and counts, as {@link #histogram}
     * @throws IOException if the values are in DICOM files that cannot be read
     * @throws IllegalArgumentException for a color image
     */
    public static double[][] histogramOfEqualized(ImagePlus image) throws IOException {
        Given.check("image", image);
        return histogram(image, MeasureHistogram.Options.DEFAULT.withValues("equalized"));
    }

    /**
     * Counts values with these options of {@code HU Histogram...}.
     *
     * @param image a grayscale image
     * @param values {@code hu} for the values of the image, {@code stored} or {@code equalized}
     * @param scope {@code stack} for all slices, {@code slice} for the current one
     * @param bins the number of bins; 0 for as many as {@link #histogram} has
     * @param min the lower edge of the first bin; NaN for the least value
     * @param max the upper edge of the last bin; NaN for the greatest value
     * @return edges and counts, as {@link #histogram}
     * @throws IOException if the values are in DICOM files that cannot be read
     * @throws IllegalArgumentException for a color image, an unknown word or an empty range
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
     * Measures the values of all slices, without padding, in the area selection if there is one.
     *
     * @param image a grayscale image
     * @return {@code count}; {@code min}, {@code max}, {@code mean}, {@code std} (of a sample) and {@code median} in
     *     the unit of the image; {@code volume} in ml, NaN if the size of a voxel is not known in mm, or there are
     *     several channels or time points
     * @throws IllegalArgumentException for a color image
     */
    public static Map<String, Double> statistics(ImagePlus image) {
        Given.check("image", image);
        return MeasureStatistics.numbers(image, progress());
    }

    /**
     * Measures each slice as {@link #statistics} does.
     *
     * @param image a grayscale image
     * @return a new table, one row per slice; for HU with the per cent of each tissue, in columns that begin with
     *     {@code %}
     * @throws IllegalArgumentException for a color image
     */
    public static ResultsTable statisticsOfSlices(ImagePlus image) {
        Given.check("image", image);
        return MeasureStatistics.table(image, MeasureStatistics.Options.DEFAULT.withScope("slice"), progress());
    }

    /**
     * Measures with all options of {@code HU Statistics...}.
     *
     * @param image a grayscale image
     * @param scope {@code stack} for all slices of a volume, {@code slice} for one row per slice, {@code current slice}
     * @param regions {@code selection}, or each region of the ROI {@code manager} or of the {@code overlay} of the
     *     image
     * @param window as for {@link #fractionInWindow}, for the column {@code % in window}; {@code none} for no such
     *     column
     * @param min values below do not count; NaN for no limit
     * @param max values above do not count; NaN for no limit
     * @return one row per region, or per region and slice; a new table, not shown
     * @throws IllegalArgumentException for a color image or an unknown word, or if there is no pixel to count
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
     * Measures how many pixels of an image in HU are in the band of each tissue, without padding, in the area selection
     * if there is one: air up to -950, lung to -500, fat -190 to -30, water -10 to 20, soft tissue to 150, bone to
     * 2000, metal above.
     *
     * @param image a grayscale image
     * @return fractions, 0 to 1, by the name of the tissue; their sum is below 1, since the gaps between bands are
     *     mostly partial volumes
     * @throws IllegalArgumentException if the values are not HU; the message names their unit
     */
    public static Map<String, Double> tissueFractions(ImagePlus image) {
        Given.check("image", image);
        return MeasureStatistics.tissueFractions(image, progress());
    }

    /**
     * Measures the volume of the voxels with values in a range, in the area selection if there is one.
     *
     * @param image a grayscale image
     * @param min the least value in the unit of the image, included
     * @param max the greatest value, included
     * @return ml, by pixel size and slice distance
     * @throws IllegalArgumentException if the size of a voxel is not known in mm, if there are several channels or time
     *     points, or if values of a file in HU are stored values, or were scaled to fewer bits
     */
    public static double volume(ImagePlus image, double min, double max) {
        Given.check("image", image);
        return MeasureStatistics.volume(image, min, max, progress());
    }

    /**
     * Measures the fraction of pixels strictly inside a window, neither black nor white, without padding, in the area
     * selection if there is one. This is pct_in_window of fastai.
     *
     * @param image a grayscale image
     * @param preset a window: one of {@link #windowPresets}, center/width ({@code 40/400}), or {@code file 1} for the
     *     first window of the file of the current slice
     * @return 0 to 1
     * @throws IllegalArgumentException as {@link #window} throws it, or for a VOI LUT
     */
    public static double fractionInWindow(ImagePlus image, String preset) {
        Given.check("image", image, "preset", preset);
        return MeasureStatistics.fractionInWindow(image, preset, progress());
    }

    /**
     * Makes channels of an image through several windows, and one equalized by 100 bins; to_nchan of fastai.
     *
     * @param image a grayscale image
     * @param presets windows separated by commas: presets, center/width, {@code file 1}: {@code "lungs, mediastinum,
     *     40/400"}
     * @return a new hyperstack of 32-bit values, 0 to 1: one channel per window, the equalized one last
     * @throws IllegalArgumentException for a color image or an unknown window
     */
    public static ImagePlus channels(ImagePlus image, String presets) {
        Given.check("image", image, "presets", presets);
        return channelsTo(image, presets, MakeChannels.Options.DEFAULT.bins(), "32-bit channels");
    }

    /**
     * Makes channels with all options of {@code DICOM Windows to Channels...}.
     *
     * @param image a grayscale image
     * @param presets windows separated by commas: presets, center/width, {@code file 1}: {@code "lungs, mediastinum,
     *     40/400"}
     * @param bins of the equalized channel, the last; 0 for none
     * @param output {@code composite} of 8-bit channels, {@code rgb} of three, or {@code 32-bit channels}
     * @return a new image, not shown
     * @throws IllegalArgumentException for a color image, an unknown window or word, or RGB with another number than three channels
     */
    public static ImagePlus channelsTo(ImagePlus image, String presets, int bins, String output) {
        Given.check("image", image, "presets", presets, "output", output);
        MakeChannels.Options options = channelOptions(presets, bins).withOutput(output);
        return MakeChannels.run(image, options, progress());
    }

    /**
     * Makes an RGB image of three windows; or of two windows and, as blue, an equalization by 100 bins (to_3chan of
     * fastai).
     *
     * @param image a grayscale image
     * @param presets windows separated by commas: presets, center/width, {@code file 1}: {@code "lungs, mediastinum,
     *     40/400"}
     * @return a new image, not shown
     * @throws IllegalArgumentException for a color image, or if the windows are not two or three
     */
    public static ImagePlus rgb(ImagePlus image, String presets) {
        Given.check("image", image, "presets", presets);
        return MakeChannels.rgb(image, presets, progress());
    }

    private static MakeChannels.Options channelOptions(String presets, int bins) {
        return MakeChannels.Options.DEFAULT.with(presets).withBins(bins);
    }

    /**
     * Equalizes an image as {@link #equalize} does, to 16 bits.
     *
     * @param image a grayscale image
     * @param bins the number of bins, 1 to 100000, usually 100
     * @return a new image of 0 to 65535
     * @throws IllegalArgumentException as {@link #equalize} throws it
     */
    public static ImagePlus equalizeTo16Bit(ImagePlus image, int bins) {
        Given.check("image", image);
        Equalize.Options options = Equalize.Options.of(bins).withOutput("16-bit");
        return Equalize.run(image, options, progress());
    }

    /**
     * Writes the current slice of {@link #channelsTo} as a JPEG file: grayscale for one channel, RGB for three, CMYK
     * for four.
     *
     * @param image a grayscale image
     * @param path the file, in an existing folder
     * @param presets windows separated by commas: presets, center/width, {@code file 1}: {@code "lungs, mediastinum,
     *     40/400"}
     * @param bins of the equalized channel, the last; 0 for none
     * @param quality 1 to 100
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException for a color image, an unknown window, or another number of channels
     */
    public static void saveJpeg(ImagePlus image, String path, String presets, int bins, int quality)
            throws IOException {
        Given.check("image", image, "path", path, "presets", presets);
        SavePicture.jpeg(image, Path.of(path), channelOptions(presets, bins), quality, progress());
    }

    /**
     * Writes the current slice of {@link #channelsTo} as a PNG file: grayscale for one channel, RGB for three.
     *
     * @param image a grayscale image
     * @param path the file, in an existing folder
     * @param presets windows separated by commas: presets, center/width, {@code file 1}: {@code "lungs, mediastinum,
     *     40/400"}
     * @param bins of the equalized channel, the last; 0 for none
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException for a color image, an unknown window, or another number of channels
     */
    public static void savePng(ImagePlus image, String path, String presets, int bins) throws IOException {
        Given.check("image", image, "path", path, "presets", presets);
        SavePicture.png(image, Path.of(path), channelOptions(presets, bins), progress());
    }

    /**
     * Writes {@link #equalizeTo16Bit} of all slices as a TIFF file.
     *
     * @param image a grayscale image
     * @param path the file, in an existing folder
     * @param bins the number of bins, 1 to 100000, usually 100
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException for a color image
     */
    public static void saveTiff16(ImagePlus image, String path, int bins) throws IOException {
        Given.check("image", image, "path", path);
        SavePicture.tiff16(image, Path.of(path), bins, progress());
    }

    /**
     * Writes all slices as a TIFF file of 32-bit values in the unit of the image.
     *
     * @param image a grayscale image
     * @param path the file, in an existing folder
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException for a color image
     */
    public static void saveTiff32(ImagePlus image, String path) throws IOException {
        Given.check("image", image, "path", path);
        SavePicture.tiff32(image, Path.of(path), progress());
    }

    /**
     * Makes a mask of the bright pixels of a blurred window, with the settings of fastai: sigma 0.3 of the width, threshold 0.05.
     *
     * @param image a grayscale image
     * @param preset a window: one of {@link #windowPresets}, center/width ({@code 40/400}), or {@code file 1} for the
     *     first window of the file of the current slice
     * @return a new 8-bit image, one mask per slice: 255 inside, 0 outside
     * @throws IllegalArgumentException as {@link #window} throws it
     */
    public static ImagePlus mask(ImagePlus image, String preset) {
        Given.check("image", image, "preset", preset);
        return MaskAndCrop.masks(image, MaskAndCrop.Options.DEFAULT.with(preset), progress());
    }

    /**
     * Makes a mask as {@link #mask} does. Values above the window count as black.
     *
     * @param image a grayscale image
     * @param preset a window: one of {@link #windowPresets}, center/width ({@code 40/400}), or {@code file 1} for the
     *     first window of the file of the current slice
     * @param sigma of the blur, as a fraction of the width of the image
     * @param threshold blurred values above it are inside; the window is 0 to 1
     * @return a new 8-bit image: 255 inside, 0 outside
     * @throws IllegalArgumentException as {@link #window} throws it, or if a number is outside its range
     */
    public static ImagePlus maskBy(ImagePlus image, String preset, double sigma, double threshold) {
        Given.check("image", image, "preset", preset);
        MaskAndCrop.Options options = MaskAndCrop.Options.DEFAULT.with(preset).with(sigma, threshold, false);
        return MaskAndCrop.masks(image, options, progress());
    }

    /**
     * Masks or crops an image with all options of {@code HU Mask and Crop...}.
     *
     * @param image a grayscale image
     * @param window as {@code preset} of {@link #mask}
     * @param sigma of the blur, as a fraction of the width of the image
     * @param threshold blurred values above it are inside; the window is 0 to 1
     * @param bright whether values above the window count as white, instead of black
     * @param size of the crop, {@code 256x128} or {@code 256}; empty for that of the box
     * @param output {@code crop}, {@code mask}, or {@code roi} for outlines and box in the ROI Manager, or in the
     *     overlay if there is no display
     * @return a new image; {@code image} for {@code roi}
     * @throws IllegalArgumentException as {@link #maskBy} throws it, or if nothing is inside
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
     * Returns the smallest box around a mask, or around the masks of all slices.
     *
     * @param mask an 8-bit image
     * @return x, y, width and height in pixels, as for {@code imp.setRoi} and {@code makeRectangle}
     * @throws IllegalArgumentException if the mask is empty, or is not an 8-bit image
     */
    public static int[] boundingBox(ImagePlus mask) {
        Given.check("mask", mask);
        return CropToMask.box(mask);
    }

    /**
     * Crops all slices to the box around a mask.
     *
     * @param image a grayscale image
     * @param mask an 8-bit image of the same size, of one slice or as many: not 0 inside
     * @return a new image of the same type, at the same place in mm
     * @throws IllegalArgumentException if the mask has another size, or is empty
     */
    public static ImagePlus crop(ImagePlus image, ImagePlus mask) {
        Given.check("image", image, "mask", mask);
        return CropToMask.crop(image, mask, progress());
    }

    /**
     * Crops all slices to the box around a mask, enlarged to the shape of the result so that nothing is distorted, and
     * resizes them bilinearly.
     *
     * @param image a grayscale image
     * @param mask an 8-bit image of the same size, of one slice or as many: not 0 inside
     * @param width of the result in pixels
     * @param height of the result in pixels
     * @return a new image of 32-bit values in the unit of the image
     * @throws IllegalArgumentException if the mask has another size, or is empty
     */
    public static ImagePlus cropResize(ImagePlus image, ImagePlus mask, int width, int height) {
        Given.check("image", image, "mask", mask);
        return CropToMask.resize(image, mask, width, height, progress());
    }

    /**
     * Crops and resizes a square image to the same pixels as crop_resize of fastai.
     *
     * @param image a grayscale image
     * @param mask an 8-bit image of the same size, of one slice or as many: not 0 inside
     * @param size width and height of the result in pixels
     * @return a new image of 32-bit values in the unit of the image
     * @throws IllegalArgumentException if the image is not square, or if the mask has another size or is empty
     */
    public static ImagePlus cropResizeSquared(ImagePlus image, ImagePlus mask, int size) {
        Given.check("image", image, "mask", mask);
        return CropToMask.resizeSquared(image, mask, size, progress());
    }

    /**
     * Blurs all slices as gauss_blur2d of fastai: the kernel ends at a quarter of sigma, and pixels of the edge
     * continue beyond it.
     *
     * @param image a grayscale image
     * @param sigma in pixels; below 4 nothing is blurred
     * @return a new image of 32-bit values in the unit of the image
     * @throws IllegalArgumentException for a color image, or if sigma is not above 0
     */
    public static ImagePlus gaussBlur(ImagePlus image, double sigma) {
        Given.check("image", image);
        return TransformPlanes.gaussBlur(image, sigma, progress());
    }

    /**
     * Blurs all slices as uniform_blur2d of fastai: the mean over a square of pixels, with zeros beyond the edge.
     *
     * @param image a grayscale image
     * @param size width and height of the square in pixels
     * @return a new image of 32-bit values in the unit of the image
     * @throws IllegalArgumentException for a color image, or if the size is not above 0
     */
    public static ImagePlus uniformBlur(ImagePlus image, int size) {
        Given.check("image", image);
        return TransformPlanes.uniformBlur(image, size, progress());
    }

    /**
     * Resizes all slices by a ratio, by cubic splines as {@code scipy.ndimage.zoom}.
     *
     * @param image a grayscale image
     * @param ratio above 0; 2 for twice as many rows and columns
     * @return a new image of 32-bit values in the unit of the image, at the same place in mm
     * @throws IllegalArgumentException for a color image, or if the result would have no pixels, or too many
     */
    public static ImagePlus zoom(ImagePlus image, double ratio) {
        Given.check("image", image);
        return TransformPlanes.zoom(image, ratio, progress());
    }

    /**
     * Resizes all slices as {@link #zoom} does, to a size in pixels.
     *
     * @param image a grayscale image
     * @param rows of the result
     * @param columns of the result
     * @return a new image of 32-bit values in the unit of the image, at the same place in mm
     * @throws IllegalArgumentException for a color image, or if the result would have no pixels, or too many
     */
    public static ImagePlus zoomTo(ImagePlus image, int rows, int columns) {
        Given.check("image", image);
        return TransformPlanes.zoomTo(image, rows, columns, progress());
    }

    /**
     * Lists the regions of a structure set or segmentation.
     *
     * @param path a DICOM file of regions
     * @return one row per region: number, name, color, codes, algorithm, and tracking IDs
     * @throws IOException if the file cannot be read or has no regions
     */
    public static ResultsTable listRegions(String path) throws IOException {
        Given.check("path", path);
        return LoadRegions.list(Path.of(path));
    }

    /**
     * Places the regions of a structure set or segmentation on an image, by position in the patient.
     *
     * @param image an image from DICOM files
     * @param path a DICOM file of regions
     * @return the ROIs by region, then by slice, with name, color and position; neither in the ROI Manager nor in an
     *     overlay. Several contours on a slice are combined by even-odd
     * @throws IOException if the file cannot be read, or its regions are elsewhere
     */
    public static Roi[] regions(ImagePlus image, String path) throws IOException {
        Given.check("image", image, "path", path);
        return regionsAs(image, path, "", "even-odd");
    }

    /**
     * Places regions on an image as {@link #regions} does, with all options.
     *
     * @param image an image from DICOM files
     * @param path a DICOM file of regions
     * @param segments numbers, ranges such as {@code 3-5}, and names, separated by commas; empty for all
     * @param overlap {@code even-odd}, or {@code union} for all pixels within any contour of a region
     * @return the ROIs
     * @throws IOException if the file cannot be read, or its regions are elsewhere
     * @throws IllegalArgumentException if there is no such region, or a word is unknown
     */
    public static Roi[] regionsAs(ImagePlus image, String path, String segments, String overlap) throws IOException {
        Given.check("image", image, "path", path, "segments", segments, "overlap", overlap);
        LoadRegions.Options options = regionOptions(segments, overlap);
        return LoadRegions.rois(image, Path.of(path), options, progress()).toArray(new Roi[0]);
    }

    private static LoadRegions.Options regionOptions(String segments, String overlap) {
        return LoadRegions.Options.DEFAULT.withSegments(segments).withOverlap(overlap);
    }

    /**
     * Adds the regions of a structure set or segmentation to the ROI Manager or the overlay of an image.
     *
     * @param image an image from DICOM files
     * @param path a DICOM file of regions
     * @param segments numbers, ranges and names as for {@link #regionsAs}; empty for all
     * @param to {@code roi manager} (without a display and a manager: the overlay) or {@code overlay}
     * @param overlap {@code even-odd} or {@code union}
     * @return number of ROIs
     * @throws IOException if the file cannot be read, or its regions are elsewhere
     * @throws IllegalArgumentException if there is no such region, or a word is unknown
     */
    public static int addRegions(ImagePlus image, String path, String segments, String to, String overlap)
            throws IOException {
        Given.check("image", image, "path", path, "segments", segments, "to", to, "overlap", overlap);
        LoadRegions.Options options = regionOptions(segments, overlap).withTo(to);
        return LoadRegions.run(image, Path.of(path), options, progress()).rois().size();
    }

    /**
     * Makes a mask of each region of a structure set or segmentation on the slices of an image.
     *
     * @param image an image from DICOM files
     * @param path a DICOM file of regions
     * @param segments numbers, ranges and names as for {@link #regionsAs}; empty for all
     * @param overlap {@code even-odd} or {@code union}
     * @return new images, not shown: 8-bit, 255 inside and 0 outside; of a fractional segmentation 32-bit, from 0 to 1
     * @throws IOException if the file cannot be read, or its regions are elsewhere
     * @throws IllegalArgumentException if there is no such region, or a word is unknown
     */
    public static ImagePlus[] regionMasks(ImagePlus image, String path, String segments, String overlap)
            throws IOException {
        Given.check("image", image, "path", path, "segments", segments, "overlap", overlap);
        LoadRegions.Options options = regionOptions(segments, overlap).with(LoadRegions.To.MASK);
        return LoadRegions.run(image, Path.of(path), options, progress())
                .images()
                .toArray(new ImagePlus[0]);
    }

    /**
     * Makes an image of labels of the regions of a structure set or segmentation, which must not overlap.
     *
     * @param image an image from DICOM files
     * @param path a DICOM file of regions
     * @param segments numbers, ranges and names as for {@link #regionsAs}; empty for all
     * @param overlap {@code even-odd} or {@code union}
     * @return a new image, not shown: the number of the region at each pixel, 0 outside; its properties {@code Label n} are
     *     the names
     * @throws IOException if the file cannot be read, or its regions are elsewhere
     * @throws IllegalArgumentException if regions overlap, there is no such region, or a word is unknown
     */
    public static ImagePlus regionLabels(ImagePlus image, String path, String segments, String overlap)
            throws IOException {
        Given.check("image", image, "path", path, "segments", segments, "overlap", overlap);
        LoadRegions.Options options = regionOptions(segments, overlap).with(LoadRegions.To.LABELS);
        return LoadRegions.run(image, Path.of(path), options, progress())
                .images()
                .get(0);
    }

    /**
     * Shows an image as a presentation state says. Display range and lookup table show its Modality, VOI and Presentation LUT; the
     * overlay gets graphics, texts, shutters and overlay planes. Pixels keep their values.
     *
     * @param image an image from the DICOM files that the state names
     * @param path a presentation state
     * @return {@code image}; a new image, not shown, if the state rotates or flips it; a new 8-bit image of the gray levels if its
     *     slices have different transformations
     * @throws IOException if the file cannot be read, is not a presentation state, or is for other images
     */
    public static ImagePlus present(ImagePlus image, String path) throws IOException {
        Given.check("image", image, "path", path);
        return PresentImage.run(image, Path.of(path), progress()).image();
    }

    /**
     * Lists the measurements of a structured report (PS3.16 TID 1500).
     *
     * @param path a structured report
     * @return one row per measurement: group, tracking identifier, finding, region, name, modifiers, value, unit, qualifier
     * @throws IOException if the file cannot be read or is not a structured report
     */
    public static ResultsTable reportMeasurements(String path) throws IOException {
        Given.check("path", path);
        return ReadReport.table(Path.of(path));
    }

    /**
     * Lists the images that a structured report or key object selection names.
     *
     * @param path a structured report or key object selection
     * @return the paths of the images in the folder of the report and its subfolders, in the order of the report
     * @throws IOException if a file cannot be read or is not a report
     */
    public static String[] reportImages(String path) throws IOException {
        Given.check("path", path);
        return ReadReport.images(Path.of(path), progress()).stream()
                .map(Path::toString)
                .toArray(String[]::new);
    }

    /**
     * Opens the images that a structured report or key object selection names.
     *
     * @param path a structured report or key object selection
     * @return a new image, not shown, for each series that has some of the images in the folder of the report or its subfolders
     * @throws IOException if a file cannot be read or is not a report
     * @throws IllegalArgumentException if none of the images is found
     */
    public static ImagePlus[] openReportImages(String path) throws IOException {
        Given.check("path", path);
        return ReadReport.open(Path.of(path), progress()).toArray(new ImagePlus[0]);
    }

    /**
     * Opens the series to which a structure set, segmentation, report or presentation state refers, from the folder of the file and its
     * subfolders.
     *
     * @param path a DICOM file of regions
     * @return a new image of 32-bit values, not shown, without the regions
     * @throws IOException if a file cannot be read, or no series of the folder belongs to the regions
     */
    public static ImagePlus openSeriesOfRegions(String path) throws IOException {
        Given.check("path", path);
        return LoadRegions.openSeries(Path.of(path), progress());
    }

    /**
     * Lists the DICOM files in a folder, recognized by their content. DICOMDIR files are left out.
     *
     * @param folder a folder; all folders in it belong to it; or a DICOMDIR, for the files that it names
     * @return paths of files with images and without; in ascending order, or that of the DICOMDIR
     * @throws IOException if a folder or file cannot be read
     * @throws IllegalArgumentException if there is no such folder, or it is an archive
     */
    public static String[] dicomFiles(String folder) throws IOException {
        Given.check("folder", folder);
        return ListFiles.run(Path.of(folder), progress()).stream()
                .map(Path::toString)
                .toArray(String[]::new);
    }

    /**
     * Makes a table of the DICOM files in a folder: one row per file, with all elements of its header and the
     * statistics of its pixels, stored and calibrated. {@code fraction_in_window} is that of the window {@code brain},
     * empty for values that are not in HU. Files that cannot be used have a reason.
     *
     * @param folder a folder; all folders in it belong to it; or a ZIP archive, or a DICOMDIR for the files that it names
     * @return a new table, not shown, of up to 500000 cells; {@link #folderTableTo} has no limit
     * @throws IOException if a folder or file cannot be read
     * @throws IllegalArgumentException if there are no DICOM files
     */
    public static ResultsTable folderTable(String folder) throws IOException {
        Given.check("folder", folder);
        return TabulateFolder.run(Path.of(folder), TabulateFolder.Options.DEFAULT, progress());
    }

    /**
     * Makes a table of a folder with these options of {@code DICOM Folder Table...}.
     *
     * @param folder a folder; all folders in it belong to it; or a ZIP archive, or a DICOMDIR for the files that it names
     * @param tags {@code all}, {@code none}, or keywords and numbers: {@code PatientID, PixelSpacing, 0018,0050}
     * @param pixels {@code statistics}, or {@code none} to read no pixels
     * @param window for {@code fraction_in_window}: a preset or center/width
     * @param save a CSV file for all rows, in an existing folder; empty for none
     * @param series Series Instance UIDs, separated by commas; empty for all files
     * @return a new table, not shown, as {@link #folderTable}
     * @throws IOException if a folder or file cannot be read or written
     * @throws IllegalArgumentException if an option is invalid, or there are no DICOM files
     */
    public static ResultsTable folderTableAs(
            String folder, String tags, String pixels, String window, String save, String series) throws IOException {
        Given.check("folder", folder, "tags", tags, "pixels", pixels, "window", window, "save", save, "series", series);
        TabulateFolder.Options options = TabulateFolder.Options.DEFAULT
                .withTags(tags)
                .withPixels(pixels)
                .withWindow(window)
                .withSeries(series);
        if (!save.isEmpty()) options = options.saved(Path.of(save));
        return TabulateFolder.run(Path.of(folder), options, progress());
    }

    /**
     * Writes the rows of {@link #folderTable} to a CSV file, without a limit.
     *
     * @param folder a folder; all folders in it belong to it; or a ZIP archive, or a DICOMDIR for the files that it names
     * @param csvPath the file, in an existing folder
     * @param tags {@code all}, {@code none}, or keywords and numbers: {@code PatientID, PixelSpacing, 0018,0050}
     * @param window a preset or center/width
     * @return the number of rows
     * @throws IOException if a folder or file cannot be read or written
     * @throws IllegalArgumentException if a tag or window is unknown, or there are no DICOM files
     */
    public static int folderTableTo(String folder, String csvPath, String tags, String window) throws IOException {
        Given.check("folder", folder, "csvPath", csvPath, "tags", tags, "window", window);
        TabulateFolder.Options options =
                TabulateFolder.Options.DEFAULT.withTags(tags).withWindow(window);
        return TabulateFolder.toCsv(Path.of(folder), Path.of(csvPath), options, progress());
    }

    /**
     * Makes the table of a folder in parts of 1000 files, which survive a kill: the same call continues after the finished ones.
     *
     * @param folder the input
     * @param output the folder of the parts, outside of the input; created if it does not exist
     * @param tags {@code all}, {@code none}, or keywords and numbers separated by commas
     * @param pixels {@code statistics} or {@code none}
     * @param window for {@code fraction_in_window}: a preset or center/width
     * @param series Series Instance UIDs, separated by commas; empty for all files
     * @param shard the share of the files, such as {@code 3/16}; empty for all
     * @return a sentence with the numbers of parts and rows
     * @throws IOException if a folder or file cannot be read or written
     * @throws IllegalArgumentException if an option is invalid, if there are no files, if another run uses the output folder, or if an
     *     earlier run had other options or files
     */
    public static String folderTableParts(
            String folder, String output, String tags, String pixels, String window, String series, String shard)
            throws IOException {
        Given.check("folder", folder, "output", output, "tags", tags, "pixels", pixels);
        Given.check("window", window, "series", series, "shard", shard);
        TabulateFolder.Options options = TabulateFolder.Options.DEFAULT
                .withTags(tags)
                .withPixels(pixels)
                .withWindow(window)
                .withSeries(series);
        return TabulateFolder.toParts(Path.of(folder), Path.of(output), options, shard, progress());
    }

    /**
     * Returns the row of one file in {@link #folderTable}; as_dict of fastai.
     *
     * @param path a DICOM file
     * @return numbers and text by heading, without empty columns
     * @throws IOException if the file cannot be read
     */
    public static Map<String, Object> asDict(String path) throws IOException {
        Given.check("path", path);
        return TabulateFolder.row(Path.of(path));
    }

    /**
     * Writes a picture of every frame of the DICOM files in a folder, under the same relative paths, and a list of the
     * pictures. An interrupted export resumes.
     *
     * @param folder a folder; all folders in it belong to it; or a ZIP archive, or a DICOMDIR for the files that it names
     * @param output the folder to write, outside of {@code folder}; created if it does not exist
     * @param format {@code PNG}, {@code JPEG}, {@code 16-bit TIFF} or {@code 32-bit TIFF}
     * @param windows presets, center/width and {@code file 1}, separated by commas: one channel each; empty for none
     * @param bins of the equalized channel, the last; 0 for none. Without windows and bins, PNG and JPEG show the
     *     window of the file, and TIFF holds calibrated values
     * @param size {@code 256x128} or {@code 256}; empty for that of the frame
     * @return the path of the list
     * @throws IOException if a folder or the list cannot be read or written
     * @throws IllegalArgumentException if an option is invalid, there are no DICOM files, or {@code output} holds an
     *     export with other options
     */
    public static String batchExport(String folder, String output, String format, String windows, int bins, String size)
            throws IOException {
        Given.check("folder", folder, "output", output, "format", format, "windows", windows, "size", size);
        return batchExportAs(folder, output, format, windows, bins, size, "", 90, false, "");
    }

    /**
     * Writes de-identified copies of the files of a folder, by the basic profile of PS3.15 annex E with the key in ImageJ's preferences
     * folder, see docs/deidentify.md. The same call continues an interrupted run.
     *
     * @param folder a folder; all folders in it belong to it; or a ZIP archive, or a DICOMDIR for the files that it names
     * @param output the folder to write, outside of {@code folder}; created if it does not exist
     * @return a table of the files that were left out, with name and reason; names may identify patients
     * @throws IOException if a folder cannot be read or the output cannot be written
     * @throws IllegalArgumentException if there are no files, or {@code output} has other files
     */
    public static ResultsTable deidentify(String folder, String output) throws IOException {
        Given.check("folder", folder, "output", output);
        return deidentifyAs(folder, output, "", "", "");
    }

    /**
     * Does the same as {@link #deidentify} with these options of {@code De-identify DICOM...}.
     *
     * @param folder as for {@link #deidentify}
     * @param output as for {@link #deidentify}
     * @param options options of the profile, separated by commas, such as {@code retain modified dates, clean descriptors}; empty
     *     for none
     * @param key a file with the secret key, of at least 16 bytes; empty for the key of ImageJ's preferences
     * @param rectangles a file of CSV with rectangles to blank; empty for none
     * @return the files that were left out: name and reason
     * @throws IOException if a folder, the key or the rectangles cannot be read, or the output cannot be written
     * @throws IllegalArgumentException if an option is invalid, there are no files, or {@code output} has foreign files or output of
     *     other options
     */
    public static ResultsTable deidentifyAs(String folder, String output, String options, String key, String rectangles)
            throws IOException {
        Given.check("folder", folder, "output", output, "options", options, "key", key, "rectangles", rectangles);
        return Deidentify.run(Path.of(folder), Path.of(output), deidentification(options, key, rectangles), progress())
                .leftOut();
    }

    private static Deidentify.Options deidentification(String options, String key, String rectangles) {
        Deidentify.Options all = Deidentify.Options.DEFAULT.with(options);
        if (!key.isEmpty()) all = all.withKey(Path.of(key));
        return rectangles.isEmpty() ? all : all.withRectangles(Path.of(rectangles));
    }

    /**
     * Lists what {@link #deidentifyAs} would change in a file. Writes nothing.
     *
     * @param path a DICOM file; or a folder, for its first DICOM file
     * @param options as for {@link #deidentifyAs}
     * @param key as for {@link #deidentifyAs}
     * @param rectangles as for {@link #deidentifyAs}
     * @return a table with values of the patient: element, rule, before, after and outcome
     * @throws IOException if the file, the key or the rectangles cannot be read
     * @throws IllegalArgumentException if an option is invalid, or there is no DICOM file
     */
    public static ResultsTable deidentifyPreview(String path, String options, String key, String rectangles)
            throws IOException {
        Given.check("path", path, "options", options, "key", key, "rectangles", rectangles);
        return Deidentify.preview(Path.of(path), deidentification(options, key, rectangles), progress());
    }

    /**
     * Adds the rectangles on an image to a file for {@link #deidentifyAs}, which blanks them in all images of the same device and
     * size: the box around the selection, and the rectangles of the overlay and of the ROI Manager.
     *
     * @param imp a whole DICOM image
     * @param rectangles a file of CSV; created if it does not exist
     * @return number of rectangles
     * @throws IOException if the file cannot be read or written
     * @throws IllegalArgumentException if the image is not DICOM, has another size than in its file, or has no rectangle
     */
    public static int keepRectangles(ImagePlus imp, String rectangles) throws IOException {
        Given.check("imp", imp, "rectangles", rectangles);
        return KeepRectangles.run(imp, Path.of(rectangles));
    }

    /**
     * Exports a folder with these options of {@code DICOM Batch Export...}.
     *
     * @param folder a folder; all folders in it belong to it; or a ZIP archive, or a DICOMDIR for the files that it names
     * @param output as for {@link #batchExport}
     * @param format as for {@link #batchExport}
     * @param windows as for {@link #batchExport}
     * @param bins as for {@link #batchExport}
     * @param size {@code 256x128} or {@code 256}; empty for that of the frame or crop
     * @param crop the window of a mask, a preset or center/width: frames are cropped to its box; empty for whole frames
     * @param quality of JPEG, 1 to 100
     * @param anonymous whether pseudonyms replace the names of files and folders, in pictures and list; the key is in ImageJ's
     *     preferences folder
     * @param series Series Instance UIDs, separated by commas; empty for all files
     * @return the path of the list
     * @throws IOException if a folder or the list cannot be read or written
     * @throws IllegalArgumentException as {@link #batchExport} throws it
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
            boolean anonymous,
            String series)
            throws IOException {
        Given.check(
                "folder", folder, "output", output, "format", format, "windows", windows, "size", size, "crop", crop,
                "series", series);
        ExportPictures.Options options = ExportPictures.Options.DEFAULT
                .withFormat(format)
                .withChannels(windows, bins)
                .withSize(size)
                .withCrop(crop)
                .withQuality(quality)
                .withSeries(series)
                .anonymous(anonymous);
        return ExportPictures.run(Path.of(folder), Path.of(output), options, progress())
                .list()
                .toString();
    }

    /**
     * Exports every series in a folder as an array or a NIfTI file, each with a JSON file that describes it, and a list of all files.
     *
     * @param folder as for {@link #batchExportAs}
     * @param output as for {@link #batchExport}
     * @param format {@code npy} or {@code nii.gz}
     * @param regularize whether series with uneven or tilted slices are resampled to even grids; otherwise they are left out
     * @param anonymous whether pseudonyms replace the names of files and folders, in files and list; the key is in ImageJ's preferences
     *     folder
     * @param series Series Instance UIDs, separated by commas; empty for all
     * @return the path of the list
     * @throws IOException if a folder or the list cannot be read or written
     * @throws IllegalArgumentException if an option is invalid, there are no DICOM files, or {@code output} holds an
     *     export with other options
     */
    public static String batchExportSeries(
            String folder, String output, String format, boolean regularize, boolean anonymous, String series)
            throws IOException {
        Given.check("folder", folder, "output", output, "format", format, "series", series);
        ExportPictures.Options options = ExportPictures.Options.DEFAULT
                .withFormat(format)
                .withSeries(series)
                .anonymous(anonymous)
                .regularize(regularize);
        return ExportPictures.run(Path.of(folder), Path.of(output), options, progress())
                .list()
                .toString();
    }

    /**
     * Exports a share of a folder as {@link #batchExport} or {@link #batchExportSeries} does, so that several computers can divide the
     * work. A key from a file makes their pseudonyms agree.
     *
     * @param folder as for {@link #batchExportAs}
     * @param output as for {@link #batchExport}
     * @param format a format of pictures or of whole series
     * @param windows as for {@link #batchExport}; empty for whole series
     * @param bins as for {@link #batchExport}; 0 for whole series
     * @param size as for {@link #batchExport}; empty for whole series
     * @param regularize as for {@link #batchExportSeries}; false for pictures
     * @param anonymous whether pseudonyms replace the names of files and folders, in pictures and list
     * @param key a file with the secret key, of at least 16 bytes; empty for the key of ImageJ's preferences
     * @param shard such as {@code 3/16}, for the third of 16 shares by a hash of the names; empty for all files
     * @return the path of the list
     * @throws IOException if a folder or the key cannot be read, or the output cannot be written
     * @throws IllegalArgumentException if an option is invalid, there are no DICOM files, or {@code output} is in use by another run
     *     or holds an export with other options
     */
    public static String batchExportShard(
            String folder,
            String output,
            String format,
            String windows,
            int bins,
            String size,
            boolean regularize,
            boolean anonymous,
            String key,
            String shard)
            throws IOException {
        Given.check(
                "folder", folder, "output", output, "format", format, "windows", windows, "size", size, "key", key,
                "shard", shard);
        ExportPictures.Options options = ExportPictures.Options.DEFAULT
                .withFormat(format)
                .withChannels(windows, bins)
                .withSize(size)
                .regularize(regularize)
                .anonymous(anonymous)
                .withShard(shard);
        if (!key.isEmpty()) options = options.withKey(Path.of(key));
        return ExportPictures.run(Path.of(folder), Path.of(output), options, progress())
                .list()
                .toString();
    }

    /**
     * Returns a results table of this plugin: {@code HU Statistics}, {@code HU Histogram}, {@code DICOM Header} or
     * {@code DICOM Folder Table}. They are separate from the Results of ImageJ, and exist without a display too.
     *
     * @param title in any case
     * @return the table itself
     * @throws IllegalArgumentException if no command has made it
     */
    public static ResultsTable table(String title) {
        Given.check("title", title);
        return TableView.get(title);
    }

    /**
     * Returns the number of rows of a {@link #table}. In a macro: {@code call("hounsfield.imagej.Hounsfield.tableSize",
     * title);}
     *
     * @param title in any case
     * @return the number of rows
     * @throws IllegalArgumentException if no command has made the table
     */
    public static int tableSize(String title) {
        Given.check("title", title);
        return table(title).size();
    }

    /**
     * Returns a cell of a {@link #table} as text. In a macro: {@code call("hounsfield.imagej.Hounsfield.tableValue",
     * title, column, row);}
     *
     * @param title in any case
     * @param column the heading, in any case
     * @param row counted from 0; negative rows count from the end, -1 is the last
     * @return the text, or a number that is not rounded; empty if the row has no such cell
     * @throws IllegalArgumentException if there is no such table, row or column
     */
    public static String tableValue(String title, String column, int row) {
        Given.check("title", title, "column", column);
        return TableView.cell(table(title), column, row);
    }

    /**
     * Writes a {@link #table} as ImageJ does: as CSV if the path ends in {@code .csv}, otherwise with tabs.
     *
     * @param title in any case
     * @param path the file, in an existing folder
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if there is no such table or folder
     */
    public static void saveTable(String title, String path) throws IOException {
        Given.check("title", title, "path", path);
        TableView.save(table(title), Path.of(path));
    }

    /**
     * Closes a {@link #table}, so that the next row begins a new one. Does nothing if there is none.
     *
     * @param title in any case
     */
    public static void closeTable(String title) {
        Given.check("title", title);
        TableView.close(title);
    }

    /**
     * Lists the built-in samples.
     *
     * @return their names
     */
    public static String[] samples() {
        return MakeSample.names().toArray(new String[0]);
    }

    /**
     * Writes a built-in sample to a temporary folder and opens it.
     *
     * @param name one of {@link #samples}, in any case
     * @return a new image, not shown
     * @throws IOException if files cannot be written
     * @throws IllegalArgumentException if there is no such sample
     */
    public static ImagePlus sample(String name) throws IOException {
        Given.check("name", name);
        return MakeSample.run(MakeSample.Options.DEFAULT.with(name), progress());
    }

    /**
     * Writes a built-in sample as DICOM files.
     *
     * @param name one of {@link #samples}, in any case
     * @param folder created if it does not exist
     * @return {@code folder}
     * @throws IOException if files cannot be written
     * @throws IllegalArgumentException if there is no such sample
     */
    public static String writeSample(String name, String folder) throws IOException {
        Given.check("name", name, "folder", folder);
        MakeSample.write(MakeSample.Options.DEFAULT.with(name), Path.of(folder));
        return folder;
    }

    /**
     * Sets how much memory the decoded slices of all virtual stacks may take, until ImageJ ends. The default is an eighth of
     * the memory of Java beyond 128, at most 256; the system property {@code hounsfield.cache} sets it at the start.
     *
     * @param megabytes a limit; 0 to decode a slice at each access
     * @throws IllegalArgumentException if that is not a number from 0 to 1048576
     */
    public static void cacheLimit(double megabytes) {
        LimitCache.run(megabytes);
    }

    /**
     * Returns an option of {@code DICOM Options...}.
     *
     * @param name {@code open}: whether ImageJ opens DICOM files by this plugin; {@code pixels}: the form of pixels that
     *     dialogs and dropped files begin with; {@code hide}: whether images have no text in their corners; {@code right}:
     *     whether dragging with the right button changes the window; {@code keys}: the digits of windows
     * @return {@code true} or {@code false}; {@code 32-bit} or {@code 16-bit}; or such as {@code 1=lungs, 2=40/400}
     * @throws IllegalArgumentException if there is no such option
     */
    public static String option(String name) {
        Given.check("name", name);
        return EditOptions.text(name);
    }

    /**
     * Changes an option of {@code DICOM Options...}, in the preferences of ImageJ.
     *
     * @param name {@code open}, {@code pixels}, {@code hide}, {@code right} or {@code keys}, as for {@link #option}
     * @param value as {@link #option} returns it
     * @throws IOException if the startup macro of ImageJ, which prepares it for dropped files, cannot be written
     * @throws IllegalArgumentException if there is no such option or value
     */
    public static void setOption(String name, String value) throws IOException {
        Given.check("name", name, "value", value);
        EditOptions.set(name, value);
    }

    /**
     * Adds the commands of this plugin to the command table of ImageJ, so that {@code run} in a macro and {@code IJ.run} find them in
     * plain ImageJ without a display, whose table is part of its menus; and those of the menus of ImageJ: {@code run("PNG...",
     * "save=a.png")}. Existing commands are kept. In a macro: {@code call("hounsfield.imagej.Hounsfield.install");}
     */
    public static void install() {
        CommandTable.install();
    }
}
