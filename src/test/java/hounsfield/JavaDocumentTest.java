package hounsfield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.benmanes.caffeine.cache.Caffeine;
import hounsfield.region.RegionFixtures;
import hounsfield.standard.SopClass;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.testing.DocExample;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.img.Img;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.annotations.Index;

/**
 * The snippets of docs/java.md compile and run without ImageJ, and print what they should. The jar has Caffeine in it.
 */
class JavaDocumentTest {
    @TempDir
    Path folder;

    @Test
    void snippetsRun() throws Exception {
        Path ct = folder.resolve("ct");
        DicomImages.write(ct, "1.dcm", DicomImages.slice(1, 10, -1000, 1000, 1100, 1001, 0));
        DicomImages.write(ct, "2.dcm", DicomImages.slice(2, 12.5, -1000, 1040, 1050, 1060, 2000));
        DicomImages.write(ct, "3.dcm", DicomImages.slice(3, 15, -1024, 24, 1064, 1074, 3024));
        DicomBytes photo = DicomImages.photo(10, 20, 30, 40, 50, 60);
        DicomImages.write(folder, "photo.dcm", photo);
        DicomImages.write(folder, "structures.dcm", structures());
        assertEquals(
                List.of(
                        "[x, y, z]: 40.0 HU",
                        "slices are 2.5 mm apart, the first is at z = 10.0 mm",
                        "HU 40.0, in a reslice 40.0",
                        "CT, 1 frame",
                        "0.5 mm, stored 1000, calibrated 0.0",
                        "true, red 10, blue 30 of 8 bits",
                        "2 axes, -86.25 between the pixels",
                        "mean 111.75, 8 of 12 from 0 to 100",
                        "12 values, padding false",
                        "Left: 2 pixels, inside true",
                        "2",
                        "HU",
                        "bucket/2 is refused",
                        "CT",
                        "3 slices, rejected: bucket/2",
                        "3 axes"),
                new DocExample(folder, Dicom.class, Img.class, Index.class, Caffeine.class)
                        .run(DocExample.snippets("java.md")));
    }

    /** A structure set: the left column of the second slice. */
    private static DicomBytes structures() {
        DicomBytes left = RegionFixtures.contour(
                "CLOSED_PLANAR", -0.1, -0.1, 12.5, 0.1, -0.1, 12.5, 0.1, 0.6, 12.5, -0.1, 0.6, 12.5);
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", SopClass.RT_STRUCTURE_SET)
                .sequence(
                        Tag.STRUCTURE_SET_ROI_SEQUENCE,
                        RegionFixtures.item()
                                .text(Tag.ROI_NUMBER, "IS", "1")
                                .text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "UI", "1.2.3.4.99")
                                .text(Tag.ROI_NAME, "LO", "Left"))
                .sequence(
                        Tag.ROI_CONTOUR_SEQUENCE,
                        RegionFixtures.item()
                                .sequence(Tag.CONTOUR_SEQUENCE, left)
                                .text(Tag.REFERENCED_ROI_NUMBER, "IS", "1"));
    }
}
