package hounsfield.calibrate.suv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.testing.PetFile;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SUV of Legacy Converted Enhanced PET Image Storage (PS3.3 A.72): what the single-frame images had at their top level is in
 * the sequences of unassigned attributes. 370 MBq of 18F, administered an hour before a scan whose Series Time is later.
 */
class LegacyConvertedPetTest {
    private static final double HALF_LIFE = 6586.2;
    private static final double FACTOR = 72_500 / (3.7e8 * Math.pow(2, -3600 / HALF_LIFE));

    @TempDir
    Path folder;

    /** Philips' factor to SUVbw of each frame, where the values are counts. */
    private double[] philips = {};

    private String write(String rescaleType, String units, String decayCorrection, boolean timesInContent) {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.128.1")
                .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4.5.6")
                .text(Tag.SERIES_DATE, "DA", "20260302")
                .text(Tag.SERIES_TIME, "TM", "180000")
                .text(Tag.MODALITY, "CS", "PT")
                .text(Tag.PATIENT_WEIGHT, "DS", "72.5")
                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.4.5");
        DicomImages.twoFrames(bytes);
        DicomBytes injection = bytes.same()
                .text(Tag.RADIOPHARMACEUTICAL_START_TIME, "TM", "090000")
                .text(Tag.RADIONUCLIDE_TOTAL_DOSE, "DS", "370000000")
                .text(Tag.RADIONUCLIDE_HALF_LIFE, "DS", Double.toString(HALF_LIFE));
        DicomBytes shared = bytes.same()
                .text(Tag.CORRECTED_IMAGE, "CS", "ATTN\\DECY")
                .sequence(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, injection);
        if (!units.isEmpty()) shared.text(Tag.UNITS, "CS", units);
        shared.text(Tag.DECAY_CORRECTION, "CS", decayCorrection);
        bytes.sequence(
                Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                bytes.same().sequence(Tag.UNASSIGNED_SHARED_CONVERTED_ATTRIBUTES_SEQUENCE, shared));
        DicomBytes[] frames = new DicomBytes[2];
        for (int i = 0; i < 2; i++) {
            // The second bed position is acquired 5 minutes later.
            DicomBytes content = bytes.same();
            DicomBytes own = bytes.same();
            if (timesInContent) {
                content.text(Tag.FRAME_ACQUISITION_DATE_TIME, "DT", "202603021" + (i == 0 ? "00000" : "00500"));
            } else {
                own.text(Tag.ACQUISITION_DATE, "DA", "20260302")
                        .text(Tag.ACQUISITION_TIME, "TM", i == 0 ? "100000" : "100500");
            }
            if (philips.length > 0) {
                own.text(0x70530010, "LO", "Philips PET Private Group")
                        .text(0x70531000, "DS", Double.toString(philips[i]));
            }
            frames[i] = bytes.same()
                    .sequence(Tag.FRAME_CONTENT_SEQUENCE, content)
                    .sequence(Tag.UNASSIGNED_PER_FRAME_CONVERTED_ATTRIBUTES_SEQUENCE, own);
            PetFile.rescaled(frames[i], i, rescaleType);
        }
        bytes.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames);
        return DicomImages.write(folder, "pet.dcm", DicomImages.pixels(bytes, 1000, 2000, 3000, 4000))
                .toString();
    }

    private static double value(ImagePlus image, int slice, int x) {
        return image.getStack().getProcessor(slice).getf(x);
    }

    /** Without a unit in the transformation it is Units of the converted images; the scan is at the first acquisition. */
    @Test
    void theAttributesOfTheConvertedImagesCount() throws IOException {
        for (String rescaleType : new String[] {"US", "BQML"}) {
            for (boolean timesInContent : new boolean[] {false, true}) {
                ImagePlus image = Hounsfield.open(write(rescaleType, "BQML", "START", timesInContent));
                assertEquals("BQML", ImageUnit.of(image));
                ImagePlus suv = Hounsfield.suv(image);
                assertEquals("SUVbw", ImageUnit.of(suv));
                assertEquals(2 * 1000 * FACTOR, value(suv, 1, 0), 1e-6);
                assertEquals(3 * 4000 * FACTOR, value(suv, 2, 1), 1e-6);
            }
        }
    }

    @Test
    void privateFactorsAreThoseOfEachFrame() throws IOException {
        philips = new double[] {0.5, 0.25};
        ImagePlus suv = Hounsfield.suv(Hounsfield.open(write("US", "CNTS", "START", false)));
        assertEquals(2 * 1000 * 0.5, value(suv, 1, 0), 1e-6);
        assertEquals(3 * 3000 * 0.25, value(suv, 2, 0), 1e-6);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertTrue(refusal("US", "", "START").contains("Units is missing"), refusal("US", "", "START"));
        assertTrue(refusal("US", "BQML", "NONE").contains("Decay Correction"), refusal("US", "BQML", "NONE"));
    }

    private String refusal(String rescaleType, String units, String decayCorrection) throws IOException {
        ImagePlus image = Hounsfield.open(write(rescaleType, units, decayCorrection, false));
        return assertThrows(DicomException.class, () -> Hounsfield.suv(image)).getMessage();
    }
}
