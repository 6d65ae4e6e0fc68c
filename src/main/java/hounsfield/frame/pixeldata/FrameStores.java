package hounsfield.frame.pixeldata;

import hounsfield.bytes.ByteSource;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.FrameDecoders;
import hounsfield.codec.NativeDecoder;
import hounsfield.codec.NativeDecoder.SampleType;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.data.BulkData;
import hounsfield.data.Element;
import hounsfield.frame.fragment.ContentDecoder;
import hounsfield.frame.fragment.Fragments;
import hounsfield.frame.fragment.StreamStart;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Determines the form of the frames of a file, and creates the store that reads them. The transfer syntax defines
 * whether Pixel Data is native or encapsulated. If the length of the element contradicts it, the content decides:
 *
 * <ul>
 *   <li>A defined length with a compressed syntax: fragments if the content begins with an Item; one encoded stream
 *       if it begins like one; native frames only if it has exactly their length; otherwise not an image.
 *   <li>An undefined length with a native syntax: fragments, whose streams determine their encoding.
 * </ul>
 */
final class FrameStores {
    private final DicomFile file;
    private final ByteSource source;
    private final Element pixelData;
    private final BulkData data;
    private final TransferSyntax syntax;
    private final SampleType type;
    private final PixelLayoutReader layouts;
    private final PhotometricInterpretation photometric;
    private final OptionalInt declaredFrames;
    /** Whether samples are whole cells instead of stored values. */
    private final boolean cells;

    private final Diagnostics diagnostics;

    private FrameStores(DicomFile file, ByteSource source, Element pixelData, boolean cells, Diagnostics diagnostics)
            throws IOException {
        this.file = file;
        this.source = source;
        this.pixelData = pixelData;
        this.cells = cells;
        this.diagnostics = diagnostics;
        data = pixelData
                .bulk()
                .orElseThrow(() -> new MalformedDicomException("is not a range of the file", Location.NOWHERE));
        syntax = file.transferSyntax();
        type = sampleType(pixelData.tag());
        layouts = new PixelLayoutReader(file.dataSet(), type, diagnostics);
        photometric = layouts.photometric();
        declaredFrames = FrameCount.declared(file);
    }

    /**
     * The opened frames of a file.
     *
     * @param layout shape of the frames
     * @param photometric the declared meaning of the samples
     * @param frames Number of Frames; empty if Pixel Data must be examined
     * @param store reads the frames
     */
    record Opened(PixelLayout layout, PhotometricInterpretation photometric, OptionalInt frames, FrameStore store) {}

    /** @throws DicomException if Pixel Data does not describe an image, or if there is no decoder for its transfer syntax */
    static Opened open(DicomFile file, ByteSource source, Element pixelData, boolean cells, Diagnostics diagnostics)
            throws IOException {
        return new FrameStores(file, source, pixelData, cells, diagnostics).open();
    }

    private Opened open() throws IOException {
        // Native pixels, the common case, do not wait for the plugin index to be loaded.
        Optional<FrameDecoder> decoder = syntax.encapsulated() ? FrameDecoders.find(syntax) : Optional.empty();
        if (!syntax.isKnown() && decoder.isEmpty()) {
            throw new UnsupportedDicomException(
                    "the transfer syntax " + syntax.uid() + " is unknown and has no decoder", Location.NOWHERE);
        }
        if (data.isEncapsulated() || isEncodedAgainstItsLength()) return encapsulated(decoder);
        return nativeFrames();
    }

    private boolean isEncodedAgainstItsLength() throws IOException {
        if (!syntax.encapsulated() || type != SampleType.INTEGER) return false;
        byte[] start = new byte[StreamStart.BYTES];
        int wanted = (int) Math.min(start.length, data.length());
        int available = source.readUpTo(data.offset(), start, 0, wanted);
        if (Fragments.beginsWithItem(start, available)) {
            diagnostics.add("Pixel Data has Fragments although its length is defined (PS3.5 A.4)");
            return true;
        }
        StreamStart found = StreamStart.of(start, available);
        // The header of an RLE frame consists of plain numbers, which pixels can match by chance.
        if (found == StreamStart.UNKNOWN || found == StreamStart.RLE && StreamStart.of(syntax) != found) return false;
        diagnostics.add("Pixel Data is one encoded stream without Fragments (PS3.5 A.4)");
        return true;
    }

    private Opened encapsulated(Optional<FrameDecoder> decoder) throws DicomException {
        if (type != SampleType.INTEGER) {
            throw new MalformedDicomException(
                    "has no length, but floating point pixels need one", Location.ofOffset(data.offset()));
        }
        if (syntax.encapsulated()) {
            if (decoder.isEmpty()) throw new UnsupportedDicomException(syntax + " has no decoder", Location.NOWHERE);
        } else {
            diagnostics.add("Pixel Data has Fragments, against the transfer syntax " + syntax);
        }
        boolean halved = photometric.isHalvedInRows() && holdsNativeFrames();
        PixelLayout layout = layout(halved);
        FrameStore store = new EncapsulatedFrames(
                source,
                data,
                file.dataSet(),
                syntax,
                declaredFrames,
                new ContentDecoder(syntax, decoder, diagnostics),
                layout,
                photometric,
                diagnostics);
        return new Opened(layout, photometric, declaredFrames, store);
    }

