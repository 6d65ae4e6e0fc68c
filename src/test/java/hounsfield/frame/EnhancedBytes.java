package hounsfield.frame;

import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import java.util.List;

/** Small files with functional groups that say all that is read of them, to begin fuzzing from. */
final class EnhancedBytes {
    private static final String IDENTITY = "1\\0\\0\\0\\1\\0";

    private EnhancedBytes() {}

    static List<byte[]> variety() {
        return List.of(
                enhanced(DicomBytes.EXPLICIT_LITTLE_ENDIAN),
                enhanced(DicomBytes.EXPLICIT_BIG_ENDIAN),
                enhanced(DicomBytes.IMPLICIT_LITTLE_ENDIAN));
    }

    private static byte[] enhanced(String syntax) {
        DicomBytes file = ImageBytes.gray(syntax, 2, 2, 16, 12, 0, 3);
        DicomBytes shared = file.same()
                .sequence(
                        Tag.PIXEL_MEASURES_SEQUENCE,
                        file.same().text(Tag.SLICE_THICKNESS, "DS", "3").text(Tag.PIXEL_SPACING, "DS", "0.5\\0.25"))
                .sequence(
                        Tag.PLANE_ORIENTATION_SEQUENCE, file.same().text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", IDENTITY))
                .sequence(Tag.FRAME_VOILUT_SEQUENCE, window(file, "40", "400"));
        DicomBytes[] frames = {
            frame(file, "0", "-1024", "1"), frame(file, "3", "-24", "2.5"), frame(file, "6.5", "0", "0")
        };
        frames[1]
                .sequence(Tag.FRAME_VOILUT_SEQUENCE, window(file, "1\\2", "100\\200"))
                .sequence(
                        Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE,
                        file.same()
                                .ss(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, 100)
                                .ss(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, 0)
                                .doubles(Tag.REAL_WORLD_VALUE_INTERCEPT, "FD", 0)
                                .doubles(Tag.REAL_WORLD_VALUE_SLOPE, "FD", 0.5));
        return file.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
                .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames)
                .shorts(Tag.PIXEL_DATA, "OW", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
                .toBytes();
    }

    private static DicomBytes frame(DicomBytes file, String z, String intercept, String slope) {
        return file.same()
                .sequence(Tag.FRAME_CONTENT_SEQUENCE, file.same().ints(Tag.DIMENSION_INDEX_VALUES, "UL", 1, 2))
                .sequence(Tag.PLANE_POSITION_SEQUENCE, file.same().text(Tag.IMAGE_POSITION_PATIENT, "DS", "0\\0\\" + z))
                .sequence(
                        Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
                        file.same()
                                .text(Tag.RESCALE_INTERCEPT, "DS", intercept)
                                .text(Tag.RESCALE_SLOPE, "DS", slope)
                                .text(Tag.RESCALE_TYPE, "LO", "HU"));
    }

    private static DicomBytes window(DicomBytes file, String center, String width) {
        return file.same()
                .text(Tag.WINDOW_CENTER, "DS", center)
                .text(Tag.WINDOW_WIDTH, "DS", width)
                .text(Tag.VOILUT_FUNCTION, "CS", "SIGMOID");
    }
}
