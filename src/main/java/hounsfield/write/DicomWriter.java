package hounsfield.write;

import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes Data Sets as DICOM files (PS3.10 section 7): preamble, File Meta Information and the Data Set in explicit VR
 * little endian. Sequences and Items have undefined length, so no length is computed beforehand and no Data Set is
 * buffered in memory. Values that are still in a file are copied from it in pieces.
 */
public final class DicomWriter {
    /** Implementation Class UID of this writer (PS3.7 D.3.3.2), which identifies the software that wrote a file. */
    public static final String IMPLEMENTATION_CLASS_UID = Uid.ofName("implementation");

    private static final String IMPLEMENTATION_VERSION_NAME = "HOUNSFIELD_0";
    private static final int PREAMBLE_LENGTH = 128;
    private static final int UNDEFINED_LENGTH = -1;
    private static final int LONGEST_SHORT_VALUE = 0xFFFE;
    private static final int COPY_SIZE = 1 << 16;

    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 12;

    private final OutputStream out;
    private final byte[] header = new byte[LONG_HEADER];

    private DicomWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a file. An existing file is replaced.
     *
     * @param target the file
     * @param syntax an explicit little endian one; it must match the encoding that the pixel data already has
     * @param dataSet a Data Set with SOP Class UID and SOP Instance UID; its File Meta Information (group 0002) is replaced
     * @throws IllegalArgumentException if the syntax is implicit or big endian, or if only one of syntax and pixel data is
     *     encapsulated
     * @throws IOException if the file cannot be written, a UID is missing or a value cannot be read
     */
    public static void write(Path target, TransferSyntax syntax, DataSet dataSet) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), COPY_SIZE)) {
            write(out, syntax, dataSet);
        }
    }

    /**
     * Writes to a stream, which is flushed but not closed.
     *
     * @param out the stream
     * @param syntax see {@link #write(Path, TransferSyntax, DataSet)}
     * @param dataSet see {@link #write(Path, TransferSyntax, DataSet)}
     * @throws IllegalArgumentException see {@link #write(Path, TransferSyntax, DataSet)}
     * @throws IOException if the stream cannot be written, a UID is missing or a value cannot be read
     */
    public static void write(OutputStream out, TransferSyntax syntax, DataSet dataSet) throws IOException {
        if (!syntax.explicitVr() || !syntax.littleEndian()) {
            throw new IllegalArgumentException("Data Sets are written in explicit little endian, not in " + syntax);
        }
        boolean encapsulated = dataSet.find(Tag.PIXEL_DATA)
                .flatMap(Element::bulk)
                .map(BulkData::isEncapsulated)
                .orElse(false);
        if (dataSet.contains(Tag.PIXEL_DATA) && encapsulated != syntax.encapsulated()) {
            throw new IllegalArgumentException("the pixel data is not encoded in " + syntax);
        }
        DicomWriter writer = new DicomWriter(out);
        writer.writeMetaInformation(syntax, dataSet);
        if (syntax.deflated()) writeDeflated(out, dataSet);
        else writer.writeDataSet(dataSet);
        out.flush();
    }

    /** Writes a Data Set as a deflated stream without a header (PS3.5 A.5), padded to an even number of bytes. */
    private static void writeDeflated(OutputStream out, DataSet dataSet) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, COPY_SIZE);
            BufferedOutputStream buffered = new BufferedOutputStream(deflated, COPY_SIZE);
            new DicomWriter(buffered).writeDataSet(dataSet);
            buffered.flush();
            deflated.finish();
            if (deflater.getBytesWritten() % 2 != 0) out.write(0);
        } finally {
            deflater.end();
        }
    }

    /** Writes group 0002 (PS3.10 7.1). The group length counts the bytes after its own element. */
    private void writeMetaInformation(TransferSyntax syntax, DataSet dataSet) throws IOException {
        ByteArrayOutputStream group = new ByteArrayOutputStream();
        DicomWriter meta = new DicomWriter(group);
        meta.writeValue(Element.of(Tag.FILE_META_INFORMATION_VERSION, VR.OB, new byte[] {0, 1}, true));
        meta.writeText(Tag.MEDIA_STORAGE_SOP_CLASS_UID, VR.UI, dataSet.requireString(Tag.SOP_CLASS_UID));
        meta.writeText(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, VR.UI, dataSet.requireString(Tag.SOP_INSTANCE_UID));
        meta.writeText(Tag.TRANSFER_SYNTAX_UID, VR.UI, syntax.uid());
        meta.writeText(Tag.IMPLEMENTATION_CLASS_UID, VR.UI, IMPLEMENTATION_CLASS_UID);
        meta.writeText(Tag.IMPLEMENTATION_VERSION_NAME, VR.SH, IMPLEMENTATION_VERSION_NAME);

        out.write(new byte[PREAMBLE_LENGTH]);
        out.write("DICM".getBytes(StandardCharsets.US_ASCII));
        writeHeader(Tag.FILE_META_INFORMATION_GROUP_LENGTH, VR.UL, 4);
        putInt(0, group.size());
        out.write(header, 0, Integer.BYTES);
        group.writeTo(out);
    }

    /** Walks nested Items with an explicit stack, because a file can nest them deeper than Java's stack allows. */
    private void writeDataSet(DataSet dataSet) throws IOException {
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(new Level(dataSet, dataSet.iterator(), null));
        while (!levels.isEmpty()) {
            Level level = levels.peek();
            if (level.elements.hasNext()) {
                Element element = level.elements.next();
                if (isLeftOut(element)) continue;
                if (element.isSequence()) {
                    writeHeader(element.tag(), VR.SQ, UNDEFINED_LENGTH);
                    levels.push(new Level(
                            DataSet.EMPTY,
                            DataSet.EMPTY.iterator(),
                            element.items().iterator()));
                } else {
                    writeValue(element, swappedWidth(element, level.dataSet));
                }
            } else if (level.items != null && level.items.hasNext()) {
                writeItemHeader(Tag.ITEM, UNDEFINED_LENGTH);
                DataSet item = level.items.next();
                levels.push(new Level(item, item.iterator(), null));
            } else {
                levels.pop();
                boolean outermost = levels.isEmpty();
                if (!outermost)
                    writeItemHeader(
                            level.items != null ? Tag.SEQUENCE_DELIMITATION_ITEM : Tag.ITEM_DELIMITATION_ITEM, 0);
            }
        }
    }

    /** Either the remaining elements of a Data Set or Item, or the remaining Items of a sequence. */
    private record Level(DataSet dataSet, Iterator<Element> elements, Iterator<DataSet> items) {}

    /**
     * File Meta Information is written new. Group lengths are retired and would be wrong (PS3.5 7.2). Group FFFF is not
     * valid (PS3.5 7.8.1): damaged files have such elements, and readers take them for damage.
     */
    private static boolean isLeftOut(Element element) {
        int group = Tag.group(element.tag());
        return group <= 2 || group == 0xFFFF || Tag.element(element.tag()) == 0;
    }

    private void writeText(int tag, VR vr, String text) throws IOException {
        writeValue(Element.of(tag, vr, text.getBytes(StandardCharsets.US_ASCII), true));
    }

    /** Returns the number of bytes that are reversed together to make a value little endian; 1 if it already is. */
    private static int swappedWidth(Element element, DataSet dataSet) {
        if (element.littleEndian()) return 1;
        if (element.tag() != Tag.PIXEL_DATA) return element.vr().swappedWidth();
        // Writers of big endian files swap whole samples, although PS3.5 defines OW as words of 16 bits.
        try {
            int bits = dataSet.findInt(Tag.BITS_ALLOCATED).orElse(0);
            boolean whole = bits > Byte.SIZE && bits <= Long.SIZE && bits % Byte.SIZE == 0;
            return whole ? bits / Byte.SIZE : element.vr().swappedWidth();
        } catch (DicomException e) {
            return element.vr().swappedWidth();
        }
    }

    private void writeValue(Element element) throws IOException {
        writeValue(element, 1);
    }

    private void writeValue(Element element, int width) throws IOException {
        if (element.bulk().isPresent() && element.bulk().get().isEncapsulated()) {
            writeHeader(element.tag(), element.vr(), UNDEFINED_LENGTH);
            copyFragments(element.bulk().get());
            return;
        }
        long length = element.length();
        long padded = length + (length & 1);
        if (padded > 0xFFFFFFFEL) {
            throw new DicomException(length + " bytes are too many for an element", Location.ofTag(element.tag()));
        }
        // A value too long for the 16-bit length of its VR is written as UN (PS3.5 6.2.2 note 2).
        VR vr = !element.vr().longHeader() && padded > LONGEST_SHORT_VALUE ? VR.UN : element.vr();
        writeHeader(element.tag(), vr, (int) padded);
        if (element.bulk().isPresent()) {
            BulkData bulk = element.bulk().get();
            copy(bulk.source(), bulk.offset(), length, width);
        } else {
            out.write(reversed(element.bytes(), element.bytes().length, width));
        }
        if (padded > length) out.write(element.vr().padding());
    }

    private void copy(ByteSource source, long offset, long length, int width) throws IOException {
        byte[] piece = new byte[(int) Math.min(length, COPY_SIZE / width * width)];
        for (long done = 0; done < length; ) {
            int size = (int) Math.min(piece.length, length - done);
            source.read(offset + done, piece, 0, size);
            out.write(reversed(piece, size, width), 0, size);
            done += size;
        }
    }

    /** Copies the Basic Offset Table and the fragments, Item by Item, and writes the Sequence Delimitation Item. */
    private void copyFragments(BulkData bulk) throws IOException {
        ByteSource source = bulk.source();
        byte[] header = new byte[8];
        long position = bulk.offset();
        while (true) {
            source.read(position, header, 0, header.length);
            int tag = littleEndianTag(header);
            long length = Integer.toUnsignedLong(littleEndianInt(header, 4));
            position += header.length;
            if (tag == Tag.SEQUENCE_DELIMITATION_ITEM) break;
            if (tag != Tag.ITEM || length > source.size() - position) {
                throw new MalformedDicomException(
                        "no valid fragment of the pixel data begins here",
                        Location.ofFile(source.name()).withOffset(position - header.length));
            }
            long padded = length + (length & 1);
            writeItemHeader(Tag.ITEM, (int) padded);
            copy(source, position, length, 1);
            if (padded > length) out.write(0);
            position += length;
        }
        writeItemHeader(Tag.SEQUENCE_DELIMITATION_ITEM, 0);
    }

    /** Returns the first {@code length} bytes with the byte order of each group of {@code width} reversed. */
    private static byte[] reversed(byte[] bytes, int length, int width) {
        if (width == 1) return bytes;
        // An incomplete group at the end is copied unchanged.
        byte[] turned = Arrays.copyOf(bytes, length);
        for (int start = 0; start + width <= length; start += width) {
            for (int i = 0, j = start + width - 1; i < width; i++) turned[start + i] = bytes[j - i];
        }
        return turned;
    }

    /** Writes the header of an explicit VR element (PS3.5 7.1.2). */
    private void writeHeader(int tag, VR vr, int length) throws IOException {
        putTag(tag);
        header[4] = (byte) vr.name().charAt(0);
        header[5] = (byte) vr.name().charAt(1);
        if (vr.longHeader()) {
            putShort(6, 0);
            putInt(8, length);
        } else {
            putShort(6, length);
        }
        out.write(header, 0, vr.longHeader() ? LONG_HEADER : SHORT_HEADER);
    }

    /** Writes the header of an Item or delimiter, which has no VR (PS3.5 7.5). */
    private void writeItemHeader(int tag, int length) throws IOException {
        putTag(tag);
        putInt(4, length);
        out.write(header, 0, SHORT_HEADER);
    }

    private void putTag(int tag) {
        putShort(0, Tag.group(tag));
        putShort(2, Tag.element(tag));
    }

    private void putShort(int at, int value) {
        header[at] = (byte) value;
        header[at + 1] = (byte) (value >>> 8);
    }

    private void putInt(int at, int value) {
        putShort(at, value);
        putShort(at + 2, value >>> 16);
    }

    private static int littleEndianTag(byte[] header) {
        int low = littleEndianInt(header, 0);
        return low << 16 | low >>> 16;
    }

    private static int littleEndianInt(byte[] bytes, int at) {
        return bytes[at] & 0xFF
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }
}
