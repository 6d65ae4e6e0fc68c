package hounsfield.deidentify.pixels;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import java.util.List;

/** Blanks rectangles of the image in Overlay Data (60xx,3000), of one bit per pixel (PS3.3 C.9.2.1.1). */
public final class OverlayRectangles {
    private OverlayRectangles() {}

    /**
     * Blanks rectangles in all overlays of a Data Set.
     *
     * @param dataSet may have overlays
     * @param rectangles in pixels of the image
     * @return a new Data Set; the same object if there are no overlays or rectangles
     * @throws DicomException if Overlay Data cannot be read
     */
    public static DataSet blank(DataSet dataSet, List<Rectangle> rectangles) throws DicomException {
        List<Element> overlays = dataSet.between(Tag.of(0x6000, 0), Tag.of(0x60FF, 0xFFFF));
        if (rectangles.isEmpty() || overlays.isEmpty()) return dataSet;
        DataSet.Builder builder = new DataSet.Builder(dataSet.characterSet());
        for (Element element : dataSet) {
            boolean data = overlays.contains(element) && Tag.element(element.tag()) == Tag.element(Tag.OVERLAY_DATA);
            if (!data) builder.add(element);
            else builder.add(blank(dataSet, element, rectangles));
        }
        return builder.build();
    }

    private static Element blank(DataSet dataSet, Element data, List<Rectangle> rectangles) throws DicomException {
        OptionalAttributes attributes = new OptionalAttributes(dataSet);
        int base = Tag.of(Tag.group(data.tag()) - 0x6000, 0);
        long rows = attributes.integer(base + Tag.OVERLAY_ROWS).orElse(0);
        long columns = attributes.integer(base + Tag.OVERLAY_COLUMNS).orElse(0);
        double[] origin = attributes.numbers(base + Tag.OVERLAY_ORIGIN);
        // The pixel at the upper left of the image is 1\1.
        long top = origin.length > 0 ? (long) origin[0] - 1 : 0;
        long left = origin.length > 1 ? (long) origin[1] - 1 : 0;
        byte[] bytes = littleEndian(data);
        long bits = (long) bytes.length * Byte.SIZE;
        if (rows < 1 || columns < 1) return Element.of(data.tag(), data.vr(), new byte[bytes.length], true);
        for (long frame = 0; frame * rows * columns < bits; frame++) {
            for (Rectangle rectangle : rectangles) {
                long lastRow = Math.min(rows, (long) rectangle.y() + rectangle.height() - top);
                long lastColumn = Math.min(columns, (long) rectangle.x() + rectangle.width() - left);
                for (long y = Math.max(0, rectangle.y() - top); y < lastRow; y++) {
                    for (long x = Math.max(0, rectangle.x() - left); x < lastColumn; x++) {
                        long bit = (frame * rows + y) * columns + x;
                        if (bit < bits) bytes[(int) (bit / 8)] &= (byte) ~(1 << bit % 8);
                    }
                }
            }
        }
        return Element.of(data.tag(), data.vr(), bytes, true);
    }

    private static byte[] littleEndian(Element data) throws DicomException {
        byte[] bytes = data.bytes().clone();
        if (data.littleEndian() || data.vr() != VR.OW) return bytes;
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            byte first = bytes[i];
            bytes[i] = bytes[i + 1];
            bytes[i + 1] = first;
        }
        return bytes;
    }
}
