package hounsfield.frame.pixeldata;

import hounsfield.data.BulkData;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import java.util.Optional;
import java.util.OptionalInt;

/** Number of Frames (0028,0008) according to the header. */
public final class FrameCount {
    private FrameCount() {}

    /**
     * Returns the number of frames by the header alone. It is one if the attribute is absent, or if it is empty and
     * native Pixel Data is too short for a second frame.
     *
     * @param file the header
     * @return empty if the attribute is not a positive number, so that Pixel Data must be examined
     */
    public static OptionalInt declared(DicomFile file) {
        DataSet dataSet = file.dataSet();
        if (!dataSet.contains(Tag.NUMBER_OF_FRAMES)) return OptionalInt.of(1);
        try {
            OptionalInt frames = dataSet.findInt(Tag.NUMBER_OF_FRAMES);
            if (frames.isEmpty()) return hasRoomForTwo(file) ? OptionalInt.empty() : OptionalInt.of(1);
            return frames.getAsInt() > 0 ? frames : OptionalInt.empty();
        } catch (DicomException e) {
            return OptionalInt.empty();
        }
    }

    private static boolean hasRoomForTwo(DicomFile file) throws DicomException {
        Optional<BulkData> pixels = file.pixelData().flatMap(Element::bulk);
        if (pixels.isEmpty() || pixels.get().isEncapsulated()) return false;
        DataSet dataSet = file.dataSet();
        double bits = 2.0 * dataSet.findInt(Tag.SAMPLES_PER_PIXEL).orElse(1);
        for (int tag : new int[] {Tag.ROWS, Tag.COLUMNS, Tag.BITS_ALLOCATED})
            bits *= dataSet.findInt(tag).orElse(0);
        return bits > 0 && bits <= (double) pixels.get().length() * Byte.SIZE;
    }
}
