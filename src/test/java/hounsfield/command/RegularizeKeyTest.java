package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.testing.DicomImages;
import ij.ImagePlus;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The key {@code regularize} of {@code Import DICOM Series...}. */
class RegularizeKeyTest extends MacroCommands {
    @Test
    void theKeyAloneDecidesInMacros() throws IOException {
        int[] places = {0, 1, 3};
        for (int i = 0; i < 3; i++) {
            int value = 100 * places[i];
            DicomImages.write(folder, "IM" + i, DicomImages.slice(i + 1, places[i], 0, value, value, value, value));
        }
        String options = "folder=[" + folder + "]";
        assertEquals(3, run("Import DICOM Series...", options).getStackSize());
        assertEquals(
                3, run("Import DICOM Series...", options + " regularize=no").getStackSize());
        ImagePlus linear = run("Import DICOM Series...", options + " regularize=linear virtual");
        assertEquals(4, linear.getStackSize());
        for (String interpolation : new String[] {"nearest", "linear", "cubic"}) {
            ImagePlus menu = run("Import DICOM Series...", options + " regularize=" + interpolation);
            ImagePlus series = Hounsfield.openSeries(folder.toString());
            OneImage.assertSame(menu, Hounsfield.regularize(series, 0, interpolation), interpolation);
        }
        assertEquals(200, linear.getStack().getProcessor(3).getf(1), 1e-3);
        assertEquals(1, linear.getCalibration().pixelDepth, 1e-9);
        ImagePlus nearest = run("Import DICOM Series...", options + " regularize=Nearest");
        assertEquals(100, nearest.getStack().getProcessor(3).getf(1));
        String message = MacroRun.failure(new ImportSeriesCommand(), options + " regularize=spline");
        assertTrue(message.contains("spline") && message.contains("cubic"), message);
    }

    @Test
    void evenSeriesStay() {
        for (int i = 0; i < 3; i++) {
            DicomImages.write(folder, "IM" + i, DicomImages.slice(i + 1, i, 0, i, 2, 3, 4));
        }
        String options = "folder=[" + folder + "] pixels=16-bit regularize=cubic";
        ImagePlus image = run("Import DICOM Series...", options);
        assertEquals(3, image.getStackSize());
        assertEquals(16, image.getBitDepth());
    }
}
