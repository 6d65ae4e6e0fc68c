package hounsfield.codec.jpeg2000;

import hounsfield.codec.DecodingContext;
import hounsfield.codec.jpeg2000.Codestream.TileData;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.util.ArrayList;
import java.util.List;

/** Decodes one tile, from packets to the samples of its components. */
final class TileDecoder {
    /** A code-block to decode, with its subband and component. */
    private record Job(CodeBlock block, Subband band, TileComponent component) {}

    private final Codestream stream;
    private final Jpeg2000.Options options;
    private final int threads;
    private final DecodingContext context;

    /** @param threads how many threads this tile may use */
    TileDecoder(Codestream stream, Jpeg2000.Options options, int threads, DecodingContext context) {
        this.stream = stream;
        this.options = options;
        this.threads = threads;
        this.context = context;
    }

    /**
     * Decodes a tile.
     *
     * @param planes the components of the image
     * @param values receives the samples of each component; if an entry is null, the tile is the whole component, and
     *     its own array becomes the entry
     * @param discard how many times to halve the image
     */
    void decode(TileData data, List<Jpeg2000Image.Plane> planes, int[][] values, int discard) throws DicomException {
        Tile tile = new Tile(stream, data, options.partial());
        new PacketReader(stream, tile).readAll(new PacketSequence(tile, stream.size()), options.partial(), context);
        List<Job> jobs = collect(tile, discard);
        Progress progress = context.progress().ofPart();
        Workers.forEach(threads, jobs.size(), progress, () -> blockWorker(jobs));
        Object[] samples = new Object[tile.components.length];
        Workers.<DicomException>forEach(
                threads, samples.length, progress, () -> c -> samples[c] = synthesize(tile.components[c], discard));
        transform(tile, samples, discard);
        Workers.<DicomException>forEach(threads, samples.length, progress, () -> c -> {
            Area area = tile.components[c].area.halved(discard);
            int[] held = SampleWriter.hold(samples[c], area, planes.get(c));
            if (values[c] == null) values[c] = held;
            else SampleWriter.place(held, area, planes.get(c), values[c]);
        });
    }

    /** Returns the code-blocks that have data and are needed, and allocates their subbands. */
    private List<Job> collect(Tile tile, int discard) {
        List<Job> jobs = new ArrayList<>();
        for (TileComponent component : tile.components) {
            for (int r = 0; r < component.resolutions.length - discard; r++) {
                for (Precinct precinct : component.resolutions[r].precincts) {
                    if (precinct.gridsIfAny() == null) continue;
                    for (BlockGrid grid : precinct.gridsIfAny()) collect(grid, component, jobs);
                }
            }
        }
        return jobs;
    }

    private static void collect(BlockGrid grid, TileComponent component, List<Job> jobs) {
        for (CodeBlock block : grid.blocks) {
            if (block.segments == 0) continue;
            if (grid.band.isZero()) grid.band.allocate(component.style.reversible());
            jobs.add(new Job(block, grid.band, component));
        }
    }

    private Workers.Task<DicomException> blockWorker(List<Job> jobs) {
        BlockBytes source =
                new BlockBytes(stream.frame().array(), stream.frame().offset());
        BlockDecoder arithmetic = new BlockDecoder(source);
        HtBlockDecoder highThroughput = new HtBlockDecoder(source);
        return task -> {
            try {
                decode(jobs.get(task), arithmetic, highThroughput);
            } catch (MalformedDicomException e) {
                if (!options.partial()) throw e;
                context.warn(e.getMessage());
            }
        };
    }

    private void decode(Job job, BlockDecoder arithmetic, HtBlockDecoder highThroughput) throws DicomException {
        CodingStyle style = job.component.style;
        int roiShift = job.component.roiShift;
        CodeBlock block = job.block;
        Subband band = job.band;
        boolean reversible = style.reversible();
        if (block.highThroughput) {
            highThroughput.decode(block, band, style, roiShift);
            int stride = highThroughput.stride();
            if (band.wide) CoefficientWriter.writeWideRows(highThroughput.wide(), stride, reversible, block, band);
            else CoefficientWriter.writeRows(highThroughput.data(), stride, roiShift, block, band);
        } else {
            arithmetic.decode(block, band, style, roiShift, !options.partial());
            int[] data = arithmetic.data();
            if (band.wide) CoefficientWriter.writeWideStripes(arithmetic.upper(), data, reversible, block, band);
            else CoefficientWriter.writeStripes(data, block, band);
        }
    }

    /**
     * Returns the samples of a component after the inverse wavelet transform: {@code int[]}, {@code float[]} or
     * {@code double[]}, or null if all are 0.
     */
    private Object synthesize(TileComponent component, int discard) {
        Resolution[] resolutions = component.resolutions;
        Subband lowest = resolutions[0].bands[0];
        int last = resolutions.length - 1 - discard;
        if (component.wide) {
            double[] samples = lowest.doubles;
            for (int r = 1; r <= last; r++) {
                context.check();
                samples = WideWavelet.synthesize(samples, resolutions[r - 1].area, resolutions[r]);
                resolutions[r].forgetCoefficients();
            }
            return samples;
        }
        if (component.style.reversible()) {
            int[] samples = lowest.integers;
            for (int r = 1; r <= last; r++) {
                context.check();
                samples = ReversibleWavelet.synthesize(samples, resolutions[r - 1].area, resolutions[r]);
                resolutions[r].forgetCoefficients();
            }
            return samples;
        }
        float[] samples = lowest.floats;
        for (int r = 1; r <= last; r++) {
            context.check();
            samples = IrreversibleWavelet.synthesize(samples, resolutions[r - 1].area, resolutions[r]);
            resolutions[r].forgetCoefficients();
        }
        return samples;
    }

    /**
     * Applies the inverse multiple component transform if the header requests it and the components allow it (annex G).
     */
    private void transform(Tile tile, Object[] samples, int discard) throws DicomException {
        if (!tile.data.parameters.multipleComponentTransform()) return;
        TileComponent[] components = tile.components;
        if (components.length < 3) {
            context.warn("JPEG 2000: a component transform of fewer than three components is ignored");
            return;
        }
        boolean reversible = components[0].style.reversible();
        for (int c = 1; c < 3; c++) {
            if (!components[c].area.equals(components[0].area)
                    || components[c].style.reversible() != reversible
                    || components[c].wide != components[0].wide) {
                throw SegmentReader.malformed(
                        "the components of the component transform differ in size, wavelet or precision (G.1)",
                        tile.data.end());
            }
        }
        if (samples[0] == null && samples[1] == null && samples[2] == null) return;
        int count = Math.toIntExact(components[0].area.halved(discard).samples());
        if (components[0].wide) {
            for (int c = 0; c < 3; c++) if (samples[c] == null) samples[c] = new double[count];
            double[] first = (double[]) samples[0];
            if (reversible) ComponentTransform.reversible(first, (double[]) samples[1], (double[]) samples[2]);
            else ComponentTransform.irreversible(first, (double[]) samples[1], (double[]) samples[2]);
        } else if (reversible) {
            for (int c = 0; c < 3; c++) if (samples[c] == null) samples[c] = new int[count];
            ComponentTransform.reversible((int[]) samples[0], (int[]) samples[1], (int[]) samples[2]);
        } else {
            for (int c = 0; c < 3; c++) if (samples[c] == null) samples[c] = new float[count];
            ComponentTransform.irreversible((float[]) samples[0], (float[]) samples[1], (float[]) samples[2]);
        }
    }
}
