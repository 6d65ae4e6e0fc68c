package hounsfield.imagej.operation;

import hounsfield.data.OptionalAttributes;
import hounsfield.imagej.host.Advice;
import hounsfield.imagej.host.TableView;
import hounsfield.parse.DicomFile;
import hounsfield.region.CodedConcept;
import hounsfield.region.report.Coordinates;
import hounsfield.region.report.Measurement;
import hounsfield.region.report.MeasurementGroup;
import hounsfield.region.report.MeasurementReport;
import hounsfield.series.SeriesScanner;
import hounsfield.series.slice.ScannedFile;
import hounsfield.standard.SopClass;
import hounsfield.standard.Tag;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.OneLine;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists the measurements of structured reports, and finds the images that reports and key object selections name. */
public final class ReadReport {
    /** Title of the table of measurements. */
    public static final String TABLE = "DICOM Measurements";

    /** Title of the table of the images of a key object selection. */
    public static final String IMAGES = "DICOM Key Images";

    private ReadReport() {}

    /**
     * Returns whether a file is a structured report.
     *
     * @param path a DICOM file
     * @return whether its SOP Class is that of a structured report
     * @throws IOException if the file cannot be read
     */
    public static boolean isReport(Path path) throws IOException {
        return isReport(Advice.on(() -> DicomFile.read(path)));
    }

    private static boolean isReport(DicomFile file) {
        return sopClass(file).startsWith(MeasurementReport.SOP_CLASSES);
    }

    /**
     * Returns whether a file is a key object selection.
     *
     * @param path a DICOM file
     * @return whether its SOP Class is Key Object Selection Document
     * @throws IOException if the file cannot be read
     */
    public static boolean isSelection(Path path) throws IOException {
        return sopClass(Advice.on(() -> DicomFile.read(path))).equals(SopClass.KEY_OBJECT_SELECTION);
    }

    private static String sopClass(DicomFile file) {
        return new OptionalAttributes(file.dataSet()).text(Tag.SOP_CLASS_UID);
    }

    private static MeasurementReport read(Path path) throws IOException {
        DicomFile file = Advice.on(() -> DicomFile.read(path));
        if (isReport(file)) return MeasurementReport.of(file);
        throw new UnsupportedDicomException("is not a structured report", Location.ofFile(file.name()));
    }

    /**
     * Lists the measurements of a report.
     *
     * @param path a structured report
     * @return a row for each measurement: its group, tracking identifier, finding, name, modifiers, value, unit, and region; a group
     *     without measurements has one row
     * @throws IOException if the file cannot be read or is not a report
     */
    public static ResultsTable table(Path path) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<MeasurementGroup> groups = read(path).groups();
        for (int i = 0; i < groups.size(); i++) {
            MeasurementGroup group = groups.get(i);
            if (group.measurements().isEmpty()) rows.add(row(i + 1, group));
            for (Measurement measurement : group.measurements()) {
                Map<String, Object> row = row(i + 1, group);
                row.put("Measurement", measurement.name().meaning());
                row.put(
                        "Modifiers",
                        measurement.modifiers().stream()
                                .map(code -> code.value().meaning())
                                .collect(Collectors.joining(", ")));
                row.put("Value", value(measurement.value()));
                row.put("Unit", measurement.unit().map(CodedConcept::value).orElse(""));
                row.put(
                        "Qualifier",
                        measurement.qualifier().map(CodedConcept::meaning).orElse(""));
                rows.add(row);
            }
        }
        ResultsTable table = new ResultsTable();
        table.setPrecision(6);
        TableView.append(rows, table);
        return table;
    }

    private static Map<String, Object> row(int number, MeasurementGroup group) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Group", number);
        row.put("Tracking ID", group.trackingId());
        row.put("Finding", group.finding().map(CodedConcept::meaning).orElse(""));
        row.put("Region", region(group));
        for (String each : List.of("Measurement", "Modifiers", "Value", "Unit", "Qualifier")) row.put(each, "");
        return row;
    }

    private static String region(MeasurementGroup group) {
        Stream<String> graphics = group.coordinates().stream().map(Coordinates::graphicType);
        Stream<String> segments = group.segments().stream().map(each -> "segments " + each.segments());
        return Stream.concat(graphics, segments).collect(Collectors.joining(", "));
    }

    private static Object value(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /**
     * Finds the images that a report or key object selection names, in its folder.
     *
     * @param path a structured report or key object selection
     * @param progress reports and cancels
     * @return the paths, in the order of the report
     * @throws IOException if a file cannot be read
     */
    public static List<Path> images(Path path, Progress progress) throws IOException {
        MeasurementReport report = read(path);
        Map<String, Path> byUid = byUid(path, progress);
        return report.images().stream()
                .map(image -> byUid.get(image.instanceUid()))
                .filter(each -> each != null)
                .distinct()
                .toList();
    }

    /**
     * Lists the images that a report or key object selection names.
     *
     * @param path a structured report or key object selection
     * @param progress reports and cancels
     * @return a row for each image, in the order of the report: SOP Instance UID, frames, and its path if it is in the folder
     * @throws IOException if a file cannot be read
     */
    public static ResultsTable imageTable(Path path, Progress progress) throws IOException {
        MeasurementReport report = read(path);
        Map<String, Path> byUid = byUid(path, progress);
        ResultsTable table = new ResultsTable();
        for (Coordinates.ImageReference image : report.images()) {
            table.addRow();
            table.addValue("SOP Instance UID", image.instanceUid());
            table.addValue(
                    "Frames", image.frames().stream().map(String::valueOf).collect(Collectors.joining(", ")));
            Path file = byUid.get(image.instanceUid());
            table.addValue("File", file == null ? "" : OneLine.of(file));
        }
        return table;
    }

    private static Map<String, Path> byUid(Path path, Progress progress) throws IOException {
        Map<String, Path> byUid = new ConcurrentHashMap<>();
        SeriesScanner.scan(path, progress, file -> note(file, byUid));
        return byUid;
    }

    private static void note(ScannedFile file, Map<String, Path> byUid) {
        file.slices().get(0).path().ifPresent(path -> byUid.put(file.instanceUid(), path));
    }

    /**
     * Opens the images that a report or key object selection names, if they are in its folder.
     *
     * @param path a structured report or key object selection
     * @param progress reports and cancels
     * @return an image for each series, not shown
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if none of the images is found
     */
    public static List<ImagePlus> open(Path path, Progress progress) throws IOException {
        List<Path> files = images(path, progress);
        if (files.isEmpty())
            throw new IllegalArgumentException(
                    "none of the images that the report names is in its folder; copy the images there");
        ImportSeries.Found found = ImportSeries.scan(files, progress);
        List<ImagePlus> images = new ArrayList<>();
        for (int i = 0; i < found.names().size(); i++) {
            images.add(found.open(i, ImportSeries.Options.DEFAULT, progress));
        }
        return images;
    }
}
