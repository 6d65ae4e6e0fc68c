package hounsfield.nifti;

import hounsfield.bytes.packed.GzipByteSource;
import hounsfield.standard.Numbers;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.OneLine;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Progress;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads NIfTI-1 files, also compressed by gzip, and pairs of a header and an image file. */
public final class NiftiReader implements Closeable {
    private static final int BUFFER = 1 << 16;
    /** The greatest length of an array [bytes]. */
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 16;

    private final HeaderBytes header;
    private final String name;
    private final Path voxels;
    private final InputStream in;
    private long position;

    private NiftiReader(HeaderBytes header, Path voxels, InputStream in, long position) {
        this.header = header;
        this.voxels = voxels;
        this.in = in;
        this.position = position;
        name = OneLine.of(voxels.getFileName());
    }

    /**
     * Opens a file and reads its header.
     *
     * @param path a NIfTI-1 file, or either file of a pair
     * @return the reader, which must be closed
     * @throws DicomException if it is not a NIfTI-1 file, or its header is invalid
     * @throws IOException if it cannot be read
     */
    public static NiftiReader open(Path path) throws IOException {
        Path file = NiftiPaths.header(path);
        InputStream in = stream(file);
        try {
            byte[] bytes = in.readNBytes(HeaderBytes.LENGTH);
            if (bytes.length < HeaderBytes.LENGTH)
                throw new MalformedDicomException(
                        "is not a NIfTI-1 file: it ends before its header does", Location.ofOffset(bytes.length));
            HeaderBytes header = HeaderBytes.decode(bytes);
            Path voxels = header.pair() ? NiftiPaths.voxels(file) : file;
            checkLength(header, voxels);
            if (!header.pair()) return new NiftiReader(header, file, in, bytes.length);
            in.close();
            return new NiftiReader(header, voxels, stream(voxels), 0);
        } catch (IOException e) {
            in.close();
            throw located(e, file, 0);
        }
    }

    private static InputStream stream(Path file) throws IOException {
        InputStream plain = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            plain.mark(2);
            boolean packed = GzipByteSource.isGzip(plain.read(), plain.read());
            plain.reset();
            return packed ? new BufferedInputStream(new GZIPInputStream(plain, BUFFER), BUFFER) : plain;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static IOException located(IOException failure, Path file, long position) {
        if (failure instanceof DicomException problem)
            return problem.at(Location.ofFile(OneLine.of(file.getFileName())));
        if (!(failure instanceof ZipException) && !(failure instanceof EOFException)) return failure;
        Location location = Location.ofFile(OneLine.of(file.getFileName())).withOffset(position);
        return new MalformedDicomException("the compressed data is damaged or ends early", location, failure);
    }

    /** {@return the header} */
    public NiftiHeader header() {
        return header.header();
    }

    /** Receives the planes of a file. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Receives a plane.
         *
         * @param channel from 0
         * @param slice from 0
         * @param time from 0
         * @param pixels row by row from the top: {@code int[]} of colors; {@code byte[]} or {@code short[]} of stored integers; or
         *     {@code float[]} of values
         */
        void visit(int channel, int slice, int time, Object pixels);
    }

    /**
     * Reads all planes, once.
     *
     * @param stored whether integers of 8 and 16 bits are passed on unchanged; otherwise all values are floats, after slope and
     *     intercept
     * @param visitor receives them in the order of the file
     * @param progress reports and cancels
     * @throws DicomException if the file ends early or is damaged, with the frame and the byte
     * @throws IOException if the file cannot be read
     */
    public void read(boolean stored, Visitor visitor, Progress progress) throws IOException {
        VolumeShape shape = header().shape();
        long bytes = shape.pixels() * header().type().bytes();
        if (bytes > LARGEST_ARRAY)
            throw new UnsupportedDicomException(
                    "a slice is larger than 2 GB, the limit of an array", Location.ofFile(name));
        VoxelDecoder decoder = new VoxelDecoder(header(), header.littleEndian());
        try {
            skip(header.offset() - position);
            for (int plane = 0; plane < shape.planes(); plane++) {
                progress.check();
                byte[] content = in.readNBytes((int) bytes);
                if (content.length < bytes)
                    throw new MalformedDicomException(
                            "the file ends before the last of " + shape.planes() + " slices",
                            Location.ofFrame(plane).withOffset(position + content.length));
                position += bytes;
                Object pixels = decoder.plane(content, stored);
                visitor.visit(shape.channel(plane), shape.slice(plane), shape.time(plane), pixels);
                progress.update(plane + 1L, shape.planes());
            }
        } catch (IOException e) {
            throw located(e, voxels, position);
        }
    }

    /** Checks the length of an uncompressed file before anything is allocated for it. */
    private static void checkLength(HeaderBytes header, Path voxels) throws IOException {
        try (InputStream head = Files.newInputStream(voxels)) {
            if (GzipByteSource.isGzip(head.read(), head.read())) return;
        }
        VolumeShape shape = header.header().shape();
        double end = header.offset()
                + (double) shape.pixels() * header.header().type().bytes() * shape.planes();
        long length = Files.size(voxels);
        if (length < end)
            throw new MalformedDicomException(
                    "the file has " + length + " bytes, but its header needs " + Numbers.exact(end),
                    Location.ofOffset(length));
    }

    private void skip(long count) throws IOException {
        if (count < 0) throw new MalformedDicomException("the voxels begin in the header", Location.ofOffset(position));
        try {
            in.skipNBytes(count);
        } catch (EOFException e) {
            throw new MalformedDicomException("the file ends before its voxels", Location.ofOffset(position), e);
        }
        position += count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
