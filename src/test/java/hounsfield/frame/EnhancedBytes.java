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
        DicomBytes file = ImageBytes.grey(syntax, 2, 2, 16, 12, 0, 3);
        DicomBytes shared = file.same()
                .sequence(0x00289110, file.same().text(0x00180050, "DS", "3").text(0x00280030, "DS", "0.5\\0.25"))
                .sequence(0x00209116, file.same().text(0x00200037, "DS", IDENTITY))
                .sequence(0x00289132, window(file, "40", "400"));
        DicomBytes[] frames = {
            frame(file, "0", "-1024", "1"), frame(file, "3", "-24", "2.5"), frame(file, "6.5", "0", "0")
        };
        frames[1]
                .sequence(0x00289132, window(file, "1\\2", "100\\200"))
                .sequence(
                        0x00409096,
                        file.same()
                                .ss(0x00409211, 100)
                                .ss(0x00409216, 0)
                                .doubles(0x00409224, "FD", 0)
                                .doubles(0x00409225, "FD", 0.5));
        return file.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
                .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames)
                .shorts(Tag.PIXEL_DATA, "OW", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
                .toBytes();
    }

    private static DicomBytes frame(DicomBytes file, String z, String intercept, String slope) {
        return file.same()
                .sequence(0x00209111, file.same().ints(0x00209157, "UL", 1, 2))
                .sequence(0x00209113, file.same().text(0x00200032, "DS", "0\\0\\" + z))
                .sequence(
                        0x00289145,
                        file.same()
                                .text(0x00281052, "DS", intercept)
                                .text(0x00281053, "DS", slope)
                                .text(0x00281054, "LO", "HU"));
    }

    private static DicomBytes window(DicomBytes file, String center, String width) {
        return file.same()
                .text(0x00281050, "DS", center)
                .text(0x00281051, "DS", width)
                .text(0x00281056, "CS", "SIGMOID");
    }
}
