package hounsfield.frame;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.jpeg.JpegStreams;
import hounsfield.codec.rle.RleBytes;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Image files for fixtures: an Image Pixel Module in a few words, Pixel Data to follow. */
public final class ImageBytes {
    public static final String RLE = "1.2.840.10008.1.2.5";

    private ImageBytes() {}

    /** A file of unsigned gray values up to its Pixel Data, which is yet to be added. */
    public static DicomBytes gray(String syntax, int rows, int columns, int bits) {
        return gray(syntax, rows, columns, bits, bits, 0, 1);
    }

    /** A file of gray values up to its Pixel Data, which is yet to be added. */
    public static DicomBytes gray(
            String syntax, int rows, int columns, int bitsAllocated, int bitsStored, int representation, int frames) {
        return image(syntax, 1, "MONOCHROME2", frames, rows, columns)
                .us(Tag.BITS_ALLOCATED, bitsAllocated)
                .us(Tag.BITS_STORED, bitsStored)
                .us(Tag.HIGH_BIT, bitsStored - 1)
                .us(Tag.PIXEL_REPRESENTATION, representation);
    }

    /** A file of three samples a pixel up to its Pixel Data, which is yet to be added. */
    public static DicomBytes color(String syntax, String photometric, int rows, int columns, int bits) {
        return image(syntax, 3, photometric, 1, rows, columns)
                .us(Tag.BITS_ALLOCATED, bits)
                .us(Tag.BITS_STORED, bits)
                .us(Tag.HIGH_BIT, bits - 1)
                .us(Tag.PIXEL_REPRESENTATION, 0);
    }

    /** The first part of the Image Pixel Module, in the order of tags. */
    public static DicomBytes image(
            String syntax, int samplesPerPixel, String photometric, int frames, int rows, int columns) {
        DicomBytes image = DicomBytes.file(syntax)
                .text(Tag.MODALITY, "CS", "OT")
                .us(Tag.SAMPLES_PER_PIXEL, samplesPerPixel)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", photometric);
        if (samplesPerPixel > 1) image.us(Tag.PLANAR_CONFIGURATION, 0);
        if (frames != 1) image.text(Tag.NUMBER_OF_FRAMES, "IS", String.valueOf(frames));
        return image.us(Tag.ROWS, rows).us(Tag.COLUMNS, columns);
    }

    /** A palette of 16-bit entries for 8-bit indexes, up to the Pixel Data. */
    public static DicomBytes palette(String syntax, int rows, int columns, int[] descriptor, int[]... tables) {
        DicomBytes image = image(syntax, 1, "PALETTE COLOR", 1, rows, columns)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0);
        for (int i = 0; i < 3; i++) image.us(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + i, descriptor);
        for (int i = 0; i < 3; i++) image.shorts(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + i, "OW", tables[i]);
        return image;
    }

    /** The file, opened. */
    public static FrameReader open(DicomBytes bytes) throws DicomException {
        return open(bytes.toBytes());
    }

    public static FrameReader open(byte[] bytes) throws DicomException {
        try {
            return FrameReader.open(file(bytes));
        } catch (DicomException e) {
            throw e;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The parsed file, of the name {@code test.dcm}. */
    public static DicomFile file(byte[] bytes) throws DicomException {
        return DicomFile.read(new ArrayByteSource("test.dcm", bytes));
    }

    /** An RLE frame of 8-bit gray values in one row. */
    public static byte[] rle(int... values) {
        PixelLayout layout = new PixelLayout(1, values.length, 1, 8, 8, 7, false, false, false);
        return RleBytes.encode(values, layout);
    }

    /** Small sound files of many kinds, to begin fuzzing from. */
    public static List<byte[]> variety() {
        String little = DicomBytes.EXPLICIT_LITTLE_ENDIAN;
        List<DicomBytes> files = new ArrayList<>();
        files.add(gray(little, 2, 3, 16).shorts(Tag.PIXEL_DATA, "OW", 1, 2, 3, 4, 5, 6));
        files.add(gray(DicomBytes.IMPLICIT_LITTLE_ENDIAN, 2, 3, 16, 12, 1, 1)
                .shorts(Tag.PIXEL_DATA, "OW", 1, 2, 3, 4, 5, 6));
        files.add(gray(DicomBytes.EXPLICIT_BIG_ENDIAN, 1, 3, 8, 8, 0, 2).bytes(Tag.PIXEL_DATA, "OW", new byte[6]));
        files.add(gray(little, 3, 3, 1, 1, 0, 3).bytes(Tag.PIXEL_DATA, "OB", new byte[4]));
        files.add(color(little, "RGB", 2, 2, 16).bytes(Tag.PIXEL_DATA, "OW", new byte[24]));
        files.add(color(little, "YBR_FULL_422", 2, 2, 8).bytes(Tag.PIXEL_DATA, "OB", new byte[8]));
        int[] table = {0, 0x8000, 0xFFFF, 0x1234};
        files.add(palette(little, 1, 4, new int[] {4, 0, 16}, table, table, table)
                .bytes(Tag.PIXEL_DATA, "OB", new byte[] {0, 1, 2, 3}));
        DicomBytes segmented = image(little, 1, "PALETTE COLOR", 1, 1, 2)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0);
        for (int i = 0; i < 3; i++) segmented.us(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + i, 9, 0, 16);
        for (int i = 0; i < 3; i++) {
            int tag = Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + i;
            segmented.shorts(tag, "OW", 0, 2, 7, 9, 1, 4, 17, 2, 1, 0, 0);
        }
        files.add(segmented.bytes(Tag.PIXEL_DATA, "OB", new byte[] {0, 8}));
        files.add(image(little, 1, "MONOCHROME2", 1, 1, 2)
                .us(Tag.BITS_ALLOCATED, 32)
                .floats(Tag.FLOAT_PIXEL_DATA, "OF", 1.5f, -2));
        files.add(gray(RLE, 1, 8, 8).encapsulated(Tag.PIXEL_DATA, rle(1, 1, 1, 1, 5, 6, 7, 8)));
        files.add(gray(RLE, 1, 3, 8, 8, 0, 2)
                .encapsulatedWithOffsets(Tag.PIXEL_DATA, new long[] {0, 76}, rle(1, 2, 3), rle(4, 4, 4)));
        files.add(gray("1.2.840.10008.1.2.8.1", 1, 2, 8)
                .encapsulated(Tag.PIXEL_DATA, new byte[] {0x63, 0x64, 0x02, 0x00}));
        files.add(gray("1.2.840.10008.1.2.4.70", 1, 4, 8)
                .bytes(Tag.PIXEL_DATA, "OB", JpegStreams.lossless(8, 1, 2, 3, 4)));
        files.add(gray(RLE, 1, 3, 8)
                .bytes(
                        Tag.PIXEL_DATA,
                        "OB",
                        DicomBytes.explicitLittleEndian()
                                .fragment(new byte[0])
                                .fragment(rle(1, 2, 3))
                                .toBytes()));
        files.add(gray(little, 1, 3, 8).encapsulated(Tag.PIXEL_DATA, rle(1, 2, 3)));
        return files.stream().map(DicomBytes::toBytes).toList();
    }
}
