package hounsfield.series;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FrameRef;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import java.util.Optional;

/**
 * The attributes that must be equal for two files to be in the same series. Orientation and pixel spacing, which are
 * rounded, only have to be close, and are compared elsewhere.
 *
 * @param alone an object without equals for each multi-frame file, which is a series of its own
 */
record SeriesKey(
        String uid,
        int rows,
        int columns,
        int samplesPerPixel,
        String frameOfReference,
        boolean localizer,
        Optional<Object> alone) {
    private static final String LOCALIZER = "LOCALIZER";

    /**
     * Returns the key of a file. Only Rows and Columns are required; other unreadable attributes are treated as absent.
     *
     * @throws DicomException if Rows or Columns is absent or unreadable
     */
    static SeriesKey of(DicomFile file) throws DicomException {
        DataSet dataSet = file.dataSet();
        OptionalAttributes optional = new OptionalAttributes(dataSet, file.warnings()::add);
        return new SeriesKey(
                optional.text(Tag.SERIES_INSTANCE_UID),
                dataSet.requireInt(Tag.ROWS),
                dataSet.requireInt(Tag.COLUMNS),
                optional.integer(Tag.SAMPLES_PER_PIXEL).orElse(1),
                optional.text(Tag.FRAME_OF_REFERENCE_UID),
                optional.texts(Tag.IMAGE_TYPE).contains(LOCALIZER),
                FrameRef.hasManyFrames(file) ? Optional.of(new Object()) : Optional.empty());
    }

    boolean isMultiFrame() {
        return alone.isPresent();
    }
}
