package hounsfield.command;

import static hounsfield.command.MacroRun.of;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import hounsfield.calibrate.PixelPadding;
import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.memory.ImagePadding;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import ij.ImagePlus;
import ij.Undo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Value metadata changes with the pixels when they are replaced, and is restored by Undo. */
class ReplacedValuesTest extends MacroCommands {
    /** A 2 x 2 slice of an MR: padding, 10, 20, 30. */
    private String file() {
        DicomBytes bytes = DicomImages.ct("1", 1);
        DicomImages.gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false).us(Tag.PIXEL_PADDING_VALUE, 0);
        return DicomImages.write(folder, "mr.dcm", DicomImages.pixels(bytes, 0, 10, 20, 30))
                .toString();
    }

    private static double count(ImagePlus image) {
        return Hounsfield.statistics(image).get("count");
    }

    @Test
    void resultsThatEqualThePaddingCount() throws IOException {
        ImagePlus image = Hounsfield.open(file());
        assertEquals(3, count(image));
        assertSame(image, of(image, "Equalize DICOM Frequency Bins...", "bins=3"));
        assertArrayEquals(
                new float[] {0, 0, 0.5f, 1}, (float[]) image.getProcessor().getPixels(), 1e-6f);
        assertEquals(4, count(image));
        assertEquals(List.of(Optional.empty()), ImagePadding.of(image));
        assertEquals(4, count(image.duplicate()));
        Undo.undo();
        assertArrayEquals(
                new float[] {0, 10, 20, 30}, (float[]) image.getProcessor().getPixels());
        assertEquals(3, count(image));
        assertEquals(List.of(Optional.of(new PixelPadding(0, 0))), ImagePadding.of(image));
        assertEquals(3, count(image.duplicate()));
    }

    @Test
    void rangesKeepThePaddingThatTheyLeave() throws IOException {
        ImagePlus image = Hounsfield.open(file());
        assertSame(image, of(image, "HU Range...", "min=15 max=25 outside=clip"));
        assertEquals(3, count(image));
        of(image, "HU Range...", "min=0 max=20 outside=black");
        assertEquals(4, count(image));
        Undo.undo();
        assertEquals(3, count(image));
        of(image, "HU Range...", "min=0 max=20 outside=nan");
        assertEquals(2, count(image));
    }

    @Test
    void undoGoesBackOneStepOfTwo() throws IOException {
        ImagePlus image = Hounsfield.open(file());
        of(image, "Equalize DICOM Frequency Bins...", "bins=3");
        of(image, "Equalize DICOM Frequency Bins...", "bins=2");
        Undo.undo();
        assertEquals(4, count(image));
        // Redo.
        Undo.undo();
        assertEquals(4, count(image));
    }

    @Test
    void revertBringsThePaddingBack() throws IOException {
        ImagePlus image = Hounsfield.open(file());
        of(image, "Equalize DICOM Frequency Bins...", "bins=3");
        image.changes = false;
        image.revert();
        assertEquals(3, count(image));
    }

    @Test
    void storedValuesOfSixteenBitImagesAreTheirOwnNumbers() throws IOException {
        DicomBytes bytes = DicomImages.ct("1", 1);
        DicomImages.gray(bytes, "MONOCHROME2", 2, 2, 16, 16, true);
        String path = DicomImages.write(folder, "signed.dcm", DicomImages.pixels(bytes, 0, 10, 20, 30))
                .toString();
        ImagePlus image = Hounsfield.open16Bit(path);
        assertEquals(0, Hounsfield.histogramOfStored(image)[0][0]);
        assertSame(image, of(image, "Equalize DICOM Frequency Bins...", "bins=3 output=16-bit"));
        assertEquals(0, Hounsfield.histogramOfStored(image)[0][0]);
        Undo.undo();
        assertEquals(0, Hounsfield.histogramOfStored(image)[0][0]);
    }
}
