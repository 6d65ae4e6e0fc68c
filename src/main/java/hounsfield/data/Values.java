package hounsfield.data;

import hounsfield.standard.DicomException;
import java.util.List;

/** Decodes the values of elements by their Value Representation (PS3.5 6.2). */
final class Values {
    private Values() {}

    static List<String> strings(Element element, SpecificCharacterSet characterSet) throws DicomException {
        throw new UnsupportedOperationException();
    }

    static int[] ints(Element element) throws DicomException {
        throw new UnsupportedOperationException();
    }

    static double[] doubles(Element element) throws DicomException {
        throw new UnsupportedOperationException();
    }
}
