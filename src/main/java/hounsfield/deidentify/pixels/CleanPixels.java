package hounsfield.deidentify.pixels;

import hounsfield.bytes.ByteSource;
import hounsfield.codec.PixelLayout;
import hounsfield.data.BulkData;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.frame.fragment.Fragments;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The Pixel Data of a file in the form in which it is written. It is copied in its transfer syntax, unless rectangles are blanked,
 * overlays in unused bits are removed, or it contradicts its transfer syntax; then it is decoded and written native. Native Pixel Data
 * becomes Explicit VR Little Endian.
 */
public final class CleanPixels implements Closeable {
    private final DicomFile file;
    private final ByteSource opened;
    private final TransferSyntax syntax;
    private final RewrittenPixels rewritten;
    private final Element copied;

    private CleanPixels(
            DicomFile file, ByteSource opened, TransferSyntax syntax, RewrittenPixels rewritten, Element copied) {
        this.file = file;
        this.opened = opened;
        this.syntax = syntax;
        this.rewritten = rewritten;
        this.copied = copied;
    }

    /**
     * Opens the Pixel Data of a file.
     *
     * @param file the header
     * @param rectangles the rectangles to blank; those outside of the image have no effect
     * @param withoutOverlays whether overlays in unused bits are removed
     * @param progress can cancel
     * @return the pixels; the caller closes them
     * @throws IOException if the pixels cannot be read, or must be decoded and cannot be
     */
    public static CleanPixels open(
            DicomFile file, List<Rectangle> rectangles, boolean withoutOverlays, Progress progress) throws IOException {
        if (file.pixelData().isEmpty()) {
            return new CleanPixels(file, null, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, null, null);
        }
        Element element = file.pixelData().get();
        boolean encapsulated = element.bulk().map(BulkData::isEncapsulated).orElse(false);
        boolean contradictory = encapsulated != file.transferSyntax().encapsulated();
        boolean hidden = withoutOverlays && EmbeddedPlanes.areIn(file.dataSet());
        if (!rectangles.isEmpty() || contradictory || hidden) {
            RewrittenPixels pixels = RewrittenPixels.open(file, rectangles, progress);
            return new CleanPixels(file, null, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, pixels, null);
        }
        ByteSource opened = file.open();
        try {
            BulkData bulk = element.bulk().orElseThrow();
            return encapsulated
                    ? new CleanPixels(file, opened, file.transferSyntax(), null, fragments(element, bulk, opened))
                    : new CleanPixels(
                            file,
                            opened,
                            TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                            null,
                            nativePixels(file, element, bulk, opened));
        } catch (DicomException e) {
            opened.close();
            throw e.at(Location.ofFile(file.name()).withTag(element.tag()));
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static Element fragments(Element element, BulkData bulk, ByteSource opened) throws IOException {
        Fragments fragments = Fragments.scan(opened, bulk, new Diagnostics());
        EncodedComments comments = new EncodedComments(opened);
        for (int i = 0; i < fragments.count(); i++) {
            comments.search(fragments.offset(i), fragments.offset(i) + fragments.length(i));
        }
        ByteSource source = comments.ranges().isEmpty() ? opened : new BlankedSource(opened, comments.ranges());
        return Element.bulk(element.tag(), element.vr(), new BulkData(source, bulk.offset(), BulkData.UNDEFINED), true);
    }

    /** Returns native Pixel Data without the bytes after the last frame, which no reader shows. */
    private static Element nativePixels(DicomFile file, Element element, BulkData bulk, ByteSource opened)
            throws IOException {
        long length = bulk.length();
        try (FrameReader reader = FrameReader.open(file)) {
            PixelLayout layout = reader.layout();
            int bits = file.dataSet().findInt(Tag.BITS_ALLOCATED).orElse(layout.bitsAllocated());
            if (element.tag() == Tag.FLOAT_PIXEL_DATA) bits = Float.SIZE;
            if (element.tag() == Tag.DOUBLE_FLOAT_PIXEL_DATA) bits = Double.SIZE;
            // Samples of 12 bits are packed or in words. Bytes beyond whole frames of words cannot belong to the image.
            if (bits == 12) bits = Short.SIZE;
            long samples = layout.subsampled() ? (long) layout.pixels() * 2 : layout.samples();
            long needed = (samples * bits * reader.frameCount() + 7) / Byte.SIZE;
            if (length > needed + 1) length = needed;
        }
        if (length > opened.size() - bulk.offset()) {
            throw new MalformedDicomException(
                    "declares " + length + " bytes, " + Math.max(0, opened.size() - bulk.offset()) + " are there",
                    Location.ofOffset(bulk.offset()));
        }
        boolean little = element.littleEndian()
                && file.transferSyntax().pixelOrder() == TransferSyntax.EXPLICIT_LITTLE_ENDIAN.pixelOrder();
        return Element.bulk(element.tag(), element.vr(), new BulkData(opened, bulk.offset(), length), little);
    }

    /** {@return the transfer syntax of the file to be written} */
    public TransferSyntax syntax() {
        return syntax;
    }

    /**
     * Returns a Data Set with these pixels in place of its own.
     *
     * @param header the cleaned Data Set of the file
     * @return the Data Set; it must be written before this object is closed
     * @throws IOException if the pixels must be decoded and cannot be
     */
    public DataSet putInto(DataSet header) throws IOException {
        if (copied == null && rewritten == null) return header;
        DataSet.Builder builder = new DataSet.Builder(header.characterSet());
        for (Element element : header) {
            boolean gone = rewritten != null
                    && (isOfEncodedPixels(element.tag()) || EmbeddedPlanes.isOfOne(file.dataSet(), element.tag()));
            if (!gone) builder.add(element);
        }
        if (copied != null) builder.add(copied);
        else rewritten.addTo(builder);
        return builder.build();
    }

    private static boolean isOfEncodedPixels(int tag) {
        return tag == Tag.EXTENDED_OFFSET_TABLE
                || tag == Tag.EXTENDED_OFFSET_TABLE_LENGTHS
                || tag == Tag.ENCAPSULATED_PIXEL_DATA_VALUE_TOTAL_LENGTH;
    }

    @Override
    public void close() throws IOException {
        if (rewritten != null) rewritten.close();
        if (opened != null) opened.close();
    }
}
