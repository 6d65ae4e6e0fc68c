package hounsfield.imagej.save;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.imagej.Hounsfield;
import hounsfield.phantom.CtPhantom;
import hounsfield.testing.ExternalProgram;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * New files as other programs see them: the validator of dicom3tools finds no error, and dcmtk, GDCM and pydicom read the same
 * pixels. Skipped where a program is not installed.
 */
class OtherReadersTest {
    /** The installed release supports neither Label Map Segmentation nor deflated files. */
    private static final String[] FILES = {
        "series/IM0001.dcm",
        "rle/IM0002.dcm",
        "capture/IM0003.dcm",
        "frames.dcm",
        "frames-rle.dcm",
        "frames-float.dcm",
        "color.dcm",
        "color-rle.dcm",
        "gray.dcm",
        "deep.dcm",
        "segmentation.dcm",
        "structures.dcm"
    };

    @TempDir
    static Path folder;

    private static ImagePlus image;

    @BeforeAll
    static void write() throws Exception {
        new CtPhantom().write(folder.resolve("ct"));
        image = Hounsfield.openSeries(folder.resolve("ct").toString());
        save("series", "series", "none", "16-bit");
        save("rle", "series", "RLE", "16-bit");
        save("capture", "secondary capture", "none", "16-bit");
        save("frames.dcm", "multi-frame", "none", "16-bit");
        save("frames-rle.dcm", "multi-frame", "RLE", "16-bit");
        save("frames-deflated.dcm", "multi-frame", "deflated", "16-bit");
        save("frames-float.dcm", "multi-frame", "none", "float");
        int[] colors = new int[60];
        for (int i = 0; i < colors.length; i++) colors[i] = i * 4_000_037;
        ImagePlus color = new ImagePlus("color", new ColorProcessor(10, 6, colors));
        Hounsfield.saveDicom(color, folder.resolve("color.dcm").toString());
        ImagePlus gray = new ImagePlus("gray", color.getProcessor().convertToByte(false));
        Hounsfield.saveDicom(gray, folder.resolve("gray.dcm").toString());
        Hounsfield.saveDicomAs(
                color, folder.resolve("color-rle.dcm").toString(), "secondary capture", "RLE", "16-bit", "");
        ImagePlus deep =
                new ImagePlus("deep", color.getProcessor().convertToByte(false).convertToShort(false));
        Hounsfield.saveDicom(deep, folder.resolve("deep.dcm").toString());
        Roi roi = new OvalRoi(100, 80, 61, 43);
        roi.setName("Liver");
        roi.setPosition(3);
        image.setOverlay(new Overlay(roi));
        Hounsfield.saveRegions(image, folder.resolve("segmentation.dcm").toString(), "segmentation", "overlay");
        Hounsfield.saveRegions(image, folder.resolve("structures.dcm").toString(), "structure set", "overlay");
    }

    private static void save(String name, String form, String compress, String values) throws IOException {
        Hounsfield.saveDicomAs(image, folder.resolve(name).toString(), form, compress, values, "");
    }

    @Test
    void theValidatorFindsNoError() throws Exception {
        for (String name : FILES) {
            String output =
                    ExternalProgram.run("dciodvfy", "-new", folder.resolve(name).toString());
            List<String> errors =
                    output.lines().filter(line -> line.startsWith("Error")).toList();
            assertEquals(List.of(), errors, name);
        }
    }

    private static float[] slice(ImagePlus stack, int n) {
        return (float[]) stack.getStack().getProcessor(n).convertToFloat().getPixels();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dcmdrle", "gdcmconv"})
    void rleOfOtherDecodersIsOurs(String program) throws Exception {
        Path native1 = folder.resolve(program + "1.dcm");
        Path nativeAll = folder.resolve(program + "2.dcm");
        String[] raw = program.equals("gdcmconv") ? new String[] {program, "--raw"} : new String[] {program};
        decode(raw, folder.resolve("rle/IM0002.dcm"), native1);
        decode(raw, folder.resolve("frames-rle.dcm"), nativeAll);
        assertArrayEquals(slice(image, 2), slice(Hounsfield.open(native1.toString()), 1));
        ImagePlus all = Hounsfield.open(nativeAll.toString());
        for (int n = 1; n <= image.getStackSize(); n++) assertArrayEquals(slice(image, n), slice(all, n), "slice " + n);
    }

    private static void decode(String[] command, Path in, Path out) throws Exception {
        String[] all = Arrays.copyOf(command, command.length + 2);
        all[command.length] = in.toString();
        all[command.length + 1] = out.toString();
        ExternalProgram.run(all);
    }

    /** Sums over all values after the rescale, which pydicom does not apply itself. */
    @Test
    void pydicomReadsTheSameValues() throws Exception {
        String script = """
                import sys, numpy, pydicom
                for name in sys.argv[1:]:
                    d = pydicom.dcmread(name)
                    p = d.pixel_array.astype('float64')
                    t = d
                    if 'SharedFunctionalGroupsSequence' in d:
                        t = d.SharedFunctionalGroupsSequence[0].PixelValueTransformationSequence[0]
                    v = p * float(t.get('RescaleSlope', 1)) + float(t.get('RescaleIntercept', 0))
                    weights = numpy.arange(1, v.size + 1) % 1009
                    print(int(round(v.sum())), int(round((v.ravel() * weights).sum())))
                """;
        Path file = Files.writeString(folder.resolve("sums.py"), script);
        Assumptions.assumeTrue(
                ExternalProgram.run("/usr/bin/python3", "-c", "import numpy, pydicom; print('there')")
                        .contains("there"),
                "pydicom is not installed");
        String output = ExternalProgram.run(
                "/usr/bin/python3",
                file.toString(),
                folder.resolve("series/IM0001.dcm").toString(),
                folder.resolve("rle/IM0002.dcm").toString(),
                folder.resolve("capture/IM0003.dcm").toString(),
                folder.resolve("frames.dcm").toString(),
                folder.resolve("frames-rle.dcm").toString(),
                folder.resolve("frames-deflated.dcm").toString(),
                folder.resolve("frames-float.dcm").toString());
        String all = sums(1, image.getStackSize());
        assertEquals(
                List.of(sums(1, 1), sums(2, 2), sums(3, 3), all, all, all, all),
                output.lines().toList());
    }

    private static String sums(int first, int last) {
        long sum = 0;
        long weighted = 0;
        int index = 1;
        for (int n = first; n <= last; n++) {
            for (float value : slice(image, n)) {
                sum += (long) value;
                weighted += (long) value * (index++ % 1009);
            }
        }
        return sum + " " + weighted;
    }
}
