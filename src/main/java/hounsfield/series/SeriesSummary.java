package hounsfield.series;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FrameRef;
import hounsfield.geometry.StackGeometry;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The entry of a series in a list. Texts are as in the file of the first image; they may contain text about the patient and are not for
 * logs.
 *
 * @param name unique in its scan, see {@link Series#name}
 * @param study the patient and the study
 * @param number Series Number
 * @param description Series Description; may be empty
 * @param date Series Date, otherwise Study Date; may be empty
 * @param modality such as {@code CT}; may be empty
 * @param kind what all its images share, such as {@code localizer} or {@code TE 4.6 ms, axial}; may be empty
 * @param columns X
 * @param rows Y
 * @param slices Z
 * @param channels C
 * @param times T
 * @param spacing columns, rows and slices [mm] as text; empty if unknown
 * @param bytes memory of all pixels in 32 bits, or as RGB
 * @param transferSyntax its name; empty if the file cannot be read any more
 * @param files number of files
 * @param doubts words for irregularities, such as {@code uneven} and {@code tilted}
 * @param findings sentences about unusual content of the files
 */
public record SeriesSummary(
        String name,
        StudyText study,
        OptionalInt number,
        String description,
        String date,
        String modality,
        String kind,
        int columns,
        int rows,
        int slices,
        int channels,
        int times,
        String spacing,
        long bytes,
        String transferSyntax,
        int files,
        List<String> doubts,
        List<String> findings) {

    /**
     * Summarizes a series. Reads the header of its first file, if the scan did not keep it.
     *
     * @param series a series of a scan
     * @return the summary
     */
    public static SeriesSummary of(Series series) {
        Optional<DicomFile> file = firstFile(series);
        DataSet header = file.map(DicomFile::dataSet).orElse(DataSet.EMPTY);
        StudyText study = StudyText.of(header);
        SeriesQuality quality = series.quality();
        List<String> findings = new ArrayList<>(quality.lines());
        findings.addAll(series.findings());
        String date = series.text().date();
        return new SeriesSummary(
                series.name(),
                study,
                series.number(),
                series.description(),
                date.isEmpty() ? new OptionalAttributes(header).text(Tag.STUDY_DATE) : date,
                series.modality(),
                String.join(", ", SeriesLabel.kind(series)),
                series.columns(),
                series.rows(),
                series.positions(),
                series.channels().size(),
                series.timePoints(),
                SeriesLabel.spacing(series),
                (long) Float.BYTES
                        * series.columns()
                        * series.rows()
                        * series.slices().size(),
                file.map(each -> each.transferSyntax().name()).orElse(""),
                series.sources().size(),
                doubts(series, quality),
                findings);
    }

    private static Optional<DicomFile> firstFile(Series series) {
        for (FrameRef frame : series.frames()) {
            if (frame.source().isMissing()) continue;
            try {
                return Optional.of(frame.file());
            } catch (DicomException e) {
                // The file was removed or replaced since the scan.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<String> doubts(Series series, SeriesQuality quality) {
        List<String> doubts = new ArrayList<>();
        if (series.geometry().map(StackGeometry::isUneven).orElse(false)) doubts.add("uneven");
        if (series.geometry().map(StackGeometry::isSheared).orElse(false)) doubts.add("tilted");
        if (!quality.gaps().isEmpty()) doubts.add(quality.gaps().size() == 1 ? "gap" : "gaps");
        if (quality.duplicates() > 0) doubts.add("duplicates");
        if (quality.missing() > 0) doubts.add("incomplete");
        return doubts;
    }
}
