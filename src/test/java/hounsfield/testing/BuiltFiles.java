package hounsfield.testing;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.frame.FunctionalGroups;
import hounsfield.parse.DicomFile;
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
                    .text(0x00080060, "CS", "CT")
                    .text(0x00180050, "DS", thickness)
                    .text(0x0020000E, "UI", series)
                    .text(0x00200011, "IS", "7")
                    .text(0x00200013, "IS", Integer.toString(instance))
                    .text(0x00200032, "DS", position)
                    .text(0x00200037, "DS", orientation)
                    .us(0x00280002, 1)
                    .text(0x00280004, "CS", "MONOCHROME2")
                    .us(0x00280010, ROWS)
                    .us(0x00280011, COLUMNS)
                    .text(0x00280030, "DS", "0.5\\0.25")
                    .us(0x00280100, 16)
                    .us(0x00280101, 16)
                    .us(0x00280102, 15)
                    .us(0x00280103, 0)
                    .text(0x00281052, "DS", intercept)
                    .text(0x00281053, "DS", "1")
                    .shorts(0x7FE00010, "OW", 1000, 1000, 1000, 1000, 1000, 1000)
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
