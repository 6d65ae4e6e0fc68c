package hounsfield.testing;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.frame.FunctionalGroups;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import java.io.IOException;
import java.util.function.Consumer;

/** Small whole images for fixtures, on top of {@link DicomBytes}; elements ascend, so callers add theirs in between. */
public final class BuiltFiles {
    public static final int COLUMNS = 3;
    public static final int ROWS = 2;

    private BuiltFiles() {}

    /** What differs from one CT slice to the next. */
    public record CtSlice(
            String series, int instance, String position, String orientation, String thickness, String intercept) {
        /** An axial slice at this height, with Slice Thickness 5 and intercept -1024. */
        public static CtSlice axial(int instance, double z) {
            return new CtSlice("1.2.3", instance, "-10\\-20\\" + z, "1\\0\\0\\0\\1\\0", "5", "-1024");
        }

        public CtSlice withIntercept(String other) {
            return new CtSlice(series, instance, position, orientation, thickness, other);
        }

        public CtSlice withThickness(String other) {
            return new CtSlice(series, instance, position, orientation, other, intercept);
        }

        public CtSlice withSeries(String other) {
            return new CtSlice(other, instance, position, orientation, thickness, intercept);
        }

        public CtSlice withPlane(String otherPosition, String otherOrientation) {
            return new CtSlice(series, instance, otherPosition, otherOrientation, thickness, intercept);
        }

        /** The file: 3 x 2 pixels of 1000, unsigned 16 bits; empty texts give empty elements. */
        public byte[] toBytes() {
            return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                    .text(Tag.MODALITY, "CS", "CT")
                    .text(Tag.SLICE_THICKNESS, "DS", thickness)
                    .text(Tag.SERIES_INSTANCE_UID, "UI", series)
                    .text(Tag.SERIES_NUMBER, "IS", "7")
                    .text(Tag.INSTANCE_NUMBER, "IS", Integer.toString(instance))
                    .text(Tag.IMAGE_POSITION_PATIENT, "DS", position)
                    .text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", orientation)
                    .us(Tag.SAMPLES_PER_PIXEL, 1)
                    .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                    .us(Tag.ROWS, ROWS)
                    .us(Tag.COLUMNS, COLUMNS)
                    .text(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                    .us(Tag.BITS_ALLOCATED, 16)
                    .us(Tag.BITS_STORED, 16)
                    .us(Tag.HIGH_BIT, 15)
                    .us(Tag.PIXEL_REPRESENTATION, 0)
                    .text(Tag.RESCALE_INTERCEPT, "DS", intercept)
                    .text(Tag.RESCALE_SLOPE, "DS", "1")
                    .shorts(Tag.PIXEL_DATA, "OW", 1000, 1000, 1000, 1000, 1000, 1000)
                    .toBytes();
        }
    }

    /** An explicit little endian file whose elements the caller writes. */
    public static DicomFile file(Consumer<DicomBytes> elements) throws IOException {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN);
        elements.accept(bytes);
        return DicomFile.read(new ArrayByteSource("built.dcm", bytes.toBytes()));
    }

    /** The functional groups of such a file. */
    public static FunctionalGroups groups(Consumer<DicomBytes> elements) throws IOException {
        return FunctionalGroups.of(file(elements).dataSet());
    }

    /** Elements for an Item. */
    public static DicomBytes item() {
        return DicomBytes.explicitLittleEndian();
    }
}
