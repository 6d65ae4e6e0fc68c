package hounsfield;

import hounsfield.codec.Samples;
import hounsfield.color.RgbConverter;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.standard.error.Memory;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.imglib2.img.Img;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Fraction;

/**
 * A color image in red, green and blue, converted from the color space of the file (PS3.3 C.7.6.3.1.2), with its place in
 * the patient. All pixels are in memory.
 */
public final class DicomColorImage {
    private static final int CHANNELS = 3;
    private static final int OPAQUE = 0xFF000000;

    private final int width;
    private final int height;
    /** Bits of a channel. */
    private final int bits;
    /** Red, green and blue of each plane of {@link #bits} bits; {@code null} for up to 8 bits. */
    private final List<short[][]> deep;
    /** ARGB of each plane; {@code null} for more than 8 bits. */
    private final List<int[]> argb;

    private final ImagePlace place;
    private final List<String> findings;

    /** What the frames of an image have in common. */
    private record Shape(int width, int height, int bits) {
        static Shape of(FrameRef frame, FrameReader reader) throws IOException {
            RgbConverter converter = RgbConverter.of(frame.file(), reader);
            return new Shape(reader.layout().columns(), reader.layout().rows(), converter.bits());
        }

        boolean isDeep() {
            return bits > Byte.SIZE;
        }
    }

    private DicomColorImage(
            Shape shape, List<short[][]> deep, List<int[]> argb, ImagePlace place, List<String> findings) {
        width = shape.width;
        height = shape.height;
        bits = shape.bits;
        this.deep = deep;
        this.argb = argb;
        this.place = place;
        this.findings = findings;
    }

    static DicomColorImage read(ImageFrames image, Progress progress) throws IOException {
        List<FrameRef> frames = image.frames();
        try (FrameOpener opener = new FrameOpener()) {
            Shape shape = opener.read(opener.firstOpen(frames), Shape::of);
            int bytes = shape.isDeep() ? CHANNELS * Short.BYTES : Integer.BYTES;
            Memory.require("the image", new Memory.Need(frames.size(), image.pixels() * bytes), List.of());
            List<short[][]> deep = null;
            List<int[]> argb = null;
            if (shape.isDeep())
                deep = opener.readAll(frames, "", progress, (frame, reader) -> deep(frame, reader, shape));
            else argb = opener.readAll(frames, "", progress, DicomColorImage::argb);
            Set<String> findings = new LinkedHashSet<>(opener.diagnostics().sentences());
            findings.addAll(image.place().placement().findings());
            return new DicomColorImage(shape, deep, argb, image.place(), List.copyOf(findings));
        }
    }

    private static int[] argb(FrameRef frame, FrameReader reader) throws IOException {
        int[] pixels = RgbConverter.of(frame.file(), reader).toRgb(reader.read(frame.frame()));
        for (int i = 0; i < pixels.length; i++) pixels[i] |= OPAQUE;
        return pixels;
    }

    private static short[][] deep(FrameRef frame, FrameReader reader, Shape shape) throws IOException {
        RgbConverter converter = RgbConverter.of(frame.file(), reader);
        Samples samples = reader.read(frame.frame());
        if (converter.bits() != shape.bits) {
            throw new UnsupportedDicomException(
                    "has " + converter.bits() + " bits per channel, the first slice " + shape.bits, frame.location());
        }
        return converter.toRgb16(samples);
    }

    /**
     * Returns the pixels with 8 bits per channel, the most significant of deeper color; opaque.
     *
     * @return an image with the axes {@link #axes()}. Its arrays are shared, not copied, for color of 8 bits; of deeper
     *     color it is new
     */
    public Img<ARGBType> img() {
        List<IntArray> planes = new ArrayList<>();
        for (int plane = 0; plane < planes(); plane++)
            planes.add(new IntArray(argb == null ? argb(deep.get(plane)) : argb.get(plane)));
        PlanarImg<ARGBType, IntArray> img = new PlanarImg<>(planes, place.dimensions(width, height), new Fraction());
        img.setLinkedType(new ARGBType(img));
        return img;
    }

    /**
     * Returns the pixels with all their bits, red, green and blue along the third axis.
     *
     * @return an image of values of {@link #bits()} bits. After x, y and the three colors come the others of {@link #axes()}. Its arrays
     *     are shared, not copied, for color of more than 8 bits; of 8 bits it is new
     */
    public Img<UnsignedShortType> channels() {
        List<ShortArray> channels = new ArrayList<>();
        for (int plane = 0; plane < planes(); plane++) {
            for (short[] each : deep == null ? channels(argb.get(plane)) : deep.get(plane))
                channels.add(new ShortArray(each));
        }
        long[] planar = place.dimensions(width, height);
        long[] dimensions = new long[planar.length + 1];
        System.arraycopy(planar, 0, dimensions, 0, 2);
        dimensions[2] = CHANNELS;
        System.arraycopy(planar, 2, dimensions, 3, planar.length - 2);
        PlanarImg<UnsignedShortType, ShortArray> img = new PlanarImg<>(channels, dimensions, new Fraction());
        img.setLinkedType(new UnsignedShortType(img));
        return img;
    }

    private int[] argb(short[][] rgb) {
        int[] pixels = new int[rgb[0].length];
        int shift = bits - Byte.SIZE;
        for (int i = 0; i < pixels.length; i++) {
            int red = (rgb[0][i] & 0xFFFF) >> shift;
            int green = (rgb[1][i] & 0xFFFF) >> shift;
            int blue = (rgb[2][i] & 0xFFFF) >> shift;
            pixels[i] = OPAQUE | red << 16 | green << 8 | blue;
        }
        return pixels;
    }

    private short[][] channels(int[] pixels) {
        short[][] rgb = new short[CHANNELS][pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            rgb[0][i] = (short) (pixels[i] >> 16 & 0xFF);
            rgb[1][i] = (short) (pixels[i] >> 8 & 0xFF);
            rgb[2][i] = (short) (pixels[i] & 0xFF);
        }
        return rgb;
    }

    private int planes() {
        return argb == null ? deep.size() : argb.size();
    }

    /** {@return the bits of the values of {@link #channels()}: 8, or more for deeper color, at most 16} */
    public int bits() {
        return Math.max(Byte.SIZE, bits);
    }

    /** {@return the meaning of the axes of {@link #img()}, as {@link DicomImage#axes()}} */
    public List<String> axes() {
        return place.axes();
    }

    /** {@return the distance from one pixel to the next along each of the {@link #axes()}, as {@link DicomImage#spacing()}} */
    public double[] spacing() {
        return place.spacing();
    }

    /** {@return whether {@link #toPatient()} exists: all slices have positions and are parallel and evenly spaced} */
    public boolean hasPatientTransform() {
        return place.hasPatientTransform();
    }

    /**
     * Returns the transform from voxels to the patient, as {@link DicomImage#toPatient()}.
     *
     * @return 4 rows of 4 numbers
     * @throws IllegalStateException if one transform does not hold for all slices; the message says why
     */
    public double[][] toPatient() {
        return place.toPatient();
    }

    /**
     * Returns the transform from pixels of one slice to the patient, as {@link DicomImage#toPatient(int)}.
     *
     * @param slice counted from 0 along z
     * @return 4 rows of 4 numbers
     * @throws IllegalStateException if not all slices have a position, or the size of the pixels is not known
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    public double[][] toPatient(int slice) {
        return place.toPatient(slice);
    }

    /** {@return remarks on pixels and geometry} */
    public List<String> findings() {
        return findings;
    }
}
