package hounsfield.dcm4che;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.SpecificCharacterSet;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.UnsupportedDicomException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.BulkData;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.Value;

/** Converts Attributes to a Data Set. Values are encoded as in a file; those that are still in a file stay there. */
final class ToDataSet {
    private static final int ITEM_HEADER = 8;
    private static final int LARGEST = Integer.MAX_VALUE - 64;
    private static final byte[] NOTHING = {};

    private ToDataSet() {}

    static DataSet of(Attributes attributes) throws IOException {
        return of(attributes, SpecificCharacterSet.DEFAULT, 0);
    }

    private static DataSet of(Attributes attributes, SpecificCharacterSet inherited, int depth) throws IOException {
        if (depth > Dcm4che.DEEPEST) throw Dcm4che.tooDeep();
        DataSet.Builder builder = new DataSet.Builder(inherited);
        // Texts of the Items below depend on it.
        List<String> terms = terms(attributes);
        if (!terms.isEmpty()) builder.characterSet(SpecificCharacterSet.of(terms));
        for (int tag : attributes.tags()) builder.add(element(attributes, tag, builder.characterSet(), depth));
        return builder.build();
    }

    private static List<String> terms(Attributes attributes) {
        String[] terms = attributes.getStrings(Tag.SPECIFIC_CHARACTER_SET);
        List<String> all = new ArrayList<>();
        // dcm4che has null for an empty value.
        if (terms != null) for (String term : terms) all.add(term == null ? "" : term);
        return all;
    }

    private static Element element(Attributes attributes, int tag, SpecificCharacterSet set, int depth)
            throws IOException {
        org.dcm4che3.data.VR.Holder holder = new org.dcm4che3.data.VR.Holder();
        Object value = attributes.getValue(tag, holder);
        if (value instanceof Sequence sequence) {
            List<DataSet> items = new ArrayList<>(sequence.size());
            for (Attributes item : sequence) items.add(of(item, set, depth + 1));
            return Element.sequence(tag, items);
        }
        VR vr = VR.valueOf(holder.vr.name());
        if (vr == VR.SQ) return Element.sequence(tag, List.of());
        if (value instanceof Fragments fragments) return fragments(tag, vr, fragments);
        boolean littleEndian = !attributes.bigEndian();
        if (value instanceof BulkData bulk) return bulk(tag, vr, bulk, littleEndian);
        byte[] bytes = attributes.getBytes(tag);
        return Element.of(tag, vr, bytes == null ? NOTHING : bytes, littleEndian);
    }

    private static Element bulk(int tag, VR vr, BulkData bulk, boolean littleEndian) throws IOException {
        if (isInFile(bulk)) {
            FileByteSource source = new FileByteSource(bulk.getFile().toPath());
            var range = new hounsfield.data.BulkData(source, bulk.offset(), bulk.longLength());
            return Element.bulk(tag, vr, range, !bulk.bigEndian());
        }
        byte[] bytes = bulk.toBytes(holderOf(vr), !littleEndian);
        return Element.of(tag, vr, bytes, littleEndian);
    }

    private static boolean isInFile(BulkData bulk) {
        return bulk.getURI() != null && bulk.getURI().startsWith("file:") && bulk.longLength() >= 0;
    }

    private static org.dcm4che3.data.VR holderOf(VR vr) {
        return org.dcm4che3.data.VR.valueOf(vr.name());
    }

    /** Encodes fragments as Items (PS3.5 A.4). */
    private static Element fragments(int tag, VR vr, Fragments fragments) throws IOException {
        ByteArrayOutputStream items = new ByteArrayOutputStream();
        for (Object fragment : fragments) {
            byte[] bytes = bytes(fragment, tag);
            long size = (long) items.size() + 2 * ITEM_HEADER + bytes.length + 1;
            if (size > LARGEST) throw new UnsupportedDicomException("fragments are too many", Location.ofTag(tag));
            header(items, Tag.ITEM, bytes.length + (bytes.length & 1));
            items.writeBytes(bytes);
            if (bytes.length % 2 != 0) items.write(0);
        }
        header(items, Tag.SEQUENCE_DELIMITATION_ITEM, 0);
        ArrayByteSource source = new ArrayByteSource("fragments", items.toByteArray());
        var bulk = new hounsfield.data.BulkData(source, 0, hounsfield.data.BulkData.UNDEFINED);
        return Element.bulk(tag, vr, bulk, true);
    }

    private static byte[] bytes(Object fragment, int tag) throws IOException {
        if (fragment instanceof byte[] bytes) return bytes;
        if (fragment == Value.NULL) return NOTHING;
        if (fragment instanceof BulkData bulk && isInFile(bulk)) {
            return bulk(tag, VR.OB, bulk, true).bytes();
        }
        if (fragment instanceof BulkData bulk) return bulk.toBytes(org.dcm4che3.data.VR.OB, false);
        throw new DicomException("a fragment is neither bytes nor bulk data", Location.ofTag(tag));
    }

    private static void header(ByteArrayOutputStream out, int tag, int length) {
        int[] parts = {Tag.group(tag), Tag.element(tag), length & 0xFFFF, length >>> Short.SIZE};
        for (int part : parts) {
            out.write(part);
            out.write(part >>> Byte.SIZE);
        }
    }
}
