package hounsfield.frame;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.jpeg.LosslessFrame;
import hounsfield.codec.jpeg2000.Jpeg2000Frame;
import hounsfield.codec.jpegls.JpegLsFrame;
import hounsfield.codec.rle.RleBytes;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import java.util.Arrays;

/** CT files of three frames in HU some of which are damaged: the encodings of compressed frames, and native files. */
public enum DamagedFrames {
    RLE("1.2.840.10008.1.2.5"),
    JPEG_LOSSLESS("1.2.840.10008.1.2.4.70"),
    JPEG_LS("1.2.840.10008.1.2.4.80"),
    JPEG_2000("1.2.840.10008.1.2.4.90");

    public static final int ROWS = Jpeg2000Frame.ROWS;
    public static final int COLUMNS = Jpeg2000Frame.COLUMNS;
    private static final int BITS = Jpeg2000Frame.BITS;

    private final String syntax;

    DamagedFrames(String syntax) {
        this.syntax = syntax;
    }

    /** The stored values of the sound frames. */
    public static int[] stored() {
        return Jpeg2000Frame.pixels();
    }

    /** The same in HU. */
    public static float[] hounsfield() {
        int[] stored = stored();
        float[] values = new float[stored.length];
        for (int i = 0; i < values.length; i++) values[i] = stored[i] - 1024;
        return values;
    }

    /** A file of three frames without damage. */
    public DicomBytes sound() {
        byte[] frame = encoded();
        return file(frame, frame, frame);
    }

    /** A file whose frame 1, the middle one, is damaged and has no certain row; the others are sound. */
    public DicomBytes middleBroken() {
        byte[] frame = encoded();
        return file(frame, broken(), frame);
    }

    /** A file of three damaged frames. */
    public DicomBytes allBroken() {
        byte[] broken = broken();
        return file(broken, broken, broken);
    }

    /** Ends before one whole row, or halfway but with an end marker, which a stream that was only cut lacks. */
    private byte[] broken() {
        byte[] frame = encoded();
        if (this == RLE) return Arrays.copyOf(frame, 70);
        byte[] broken = Arrays.copyOf(frame, frame.length / 2);
        if (this != JPEG_2000) {
            broken[broken.length - 2] = (byte) 0xFF;
            broken[broken.length - 1] = (byte) 0xD9;
        }
        return broken;
    }

    /** A file that has Fragments for its first frame only. */
    public DicomBytes fragmentsMissing() {
        return header(syntax, ROWS, COLUMNS, BITS, 3).encapsulated(Tag.PIXEL_DATA, encoded());
    }

    /** A file of one frame that is cut off after nine tenths of its Fragment. */
    public byte[] cutOff() {
        byte[] file = file(encoded()).toBytes();
        return Arrays.copyOf(file, file.length - encoded().length / 10);
    }

    private DicomBytes file(byte[]... frames) {
        return header(syntax, ROWS, COLUMNS, BITS, frames.length).encapsulated(Tag.PIXEL_DATA, frames);
    }

    private byte[] encoded() {
        int[] stored = stored();
        return switch (this) {
            case RLE ->
                RleBytes.encode(stored, new PixelLayout(ROWS, COLUMNS, 1, 16, BITS, BITS - 1, false, false, false));
            case JPEG_LOSSLESS -> LosslessFrame.encode(ROWS, COLUMNS, BITS, stored);
            case JPEG_LS -> JpegLsFrame.encode(ROWS, COLUMNS, BITS, stored);
            case JPEG_2000 -> Jpeg2000Frame.encoded();
        };
    }

    /** A native file of frames of 4 x 3 pixels, stored values from 1000 on; the last byte is that of the last pixel. */
    public static byte[] nativeFile(int frames) {
        int[] values = new int[12 * frames];
        for (int i = 0; i < values.length; i++) values[i] = 1000 + i;
        return header(DicomBytes.EXPLICIT_LITTLE_ENDIAN, 4, 3, 16, frames)
                .shorts(Tag.PIXEL_DATA, "OW", values)
                .toBytes();
    }

    /** As {@link #nativeFile}, without the given number of bytes at its end. */
    public static byte[] nativeCut(int frames, int missing) {
        byte[] file = nativeFile(frames);
        return Arrays.copyOf(file, file.length - missing);
    }

    private static DicomBytes header(String syntax, int rows, int columns, int bits, int frames) {
        DicomBytes file = DicomBytes.file(syntax)
                .text(Tag.MODALITY, "CS", "CT")
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2");
        if (frames > 1) file.text(Tag.NUMBER_OF_FRAMES, "IS", "" + frames);
        return file.us(Tag.ROWS, rows)
                .us(Tag.COLUMNS, columns)
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, bits)
                .us(Tag.HIGH_BIT, bits - 1)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .text(Tag.RESCALE_INTERCEPT, "DS", "-1024")
                .text(Tag.RESCALE_SLOPE, "DS", "1");
    }
}
