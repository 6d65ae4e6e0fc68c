package hounsfield.imagej.save.region;

import hounsfield.data.DataSet;
import hounsfield.dataset.csv.AtomicFile;
import hounsfield.derive.NewFrame;
import hounsfield.derive.NewImage;
import hounsfield.derive.PixelType;
import hounsfield.derive.region.SegmentationObject;
import hounsfield.derive.region.StructureSetObject;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.imagej.save.NamedFailure;
import hounsfield.imagej.save.SliceSources;
import hounsfield.imagej.save.SourceFiles;
import hounsfield.region.PlacedRegion;
import hounsfield.region.PlaneMask;
import hounsfield.region.Region;
import hounsfield.standard.TransferSyntax;
import hounsfield.work.Progress;
import hounsfield.write.DicomWriter;
import hounsfield.write.Uid;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Writes the regions of an image as a DICOM file. */
public final class RegionSaver {
    /** Distances between slices that differ by less count as equal [mm]. */
    private static final double EVEN = 1e-3;

    private final ImagePlus image;
    private final RegionFormat format;
    private final boolean semiautomatic;
    private final List<NewFrame> slices;
    private final List<PlacedRegion> regions;

    private RegionSaver(
            ImagePlus image,
            RegionSource from,
            RegionFormat format,
            boolean semiautomatic,
            RegionTerms terms,
            Progress progress)
            throws IOException {
        this.image = image;
        this.format = format;
        this.semiautomatic = semiautomatic;
        slices = slices();
        regions = terms.on(new DrawnRegions(image, format == RegionFormat.STRUCTURE_SET, progress).from(from));
    }

    /**
     * The result.
     *
     * @param regions number of regions
     * @param slices number of slices with a region
     */
    public record Result(int regions, int slices) {}

    /**
     * Saves regions.
     *
     * @param image from DICOM files, or made from such an image
     * @param from the source of the regions
     * @param format of the file
     * @param semiautomatic whether a program drew the borders of regions that do not say how they were made
     * @param terms the terms of regions
     * @param target an existing file is replaced, but not a source of the image
     * @param progress reports and cancels; then nothing remains
     * @return what was written
     * @throws IOException if a source cannot be read, or the file cannot be written
     * @throws IllegalArgumentException if there is no region, the places of the slices are not known or not parallel, regions of a
     *     label map overlap, the target is a source of the image or in a folder that does not exist, or a term is for an unknown region
     */
    public static Result save(
            ImagePlus image,
            RegionSource from,
            RegionFormat format,
            boolean semiautomatic,
            RegionTerms terms,
            Path target,
            Progress progress)
            throws IOException {
        SourceFiles.checkTarget(image, target, progress);
        RegionSaver saver = new RegionSaver(image, from, format, semiautomatic, terms, progress);
        DataSet dataSet = saver.dataSet();
        progress.check();
        NamedFailure.write(
                target,
                () -> AtomicFile.write(
                        target, part -> DicomWriter.write(part, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, dataSet)));
        return new Result(saver.regions.size(), saver.used().size());
    }

    /**
     * Returns the names of the regions that would be saved, with the terms that they would get.
     *
     * @param image from DICOM files, or made from such an image
     * @param from the source of the regions
     * @param format of the file
     * @param progress reports and cancels
     * @return the term of each region if the user chooses none, by its name, in the order of the regions
     * @throws IllegalArgumentException if there is no region
     */
    public static Map<String, String> suggestedTerms(
            ImagePlus image, RegionSource from, RegionFormat format, Progress progress) {
        Map<String, String> terms = new LinkedHashMap<>();
        for (PlacedRegion each : new DrawnRegions(image, format == RegionFormat.STRUCTURE_SET, progress).from(from)) {
            terms.putIfAbsent(each.region().name(), RegionTerms.suggested(each.region()));
        }
        return terms;
    }

    private TreeSet<Integer> used() {
        TreeSet<Integer> used = new TreeSet<>();
        for (PlacedRegion region : regions) {
            used.addAll(region.masks().keySet());
            used.addAll(region.outlines().keySet());
        }
        return used;
    }

    /** Returns a frame without a region for each z position of the image. */
    private List<NewFrame> slices() throws IOException {
        SliceSources sources = new SliceSources(image);
        List<PlaneGeometry> planes = SourceFiles.planes(image);
        List<NewFrame> frames = new ArrayList<>();
        for (int z = 1; z <= image.getNSlices(); z++) {
            if (!planes.get(z - 1).hasOrientationOf(planes.get(0))) {
                throw new IllegalArgumentException("the slices of \"" + image.getTitle()
                        + "\" are not parallel; save only regions on parallel slices");
            }
            frames.add(NewFrame.of(sources.of(image.getStackIndex(1, z, 1)), planes.get(z - 1), 1, z));
        }
        return frames;
    }

    private DataSet dataSet() {
        return switch (format) {
            case SEGMENTATION -> segmentation();
            case LABEL_MAP -> labelMap();
            case STRUCTURE_SET -> StructureSetObject.of(image(slices, PixelType.GRAY_8), regions, semiautomatic);
        };
    }

    private DataSet segmentation() {
        List<NewFrame> frames = new ArrayList<>();
        List<PlaneMask> masks = new ArrayList<>();
        for (int number = 1; number <= regions.size(); number++) {
            int segment = number;
            regions.get(number - 1).masks().forEach((z, mask) -> {
                NewFrame slice = slices.get(z);
                frames.add(NewFrame.of(slice.source(), slice.plane().orElseThrow(), segment, z + 1));
                masks.add(mask);
            });
        }
        RegionPixels pixels = new RegionPixels(image.getHeight(), image.getWidth());
        return SegmentationObject.of(
                image(frames, PixelType.BIT),
                described(),
                RegionPixels.overlap(regions),
                semiautomatic,
                distance(),
                pixels.bits(masks));
    }

    private DataSet labelMap() {
        List<Integer> used = List.copyOf(used());
        List<NewFrame> frames = used.stream().map(slices::get).toList();
        PixelType type = regions.size() <= 0xFF ? PixelType.GRAY_8 : PixelType.GRAY_16;
        RegionPixels pixels = new RegionPixels(image.getHeight(), image.getWidth());
        return SegmentationObject.of(
                image(frames, type), described(), false, semiautomatic, distance(), pixels.labels(regions, used, type));
    }

    private List<Region> described() {
        return regions.stream().map(PlacedRegion::region).toList();
    }

    private NewImage image(List<NewFrame> frames, PixelType type) {
        return new NewImage(
                format.kind(),
                image.getWidth(),
                image.getHeight(),
                type,
                OptionalInt.empty(),
                "",
                1,
                1,
                "Regions of an ImageJ image. Saved by Hounsfield for ImageJ.",
                Uid.random(),
                LocalDateTime.now(),
                frames);
    }

    /** Returns the distance between slices, if all distances are equal. */
    private OptionalDouble distance() {
        PlaneGeometry first = slices.get(0).plane().orElseThrow();
        double step = Double.NaN;
        for (int i = 1; i < slices.size(); i++) {
            PlaneGeometry plane = slices.get(i).plane().orElseThrow();
            PlaneGeometry before = slices.get(i - 1).plane().orElseThrow();
            double next = Math.abs(plane.distanceAlong(first.normal()) - before.distanceAlong(first.normal()));
            if (i == 1) step = next;
            else if (Math.abs(next - step) > EVEN) return OptionalDouble.empty();
        }
        return step > EVEN ? OptionalDouble.of(step) : OptionalDouble.empty();
    }
}
