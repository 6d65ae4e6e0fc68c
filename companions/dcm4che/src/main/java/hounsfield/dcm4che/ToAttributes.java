package hounsfield.dcm4che;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.VR;

/** Converts a Data Set to little endian Attributes. Native values that are still in a file stay there, as bulk data. */
final class ToAttributes {
    private static final int ITEM_HEADER = 8;

    private ToAttributes() {}

    static Attributes of(DataSet dataSet) throws IOException {
        return of(dataSet, 0);
    }

    private static Attributes of(DataSet dataSet, int depth) throws IOException {
        if (depth > Dcm4che.DEEPEST) throw Dcm4che.tooDeep();
        Attributes attributes = new Attributes(dataSet.size());
        for (Element element : dataSet) add(element, attributes, depth);
        return attributes;
    }

    private static void add(Element element, Attributes attributes, int depth) throws IOException {
        int tag = element.tag();
        VR vr = VR.valueOf(element.vr().name());
        Optional<BulkData> bulk = element.bulk();
        if (element.isSequence()) {
            Sequence items = attributes.newSequence(tag, element.items().size());
            for (DataSet item : element.items()) items.add(of(item, depth + 1));
        } else if (bulk.isPresent() && bulk.get().isEncapsulated()) {
            addFragments(bulk.get(), attributes.newFragments(tag, vr, 2), tag);
        } else if (element.length() == 0) {
            attributes.setNull(tag, vr);
        } else if (bulk.isPresent()
                && FileByteSource.pathOf(bulk.get().source()).isPresent()) {
            Path path = FileByteSource.pathOf(bulk.get().source()).get();
            String uri = path.toUri().toString();
            attributes.setValue(
                    tag,
                    vr,
                    new org.dcm4che3.data.BulkData(
                            uri, bulk.get().offset(), bulk.get().length(), !element.littleEndian()));
        } else {
            byte[] bytes = element.bytes();
            attributes.setBytes(tag, vr, element.littleEndian() ? bytes : vr.toggleEndian(bytes, true));
        }
    }

    /** Copies the Basic Offset Table and the fragments (PS3.5 A.4). */
    private static void addFragments(BulkData bulk, Fragments fragments, int tag) throws IOException {
        try (ByteSource source = bulk.source().open()) {
            long position = bulk.offset();
            byte[] header = new byte[ITEM_HEADER];
            while (true) {
                source.read(position, header, 0, ITEM_HEADER);
                int item = number(header, 0) << Short.SIZE | number(header, 2);
                long length = number(header, 4) | (long) number(header, 6) << Short.SIZE;
                position += ITEM_HEADER;
                if (item == Tag.SEQUENCE_DELIMITATION_ITEM) return;
                if (item != Tag.ITEM || length > Math.min(source.size() - position, Integer.MAX_VALUE - 64)) {
                    throw new MalformedDicomException(
                            "no valid fragment begins here",
                            new Location(source.name(), tag, Location.UNKNOWN, position - ITEM_HEADER));
                }
                byte[] fragment = new byte[(int) length];
                source.read(position, fragment, 0, fragment.length);
                fragments.add(fragment);
                position += length;
            }
        }
    }

    private static int number(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << Byte.SIZE;
    }
}
