package hounsfield.series;

import hounsfield.data.DataSet;
import hounsfield.frame.FrameRef;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What must be equal for two files to be of one series; orientation and pixel spacing, which are rounded, only need to be
 * close, and are compared elsewhere.
 *
 * @param alone the path of a multi-frame file, which is a series by itself
 */
record SeriesKey(
        String uid,
        int rows,
        int columns,
        int samplesPerPixel,
        String frameOfReference,
        boolean localizer,
        Optional<Path> alone) {
    private static final String LOCALIZER = "LOCALIZER";

    static SeriesKey of(Path path, DicomFile file) throws DicomException {
        DataSet dataSet = file.dataSet();
        return new SeriesKey(
                dataSet.findString(Tag.SERIES_INSTANCE_UID).orElse(""),
                dataSet.requireInt(Tag.ROWS),
                dataSet.requireInt(Tag.COLUMNS),
                dataSet.findInt(Tag.SAMPLES_PER_PIXEL).orElse(1),
                dataSet.findString(Tag.FRAME_OF_REFERENCE_UID).orElse(""),
                dataSet.strings(Tag.IMAGE_TYPE).contains(LOCALIZER),
                FrameRef.hasManyFrames(file) ? Optional.of(path) : Optional.empty());
    }

    boolean isMultiFrame() {
        return alone.isPresent();
    }
}
