package hounsfield.parse;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteReader;
import hounsfield.bytes.ByteSource;
import hounsfield.bytes.packed.GzipByteSource;
import hounsfield.bytes.packed.InflatingByteSource;
import hounsfield.data.DataSet;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.NotDicomException;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads a DICOM file (PS3.10 section 7): preamble, File Meta Information and Data Set, each as far as present. */
final class FileParser {
    private static final int PREAMBLE = 128;
    private static final int DICM = 'D' << 24 | 'I' << 16 | 'C' << 8 | 'M';

    /** Largest number of bytes that Deflate expands one byte to. */
    private static final long LARGEST_DEFLATE_RATIO = 1032;

    /** Limit of an inflated header [bytes]; more is an attack on memory and time. */
    private static final long LARGEST_DEFLATED_HEADER = 64L << 20;

    private final ByteSource home;
    private final ByteSource opened;
    private final long size;
    private final Diagnostics diagnostics = new Diagnostics();

    private FileParser(ByteSource home, ByteSource opened) throws IOException {
        this.home = home;
        this.opened = opened;
        this.size = opened.size();
    }

    /** @param home the source for values that remain in the file */
    static DicomFile parse(ByteSource home) throws IOException {
        try (ByteSource opened = home.open()) {
            return new FileParser(home, opened).parse();
        } catch (DicomException e) {
            throw e.at(Location.ofFile(home.name()));
        }
    }

    private DicomFile parse() throws IOException {
        ByteReader reader = new ByteReader(opened, 0);
        boolean gzip = reader.has(2) && GzipByteSource.isGzip(reader.peekByte(0), reader.peekByte(1));
        if (gzip && !hasPreamble(reader)) return parseGzip();
        Encoding bare = skipPreamble(reader);
        DataSet meta = readMeta(reader);
        Optional<String> uid = meta.findString(Tag.TRANSFER_SYNTAX_UID);
        if (uid.isPresent()) {
            TransferSyntax syntax = TransferSyntax.of(uid.get());
            return syntax.deflated()
                    ? readDeflated(reader.position(), syntax, meta)
                    : readDataSet(reader, home, size, syntax, Encoding.of(syntax), meta, DataSetParser.NEVER);
        }
        Encoding guess = bare != null && meta.size() == 0 ? bare : Encoding.EXPLICIT_LITTLE_ENDIAN;
        Encoding found = Encoding.detect(reader, guess);
        diagnostics.add("the file names no transfer syntax; it is read as " + found);
        return readDataSet(reader, home, size, found.nativeSyntax(), found, meta, DataSetParser.NEVER);
    }

    private static boolean hasPreamble(ByteReader reader) throws IOException {
        return reader.has(PREAMBLE + 4)
                && reader.peekByte(PREAMBLE) == 'D'
                && reader.peekByte(PREAMBLE + 1) == 'I'
                && reader.peekByte(PREAMBLE + 2) == 'C'
                && reader.peekByte(PREAMBLE + 3) == 'M';
    }

    /**
     * Reads the content of a gzip file, if it is a DICOM file with a preamble. All other content is refused before more than
     * its start is inflated, since folders hold large gzip files of other kinds.
     */
    private DicomFile parseGzip() throws IOException {
        GzipByteSource content = gzippedDicom();
        if (content == null) throw NotDicomException.packed("a gzip file", Location.NOWHERE);
        return parse(content);
    }

    /** Returns the content if it is a DICOM file; otherwise {@code null}. */
    private GzipByteSource gzippedDicom() throws IOException {
        // A gzip file in a gzip file is not opened.
        if (home instanceof GzipByteSource) return null;
        try {
            GzipByteSource content = GzipByteSource.of(home);
            ByteSource head = new ArrayByteSource(home.name(), content.head(PREAMBLE + 4));
            return hasPreamble(new ByteReader(head, 0)) ? content : null;
        } catch (MalformedDicomException e) {
            return null;
        }
    }

    /** Moves the reader to the first element; returns the detected encoding if there is no DICM prefix. */
    private Encoding skipPreamble(ByteReader reader) throws IOException {
        reader.littleEndian(false);
        if (hasPreamble(reader)) {
            ExecutablePreamble.warning(reader).ifPresent(diagnostics::add);
            reader.seek(PREAMBLE + 4);
            return null;
        }
        if (reader.has(4) && reader.peekInt(0) == DICM) {
            diagnostics.add("the file has no preamble");
            reader.seek(4);
            return null;
        }
        Encoding encoding = Encoding.ofBareDataSet(reader, size);
        if (encoding == null) {
            throw ForeignContent.refuse(reader);
        }
        return encoding;
    }

    /** Reads group 0002, which is always Explicit VR Little Endian (PS3.10 7.1) and ends with the group. */
    private DataSet readMeta(ByteReader reader) throws IOException {
        reader.littleEndian(true);
        if (!reader.has(8) || reader.peekShort(0) != 0x0002) return DataSet.EMPTY;
        Encoding encoding = Encoding.detect(reader, Encoding.EXPLICIT_LITTLE_ENDIAN);
        long end = metaEnd(reader);
        return new DataSetParser(reader, home, true, diagnostics)
                .parse(
                        encoding,
                        size,
                        (tag, soFar, position) -> Tag.group(tag) != 0x0002 || position >= end && isDeflated(soFar));
    }

    /** Returns the end by the group length, needed only if deflated bytes follow, which can look like another element. */
    private static long metaEnd(ByteReader reader) throws IOException {
        boolean hasLength = reader.has(12)
                && reader.peekTag(0) == Tag.FILE_META_INFORMATION_GROUP_LENGTH
                && reader.peekByte(4) == 'U'
                && reader.peekByte(5) == 'L';
        return hasLength ? reader.position() + 12 + Integer.toUnsignedLong(reader.peekInt(8)) : Long.MAX_VALUE;
    }

    private static boolean isDeflated(DataSet.Builder meta) {
        try {
            List<String> uids = meta.strings(Tag.TRANSFER_SYNTAX_UID);
            return !uids.isEmpty() && TransferSyntax.of(uids.get(0)).deflated();
        } catch (DicomException e) {
            return false;
        }
    }

    private DicomFile readDeflated(long start, TransferSyntax syntax, DataSet meta) throws IOException {
        ByteSource inflating = new InflatingByteSource(home, start);
        try (var session = InflatingByteSource.openForward(opened, start, LARGEST_DEFLATED_HEADER)) {
            long bound = (size - start) * LARGEST_DEFLATE_RATIO;
            DataSetParser.Stop atPixels = (tag, soFar, position) -> {
                // Elements after the pixels justify the time to inflate the pixels.
                if (DataSetParser.isPixelData(tag)) session.raiseLimit();
                return false;
            };
            ByteReader reader = new ByteReader(session, 0);
            return readDataSet(reader, inflating, bound, syntax, Encoding.of(syntax), meta, atPixels);
        }
    }

    private DicomFile readDataSet(
            ByteReader reader,
            ByteSource content,
            long bound,
            TransferSyntax syntax,
            Encoding declared,
            DataSet meta,
            DataSetParser.Stop stop)
            throws IOException {
        Encoding found = Encoding.detect(reader, declared);
        if (!found.equals(declared)) {
            diagnostics.add("the Data Set is " + found + ", the transfer syntax says " + syntax);
        }
        DataSet dataSet = new DataSetParser(reader, content, !syntax.deflated(), diagnostics).parse(found, bound, stop);
        if (dataSet.size() == 0) diagnostics.add("the file has no Data Set");
        return new DicomFile(content, bound, syntax, meta, dataSet, diagnostics);
    }
}
