package hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.testing.SmallHeap;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Headers with 40 KB of private elements in a heap with space for a few hundred of them: the proportions of 20,000 such files
 * and 512 MB.
 */
class ManyHeadersTest {
    private static final int FILES = 1_500;
    private static final int HEAP = 40;
    private static final int PRIVATE_ELEMENTS = 100;

    @TempDir
    Path folder;

    /** Runs in the small heap; prints the result of each call on one line. */
    public static void main(String[] arguments) throws IOException {
        String folder = arguments[0];
        System.out.println(Hounsfield.describeSeries(folder)[0]);
        ImagePlus virtual = Hounsfield.openSeriesVirtual(folder);
        System.out.println(Hounsfield.statistics(virtual).get("max"));
        System.out.println(label(virtual));
        ImagePlus image = Hounsfield.openSeries(folder);
        System.out.println(image.getStack().getProcessor(FILES).getf(0));
        System.out.println(label(image));
        double[] edges = Hounsfield.histogramOfStored(image)[0];
        System.out.println(edges[edges.length - 1]);
    }

    private static String label(ImagePlus image) {
        boolean header = image.getStack().getSliceLabel(FILES).lines().count() > PRIVATE_ELEMENTS;
        return header ? "label with header" : "label";
    }

    @Test
    void seriesLargerThanTheHeapComesIn() throws Exception {
        byte[] value = new byte[400];
        for (int i = 0; i < FILES; i++) {
            DicomBytes bytes = DicomImages.ct("1", i + 1);
            DicomImages.at(bytes, "0\\0\\" + i, "1\\0\\0\\0\\1\\0");
            DicomImages.gray(bytes, "MONOCHROME2", 1, 2, 16, 16, false);
            DicomImages.rescaled(bytes, "-1024", "1").text(0x00290010, "LO", "TEST");
            for (int element = 0; element < PRIVATE_ELEMENTS; element++) {
                bytes.bytes(0x00291000 + element, "OB", value);
            }
            DicomImages.write(folder, "IM" + i, DicomImages.pixels(bytes, i + 1, 0));
        }
        SmallHeap.Result result = SmallHeap.run(HEAP, folder, ManyHeadersTest.class, folder.toString());
        assertEquals(0, result.exitCode(), result.printed());
        String report = folder.getFileName() + ": " + FILES + " slices, spacing 1 mm, even";
        assertEquals(
                String.join(
                        "\n",
                        "7: Test series, CT, axial, 2 x 1 x " + FILES + ", 0.25 x 0.5 x 1 mm, " + FILES + " files",
                        report,
                        "476.0",
                        "label with header",
                        report,
                        "476.0",
                        "label with header",
                        "1501.0",
                        ""),
                result.printed());
    }
}
