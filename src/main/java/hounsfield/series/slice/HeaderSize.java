package hounsfield.series.slice;

import hounsfield.data.DataSet;
import hounsfield.data.Element;

/** Estimates the memory of headers. */
public final class HeaderSize {
    /**
     * Size of the objects of an element and of its entries in the Data Set, without its values [bytes]; an Item needs the same size.
     */
    private static final int EACH = 96;

    private HeaderSize() {}

    /**
     * Returns the approximate size of a Data Set in memory, without values that remain in the file.
     *
     * @param dataSet the header
     * @return the size [bytes]
     */
    public static long of(DataSet dataSet) {
        long bytes = EACH;
        for (Element element : dataSet) {
            bytes += EACH;
            if (element.bulk().isEmpty()) bytes += Math.max(0, element.length());
            for (DataSet item : element.items()) bytes += of(item);
        }
        return bytes;
    }
}
