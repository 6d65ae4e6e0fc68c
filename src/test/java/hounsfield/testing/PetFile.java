package hounsfield.testing;

import hounsfield.standard.Tag;
import java.util.Map;
import java.util.TreeMap;

/**
 * A PET image of 2 x 2 pixels to change attribute by attribute. As it is: 400 MBq with a half-life of an hour, administered at
 * 11:00 to a man of 80 kg and 1.8 m; series and acquisition begin at 12:00, so that 200 MBq are left.
 */
public final class PetFile {
    private record Text(String vr, String value) {}

    private final Map<Integer, Text> elements = new TreeMap<>(Integer::compareUnsigned);
    private final Map<Integer, Text> injection = new TreeMap<>(Integer::compareUnsigned);
    private int injections = 1;

    public PetFile() {
        with(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.128");
        with(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4.5.1.1");
        with(Tag.SERIES_DATE, "DA", "20260301").with(Tag.ACQUISITION_DATE, "DA", "20260301");
        with(Tag.SERIES_TIME, "TM", "120000").with(Tag.ACQUISITION_TIME, "TM", "120000");
        with(Tag.MODALITY, "CS", "PT");
        with(Tag.PATIENT_NAME, "PN", "Secret^Name").with(Tag.PATIENT_SEX, "CS", "M");
        with(Tag.PATIENT_SIZE, "DS", "1.8").with(Tag.PATIENT_WEIGHT, "DS", "80");
        with(Tag.STUDY_INSTANCE_UID, "UI", "1.2.3.4").with(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.4.5.1");
        with(Tag.CORRECTED_IMAGE, "CS", "NORM\\DTIM\\ATTN\\SCAT\\DECY");
        with(Tag.RESCALE_INTERCEPT, "DS", "0").with(Tag.RESCALE_SLOPE, "DS", "1");
        with(Tag.UNITS, "CS", "BQML").with(Tag.DECAY_CORRECTION, "CS", "START");
        injected(Tag.RADIOPHARMACEUTICAL_START_TIME, "TM", "110000");
        injected(Tag.RADIONUCLIDE_TOTAL_DOSE, "DS", "400000000");
        injected(Tag.RADIONUCLIDE_HALF_LIFE, "DS", "3600");
    }

    /** Replaces an element that is a text. */
    public PetFile with(int tag, String vr, String value) {
        elements.put(tag, new Text(vr, value));
        return this;
    }

    public PetFile without(int tag) {
        elements.remove(tag);
        injection.remove(tag);
        return this;
    }

    /** Replaces an element of the Radiopharmaceutical Information Sequence. */
    public PetFile injected(int tag, String vr, String value) {
        injection.put(tag, new Text(vr, value));
        return this;
    }

    /** Sets the number of Items of that sequence. */
    public PetFile injections(int count) {
        injections = count;
        return this;
    }

    /** Position, number and slope of a slice of a series. */
    public PetFile slice(int instance, String slope) {
        return with(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4.5.1." + instance)
                .with(Tag.INSTANCE_NUMBER, "IS", Integer.toString(instance))
                .with(Tag.IMAGE_POSITION_PATIENT, "DS", "0\\0\\" + 3 * instance)
                .with(Tag.IMAGE_ORIENTATION_PATIENT, "DS", "1\\0\\0\\0\\1\\0")
                .with(Tag.RESCALE_SLOPE, "DS", slope);
    }

    /** The file in a transfer syntax, with these stored values. */
    public DicomBytes bytes(String transferSyntax, int... values) {
        DicomBytes bytes = DicomBytes.file(transferSyntax);
        boolean layout = false;
        boolean sequence = false;
        for (Map.Entry<Integer, Text> element : elements.entrySet()) {
            if (!layout && Integer.compareUnsigned(element.getKey(), Tag.CORRECTED_IMAGE) >= 0) {
                DicomImages.gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
                layout = true;
            }
            if (!sequence && Integer.compareUnsigned(element.getKey(), Tag.UNITS) >= 0) {
                DicomBytes[] items = new DicomBytes[injections];
                for (int i = 0; i < injections; i++) {
                    DicomBytes item = bytes.same();
                    injection.forEach((tag, text) -> item.text(tag, text.vr(), text.value()));
                    items[i] = item;
                }
                bytes.sequence(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, items);
                sequence = true;
            }
            bytes.text(
                    element.getKey(),
                    element.getValue().vr(),
                    element.getValue().value());
        }
        return bytes.shorts(Tag.PIXEL_DATA, "OW", values);
    }

    /** The file with the stored values 0, 1000, 5000 and 60000. */
    public DicomBytes bytes() {
        return bytes(DicomBytes.EXPLICIT_LITTLE_ENDIAN, 0, 1000, 5000, 60000);
    }

    /** Gives a frame of an enhanced image, counted from 0, its rescale, whose slope is 2 for the first and 3 for the second. */
    public static DicomBytes rescaled(DicomBytes groups, int frame, String rescaleType) {
        return groups.sequence(
                Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
                groups.same()
                        .text(Tag.RESCALE_INTERCEPT, "DS", "0")
                        .text(Tag.RESCALE_SLOPE, "DS", "" + (frame + 2))
                        .text(Tag.RESCALE_TYPE, "LO", rescaleType));
    }
}