    /** Returns whether decoding fragments yields native frames. */
    private boolean holdsNativeFrames() {
        return syntax.equals(TransferSyntax.DEFLATED_IMAGE_FRAME)
                || syntax.equals(TransferSyntax.ENCAPSULATED_UNCOMPRESSED)
                || syntax.equals(TransferSyntax.PIXELMED_ENCAPSULATED_RAW);
    }

    private Opened nativeFrames() throws IOException {
        PixelLayout layout = packing(nativeLayout());
        // The detected byte order of the Data Set, which may differ from that of the transfer syntax.
        ByteOrder order = pixelData.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        if (syntax.equals(TransferSyntax.GE_PRIVATE)) order = gePrivateOrder(layout);
        NativeDecoder decoder = new NativeDecoder(layout, type, order, pixelData.vr() == VR.OW, diagnostics);
        checkLength(decoder);
        return new Opened(
                layout, photometric, declaredFrames, new NativeFrames(source, data, decoder, photometric, diagnostics));
    }

    /** Determines the cells of 12-bit samples: packed (ACR-NEMA), unless the length of Pixel Data is that of 16-bit words. */
    private PixelLayout packing(PixelLayout layout) {
        if (layout.bitsAllocated() != 12) return layout;
        boolean words = data.length() == (long) layout.samples() * Short.BYTES * declaredFrames.orElse(1);
        diagnostics.add("Bits Allocated (0028,0100) is 12; pixels are "
                + (words ? "in words of 16 bits, according to the length of Pixel Data" : "packed"));
        return words ? layout.withBitsAllocated(Short.SIZE) : layout;
    }

    private ByteOrder gePrivateOrder(PixelLayout layout) throws UnsupportedDicomException {
        if (layout.bitsAllocated() > Byte.SIZE) return syntax.pixelOrder();
        throw new UnsupportedDicomException(
                "the order of pixels of " + layout.bitsAllocated() + " bits is not known under " + syntax,
                Location.ofTag(Tag.BITS_ALLOCATED));
    }

    /** Reports excess data; with a compressed syntax, refuses data that is not exactly as long as native frames. */
    private void checkLength(NativeDecoder decoder) throws MalformedDicomException {
        int frames = declaredFrames.orElse(1);
        long whole = data.length() * Byte.SIZE / decoder.frameBits();
        long rest = whole < frames ? -1 : data.length() - decoder.bytes(frames);
        if (syntax.encapsulated()) {
            boolean padded = rest == 1 && data.length() % 2 == 0;
            if (rest != 0 && !padded) {
                throw new MalformedDicomException(
                        "has " + data.length() + " bytes, neither Fragments nor a stream of " + syntax
                                + ", nor as many as native frames have",
                        Location.ofOffset(data.offset()));
            }
            diagnostics.add(
                    "Pixel Data is as long as native frames and so is taken as native, against the transfer syntax "
                            + syntax);
        } else if (declaredFrames.isPresent() && rest > 1 && rest * Byte.SIZE >= decoder.frameBits()) {
            diagnostics.add("Pixel Data has room for " + whole + " frames, Number of Frames (0028,0008) is " + frames
                    + "; the rest is not used");
        }
    }

    /**
     * Returns the layout of native frames. Chroma is subsampled in native YBR_FULL_422, but some decompressed files
     * keep that term although their chroma is not; the length of Pixel Data decides.
     */
    private PixelLayout nativeLayout() throws DicomException {
        PixelLayout layout = layout(photometric.isHalvedInRows());
        if (!layout.subsampled()) return layout;
        double wholeBytes = (double) layout.samples() * layout.bitsAllocated() / Byte.SIZE * declaredFrames.orElse(1);
        if (data.length() < wholeBytes) return layout;
        diagnostics.add(
                "Pixel Data is long enough for whole chroma, against Photometric Interpretation " + photometric);
        return layout(false);
    }

    private PixelLayout layout(boolean subsampled) throws DicomException {
        PixelLayout layout = layouts.layout(photometric, subsampled);
        return cells ? layout.wholeCells() : layout;
    }

    private static SampleType sampleType(int tag) {
        return switch (tag) {
            case Tag.FLOAT_PIXEL_DATA -> SampleType.FLOAT;
            case Tag.DOUBLE_FLOAT_PIXEL_DATA -> SampleType.DOUBLE;
            default -> SampleType.INTEGER;
        };
    }
}
