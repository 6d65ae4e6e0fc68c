package hounsfield.codec.jpeg2000;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.jpeg2000.Codestream.TileData;
import hounsfield.codec.jpeg2000.Jpeg2000Image.Plane;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes JPEG 2000 and High-Throughput JPEG 2000 codestreams, bare or in JP2 boxes, without a DICOM layout, at full or
 * reduced resolution.
 */
public final class Jpeg2000 {
    /** Largest precision of a component, in bits: that of an {@code int}. */
    static final int MAX_PRECISION = 32;

    /** Number of samples that any stream may have. A larger image must have a proportional number of bytes. */
    private static final long FREE_SAMPLES = 1L << 25;

    private static final long SAMPLES_PER_BYTE = 1L << 14;

    private Jpeg2000() {}

    /**
     * Options of decoding.
     *
     * @param threads how many threads may work on one image, at least 1
     * @param discardLevels how many times to halve the image by decoding a lower resolution of the stream; 0 for full
     *     size. A stream with fewer decomposition levels is halved as often as possible
     * @param partial whether an incomplete or damaged stream gives an image of the packets that can be decoded, with a
     *     warning, instead of an exception
     */
    public record Options(int threads, int discardLevels, boolean partial) {
        /** One thread, full size, complete streams only. */
        public static final Options DEFAULT = new Options(1, 0, false);

        /**
         * Checks the ranges.
         *
         * @param threads at least 1
         * @param discardLevels at least 0
         * @param partial any
         * @throws IllegalArgumentException if a number is outside its range
         */
        public Options {
            if (threads < 1)
                throw new IllegalArgumentException("the number of threads is " + threads + ", not at least 1");
            if (discardLevels < 0)
                throw new IllegalArgumentException(
                        "the number of levels to discard is " + discardLevels + ", not at least 0");
        }

        /**
         * {@return these options with another number of threads}
         *
         * @param count at least 1
         */
        public Options withThreads(int count) {
            return new Options(count, discardLevels, partial);
        }

        /**
         * {@return these options with another resolution}
         *
         * @param levels how many times to halve the image, at least 0
         */
        public Options withDiscardLevels(int levels) {
            return new Options(threads, levels, partial);
        }

        /**
         * {@return these options with or without partial images}
         *
         * @param allowed whether an incomplete or damaged stream may give an image
         */
        public Options withPartial(boolean allowed) {
            return new Options(threads, discardLevels, allowed);
        }
    }

    /**
     * Decodes a stream.
     *
     * @param bytes a codestream or a JP2 file
     * @param options threads, resolution, and whether partial images are allowed
     * @param context receives what is wrong with a stream that can be decoded, and can cancel
     * @return the components as coded, after the inverse RCT or ICT if the stream has one, before any other color
     *     transform
     * @throws DicomException if the stream is damaged, incomplete or uses an unsupported feature; its offset counts
     *     from the first byte of the span
     * @throws java.util.concurrent.CancellationException if {@code context} was cancelled, or the calling thread is
     *     interrupted
     */
    public static Jpeg2000Image decode(ByteSpan bytes, Options options, DecodingContext context) throws DicomException {
        return decode(CodestreamParser.parse(bytes, options.partial(), context), options, context);
    }

    static Jpeg2000Image decode(Codestream stream, Options options, DecodingContext context) throws DicomException {
        ImageSize size = stream.size();
        checkSize(stream);
        List<TileData> tiles = List.copyOf(stream.tiles().values());
        if (tiles.size() < size.tiles()) {
            if (!options.partial()) {
                throw SegmentReader.malformed(
                        "the codestream ends after " + tiles.size() + " of " + size.tiles() + " tiles",
                        stream.frame().length());
            }
            context.warn("JPEG 2000: " + (size.tiles() - tiles.size()) + " of " + size.tiles() + " tiles are missing");
        }
        int discard = discardable(tiles, size.components().length, options.discardLevels());
        List<Plane> planes = planes(size, discard);
        int[][] values = new int[planes.size()][];
        if (size.tiles() > 1) Arrays.setAll(values, c -> new int[planes.get(c).samples()]);
        int across = tiles.size() >= 2 * options.threads() ? options.threads() : 1;
        int within = across > 1 ? 1 : options.threads();
        Workers.<DicomException>forEach(across, tiles.size(), context.progress().ofPart(), () -> {
            TileDecoder decoder = new TileDecoder(stream, options, within, context);
            return task -> decoder.decode(tiles.get(task), planes, values, discard);
        });
        for (int c = 0; c < values.length; c++) {
            Plane plane = planes.get(c);
            planes.set(c, plane.withValues(values[c] != null ? values[c] : new int[plane.samples()]));
        }
        Area image = size.image().halved(discard);
        return new Jpeg2000Image(image.width(), image.height(), discard, planes);
    }

    /** Refuses image sizes that are not plausible for the length of the stream, before memory is allocated for them. */
    private static void checkSize(Codestream stream) throws DicomException {
        ImageSize size = stream.size();
        long samples = 0;
        for (ImageSize.Component component : size.components()) {
            if (component.precision() > MAX_PRECISION) {
                throw SegmentReader.unsupported("samples of " + component.precision() + " bits are not supported", 0);
            }
            int weight =
                    component.precision() > TileComponent.MAX_FLOAT_PRECISION ? 2 : 1; // double needs twice the memory
            samples += weight
                    * size.image().dividedBy(component.dx(), component.dy()).samples();
        }
        long most = Math.min(
                Integer.MAX_VALUE - 64,
                FREE_SAMPLES + SAMPLES_PER_BYTE * stream.frame().length());
        if (samples > most) {
            throw SegmentReader.malformed(
                    size.width() + " x " + size.height() + " x " + size.components().length
                            + " samples are too many for a codestream of "
                            + stream.frame().length() + " bytes",
                    0);
        }
    }

    private static int discardable(List<TileData> tiles, int components, int wanted) {
        int discard = wanted;
        for (TileData tile : tiles) {
            for (int c = 0; c < components; c++) {
                discard = Math.min(discard, tile.parameters.style(c).levels());
            }
        }
        return discard;
    }

    /** Returns the planes without values. */
    private static List<Plane> planes(ImageSize size, int discard) {
        List<Plane> planes = new ArrayList<>();
        for (ImageSize.Component component : size.components()) {
            Area area = size.image().dividedBy(component.dx(), component.dy()).halved(discard);
            planes.add(new Plane(
                    area.width(),
                    area.height(),
                    component.dx(),
                    component.dy(),
                    component.precision(),
                    component.signed(),
                    area.x0(),
                    area.y0(),
                    null));
        }
        return planes;
    }
}
