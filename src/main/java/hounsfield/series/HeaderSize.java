package hounsfield.series;

import hounsfield.data.DataSet;
import hounsfield.data.Element;

/** How much memory a header takes. */
final class HeaderSize {
    /** An element's object, its array's head, its places in the Data Set; an Item's likewise [bytes]. */
    private static final int EACH = 96;

    private HeaderSize() {}

    /** About so many bytes; values that stayed in the file do not count. */
    static long of(DataSet dataSet) {
        long bytes = EACH;
        for (Element element : dataSet) {
            bytes += EACH;
            if (element.bulk().isEmpty()) bytes += Math.max(0, element.length());
            for (DataSet item : element.items()) bytes += of(item);
        }
        return bytes;
    }
}
