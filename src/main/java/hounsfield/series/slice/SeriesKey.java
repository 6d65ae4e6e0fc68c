package hounsfield.series.slice;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.pixeldata.Tile;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import java.util.Optional;

/**
 * The attributes that must be equal for two files to be in the same series. Orientation and pixel spacing are rounded
 * numbers, which need not be equal; {@code SeriesGrouping} compares them.
 *
 * @param sopClass SOP Class UID; it separates secondary captures from the images of a scanner
 * @param alone identifies a multi-frame file without positions, which is a series of its own: its Concatenation UID,
 *     otherwise a unique object; empty for other files
 */
public record SeriesKey(
        String uid,
        int rows,
        int columns,
        int samplesPerPixel,
        String sopClass,
        boolean localizer,
        Optional<Object> alone) {
    private static final String LOCALIZER = "LOCALIZER";

    /**
     * Returns the key of a file. Only Rows and Columns are required; other unreadable attributes are treated as absent.
     *
     * @param alone whether the file is a series of its own, or one with the others of its concatenation
     * @throws DicomException if Rows or Columns is absent or unreadable
     */
    static SeriesKey of(DicomFile file, boolean alone) throws DicomException {
        DataSet dataSet = file.dataSet();
        OptionalAttributes optional = new OptionalAttributes(dataSet, file.diagnostics());
        return new SeriesKey(
                optional.text(Tag.SERIES_INSTANCE_UID),
                dataSet.requireInt(Tag.ROWS),
                dataSet.requireInt(Tag.COLUMNS),
                optional.integer(Tag.SAMPLES_PER_PIXEL).orElse(1),
                optional.text(Tag.SOP_CLASS_UID),
                optional.texts(Tag.IMAGE_TYPE).contains(LOCALIZER),
                alone ? Optional.of(own(optional.text(Tag.CONCATENATION_UID))) : Optional.empty());
    }

    /** Returns the key of the images in a mosaic, which have the size of a tile. */
    SeriesKey ofTile(Tile tile) {
        return new SeriesKey(uid, tile.rows(), tile.columns(), samplesPerPixel, sopClass, localizer, alone);
    }

    private static Object own(String concatenation) {
        return concatenation.isEmpty() ? new Object() : concatenation;
    }
}
