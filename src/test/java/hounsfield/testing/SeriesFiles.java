package hounsfield.testing;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import hounsfield.standard.Tag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Builds the files of a series of images of 1 x 1 pixels, whose stored values are their names. */
public final class SeriesFiles {
    public static final String AXIAL = "1\\0\\0\\0\\1\\0";
    public static final String SAGITTAL = "0\\1\\0\\0\\0\\-1";
    public static final String CORONAL = "1\\0\\0\\0\\0\\-1";

    private final Map<String, DicomBytes> files = new LinkedHashMap<>();

    /** Adds an axial image at x = y = 0. */
    public void add(int value, int instance, double z, UnaryOperator<DicomBytes> more) {
        add(value, instance, "0\\0\\" + z, AXIAL, more);
    }

    /** Adds an image with elements of its own. */
    public void add(int value, int instance, String position, String orientation, UnaryOperator<DicomBytes> more) {
        DicomBytes bytes = more.apply(DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_INSTANCE_UID, "UI", "1.9." + value)
                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2")
                .text(Tag.SERIES_NUMBER, "IS", "7")
                .text(Tag.INSTANCE_NUMBER, "IS", Integer.toString(instance)));
        add(value, DicomImages.at(bytes, position, orientation));
    }

    /** Adds an image whose elements are all given, except for those of its pixels. */
    public void add(int value, DicomBytes bytes) {
        DicomBytes image = DicomImages.gray(bytes, "MONOCHROME2", 1, 1, 16, 16, false);
        files.put("f" + value, DicomImages.pixels(image, value));
    }

    /** Returns the files in an order that has nothing to do with that of the series. */
    public List<ByteSource> shuffled() {
        List<ByteSource> shuffled = new ArrayList<>();
        files.forEach((name, bytes) -> shuffled.add(new ArrayByteSource(name, bytes.toBytes())));
        Collections.shuffle(shuffled, new Random(1));
        return shuffled;
    }

    /** Writes the files into a folder. */
    public void write(Path folder) {
        files.forEach((name, bytes) -> DicomImages.write(folder, name, bytes));
    }

    /** Returns an element of text. */
    public static UnaryOperator<DicomBytes> text(int tag, String vr, String value) {
        return bytes -> bytes.text(tag, vr, value);
    }
}
