package hounsfield.dcm4che;

import hounsfield.data.BulkData;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.SpecificCharacterSet;
import hounsfield.standard.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.dcm4che3.data.Fragments;

/**
 * Compares Data Sets. dcm4che drops group lengths (gggg,0000) and the padding of texts that it has decoded, and fragments of odd length
 * are padded when they are encoded again: these are no differences. Says where the first difference is, without values.
 */
final class Same {
    private Same() {}

    /** Returns the first difference; empty if there is none. */
    static String difference(DataSet one, DataSet other) throws IOException {
        Iterator<Element> others = other.iterator();
        for (Element element : one) {
            if (Tag.element(element.tag()) == 0) continue;
            if (!others.hasNext()) return element + " is in one only";
            String difference = difference(element, others.next());
            if (!difference.isEmpty()) return difference;
        }
        return others.hasNext() ? others.next() + " is in the other only" : "";
    }

    private static String difference(Element one, Element other) throws IOException {
        if (one.tag() != other.tag() || one.vr() != other.vr()) return one + " and " + other;
        List<DataSet> items = one.items();
        if (items.size() != other.items().size()) return one + " has another number of Items";
        for (int i = 0; i < items.size(); i++) {
            String inside = difference(items.get(i), other.items().get(i));
            if (!inside.isEmpty()) return one + ", Item " + (i + 1) + ": " + inside;
        }
        boolean encapsulated = isEncapsulated(one);
        if (encapsulated != isEncapsulated(other)) return one + " is encapsulated in one only";
        if (encapsulated) return sameFragments(one, other) ? "" : one + " has other fragments";
        boolean ordered = one.littleEndian() == other.littleEndian();
        byte[] bytes =
                ordered ? other.bytes() : reversed(other.bytes(), other.vr().swappedWidth());
        boolean same = one.vr().isText() ? text(one.bytes()).equals(text(bytes)) : Arrays.equals(one.bytes(), bytes);
        return same ? "" : one + " has other bytes";
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        // Blanks around backslashes are padding, too.
        return text.replaceAll("[ \0]*(\\\\|$)[ ]*", "$1");
    }

    private static byte[] reversed(byte[] bytes, int width) {
        byte[] turned = bytes.clone();
        for (int i = 0; i + width <= bytes.length; i += width) {
            for (int j = 0; j < width; j++) turned[i + j] = bytes[i + width - 1 - j];
        }
        return turned;
    }

    private static boolean isEncapsulated(Element element) {
        return element.bulk().map(BulkData::isEncapsulated).orElse(false);
    }

    private static boolean sameFragments(Element one, Element other) throws IOException {
        List<Object> all = fragments(one);
        List<Object> others = fragments(other);
        if (all.size() != others.size()) return false;
        for (int i = 0; i < all.size(); i++) {
            if (!Arrays.equals(padded(all.get(i)), padded(others.get(i)))) return false;
        }
        return true;
    }

    private static List<Object> fragments(Element element) throws IOException {
        DataSet alone =
                new DataSet.Builder(SpecificCharacterSet.DEFAULT).add(element).build();
        return List.copyOf((Fragments) Dcm4che.attributes(alone).getValue(element.tag()));
    }

    private static byte[] padded(Object fragment) {
        byte[] bytes = fragment instanceof byte[] there ? there : new byte[0];
        return Arrays.copyOf(bytes, bytes.length + (bytes.length & 1));
    }
}
