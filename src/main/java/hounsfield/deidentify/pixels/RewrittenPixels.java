package hounsfield.deidentify.pixels;

import hounsfield.bytes.ByteSource;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.data.BulkData;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Decoded Pixel Data in native form: exact stored values outside of blank rectangles, and zeros in unused bits. A frame is decoded when
 * its bytes are read, so only one frame is in memory.
 */
final class RewrittenPixels implements ByteSource {
    private final FrameReader reader;
    private final FrameBytes bytes;
    private final PixelLayout layout;
    private final int cell;
    private final boolean real;
    private final int tag;
    private final int frameLength;
    private final int frames;
    private int lastFrame = -1;
    private byte[] last;

    private RewrittenPixels(FrameReader reader, int tag, List<Rectangle> rectangles) throws IOException {
        this.reader = reader;
        this.tag = tag;
        layout = reader.layout();
        frames = reader.frameCount();
        real = tag != Tag.PIXEL_DATA;
        cell = cell();
        if (cell == 0 && frames > 1 && layout.samples() % Byte.SIZE != 0) {
            throw new UnsupportedDicomException(
                    "frames of single bits that do not begin at a byte cannot be rewritten", Location.NOWHERE);
        }
        long length = cell == 0 ? (layout.samples() + 7L) / Byte.SIZE : (long) layout.samples() * cell;
        if (length > PixelLayout.MAX_SAMPLES || length * frames > 0xFFFFFFFEL - 1) {
            throw new UnsupportedDicomException("the decoded pixels are too large for a file", Location.NOWHERE);
        }
        frameLength = (int) length;
        bytes = new FrameBytes(layout, reader.decodedPhotometric(), rectangles, cell);
    }

    /** Opens the pixels of a file; the caller closes them. */
    static RewrittenPixels open(DicomFile file, List<Rectangle> rectangles, Progress progress) throws IOException {
        Element element = file.pixelData().orElseThrow(file::noImage);
        FrameReader reader = FrameReader.open(file).during(progress);
        try {
            return new RewrittenPixels(reader, element.tag(), rectangles);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private int cell() throws DicomException {
        if (tag == Tag.FLOAT_PIXEL_DATA) return Float.BYTES;
        if (tag == Tag.DOUBLE_FLOAT_PIXEL_DATA) return Double.BYTES;
        int bits = layout.bitsAllocated();
        if (bits == 1) return 0;
        if (bits <= Byte.SIZE) return 1;
        if (bits <= Short.SIZE) return Short.BYTES;
        if (bits <= Integer.SIZE) return Integer.BYTES;
        throw new UnsupportedDicomException("pixels of " + bits + " bits cannot be rewritten", Location.NOWHERE);
    }

    /** Adds Pixel Data and its description to a Data Set. */
    void addTo(DataSet.Builder builder) throws IOException {
        BulkData bulk = new BulkData(this, 0, size());
        VR vr = tag == Tag.FLOAT_PIXEL_DATA
                ? VR.OF
                : tag == Tag.DOUBLE_FLOAT_PIXEL_DATA ? VR.OD : cell == Short.BYTES ? VR.OW : VR.OB;
        if (cell == Integer.BYTES && !real) vr = VR.OW;
        builder.add(Element.bulk(tag, vr, bulk, true));
        if (real) return;
        int allocated = cell == 0 ? 1 : cell * Byte.SIZE;
        builder.add(number(Tag.BITS_ALLOCATED, allocated));
        builder.add(number(Tag.BITS_STORED, layout.bitsStored()));
        builder.add(number(Tag.HIGH_BIT, layout.bitsStored() - 1));
        if (layout.samplesPerPixel() > 1) builder.add(number(Tag.PLANAR_CONFIGURATION, 0));
        byte[] term = reader.decodedPhotometric().term().getBytes(StandardCharsets.US_ASCII);
        builder.add(Element.of(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, term, true));
    }

    private static Element number(int tag, int value) {
        return Element.of(tag, VR.US, new byte[] {(byte) value, (byte) (value >>> Byte.SIZE)}, true);
    }

    @Override
    public String name() {
        return "decoded frames";
    }

    @Override
    public long size() {
        return (long) frameLength * frames;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int frame = (int) ((position + done) / frameLength);
            int start = (int) ((position + done) % frameLength);
            int size = Math.min(length - done, frameLength - start);
            System.arraycopy(frame(frame), start, target, offset + done, size);
            done += size;
        }
    }

    private byte[] frame(int frame) throws IOException {
        if (frame != lastFrame) {
            Samples samples = reader.read(frame);
            if (samples.length() != layout.samples()) {
                throw new MalformedDicomException(
                        "the decoded frame has another size than Rows and Columns", Location.ofFrame(frame));
            }
            last = bytes.of(samples);
            lastFrame = frame;
        }
        return last;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
