package hounsfield.imagej.operation;

import hounsfield.imagej.host.Advice;
import hounsfield.imagej.host.Messages;
import hounsfield.imagej.open.Arrangement;
import hounsfield.imagej.open.DicomOpener;
import hounsfield.imagej.open.OpenSettings;
import hounsfield.imagej.process.RegionImages;
import hounsfield.imagej.roi.ImageTarget;
import hounsfield.imagej.roi.RegionRois;
import hounsfield.imagej.roi.RoiPlace;
import hounsfield.parse.DicomFile;
import hounsfield.region.OverlapRule;
import hounsfield.region.PlacedRegions;
import hounsfield.region.Region;
import hounsfield.region.RegionFile;
import hounsfield.region.RegionSelection;
import hounsfield.region.presentation.PresentationReader;
import hounsfield.region.presentation.PresentationState;
import hounsfield.region.source.ReferencedSeries;
import hounsfield.region.source.RegionFiles;
import hounsfield.series.Series;
import hounsfield.series.SeriesScanner;
import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import hounsfield.standard.Numbers;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code DICOM Regions...}: places a structure set or segmentation on an image, as ROIs, masks or labels. */
public final class LoadRegions {
    private LoadRegions() {}

    /** What is made of the regions: the values of the {@code to} option. */
    public enum To implements Labeled {
        /** ROIs in the ROI Manager, or in the overlay if there is no display. */
        ROI_MANAGER,
        /** ROIs in the overlay of the image. */
        OVERLAY,
        /** An image for each region, 255 inside. */
        MASK,
        /** One image whose pixels are the numbers of their regions. */
        LABELS;

        /** {@return the labels of all values, the default first} */
        public static List<String> labels() {
            return Labels.of(values());
        }
    }

    /** {@return the labels of the rules for several contours on a slice, the default first} */
    public static List<String> overlaps() {
        return Labels.of(OverlapRule.values());
    }

    /**
     * The options of {@code DICOM Regions...}.
     *
     * @param segments which regions
     * @param to what is made of them
     * @param overlap which pixels belong to a region with several contours on a slice
     */
    public record Options(RegionSelection segments, To to, OverlapRule overlap) {
        /** All regions, by even-odd, into the ROI Manager. */
        public static final Options DEFAULT = new Options(RegionSelection.ALL, To.ROI_MANAGER, OverlapRule.EVEN_ODD);

        /**
         * {@return these options with other regions}
         *
         * @param text numbers, ranges such as {@code 3-5}, and names, separated by commas; blank for all
         */
        public Options withSegments(String text) {
            return new Options(RegionSelection.of(text), to, overlap);
        }

        /**
         * {@return these options with another result}
         *
         * @param label the label of a {@link To}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withTo(String label) {
            return with(Labels.find("result", To.values(), label));
        }

        /**
         * {@return these options with another result}
         *
         * @param other the result
         */
        public Options with(To other) {
            return new Options(segments, other, overlap);
        }

        /**
         * {@return these options with another rule}
         *
         * @param label one of {@link #overlaps}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withOverlap(String label) {
            return new Options(segments, to, Labels.find("rule of overlaps", OverlapRule.values(), label));
        }
    }

    /**
     * The result.
     *
     * @param image the image with the regions
     * @param rois the ROIs that were made; none for masks and labels
     * @param images the masks or labels, not shown
     */
    public record Loaded(ImagePlus image, List<Roi> rois, List<ImagePlus> images) {}

    /**
     * Returns whether regions can be placed on an image.
     *
     * @param image any image
     * @return whether it is from DICOM files
     */
    public static boolean isPossible(ImagePlus image) {
        return ImageTarget.isPossible(image);
    }

    /**
     * Opens the series to which a file of regions or a presentation state refers, from the folder of the file.
     *
     * @param path the file
     * @param progress reports and cancels
     * @return a new image of 32-bit values, not shown
     * @throws IOException if a file cannot be read, or no series of the folder belongs to the regions
     */
    public static ImagePlus openSeries(Path path, Progress progress) throws IOException {
        Series series = series(path, progress);
        return Memory.guarded(() -> DicomOpener.openSeries(
                SeriesScanner.rootOf(path), series, Arrangement.DEFAULT.order(), OpenSettings.DEFAULT, progress));
    }

    private static Series series(Path path, Progress progress) throws IOException {
        DicomFile file = Advice.on(() -> DicomFile.read(path));
        if (!PresentationReader.isState(file))
            return ReferencedSeries.find(RegionFiles.read(path, progress), path, progress);
        PresentationState state = PresentationReader.read(file);
        return ReferencedSeries.find(state.name(), "", state.references(), path, progress);
    }

    /**
     * Places the regions of a file on an image. Adds ROIs to the ROI Manager or the overlay, or makes masks or labels. Logs which parts
     * are not on a slice, and what was assumed.
     *
     * @param image an image from DICOM files
     * @param path a structure set or segmentation
     * @param options regions and result
     * @param progress reports and cancels
     * @return the result
     * @throws IOException if the file cannot be read, or its regions are elsewhere
     * @throws IllegalArgumentException if there is no such region, or labels are wanted and regions overlap
     */
    public static Loaded run(ImagePlus image, Path path, Options options, Progress progress) throws IOException {
        return Memory.guarded(() -> load(image, path, options, progress));
    }

    private static Loaded load(ImagePlus image, Path path, Options options, Progress progress) throws IOException {
        PlacedRegions placed = place(image, path, options, progress);
        if (options.to() == To.MASK) {
            return new Loaded(image, List.of(), RegionImages.masks(image, placed, progress));
        }
        if (options.to() == To.LABELS) {
            return new Loaded(image, List.of(), List.of(RegionImages.labels(image, placed, progress)));
        }
        List<Roi> rois = RegionRois.of(image, placed, options.overlap(), progress);
        if (options.to() == To.OVERLAY) RoiPlace.addToOverlay(rois, image);
        else if (!RoiPlace.addToManager(rois, image)) {
            Messages.log(
                    image.getTitle(),
                    List.of("there is no ROI Manager without a display; the regions are in the overlay"));
        }
        return new Loaded(image, rois, List.of());
    }

    /**
     * Returns the ROIs of regions, without adding them to the ROI Manager or an overlay.
     *
     * @param image an image from DICOM files
     * @param path a structure set or segmentation
     * @param options regions
     * @param progress reports and cancels
     * @return the ROIs by region, then by slice
     * @throws IOException as {@link #run} throws it
     */
    public static List<Roi> rois(ImagePlus image, Path path, Options options, Progress progress) throws IOException {
        return Memory.guarded(
                () -> RegionRois.of(image, place(image, path, options, progress), options.overlap(), progress));
    }

    private static PlacedRegions place(ImagePlus image, Path path, Options options, Progress progress)
            throws IOException {
        RegionFile file = RegionFiles.read(path, progress);
        PlacedRegions placed = file.placeOn(ImageTarget.of(image), options.segments(), options.overlap(), progress);
        List<String> sentences = new ArrayList<>(file.findings());
        sentences.addAll(placed.findings());
        sentences.add(summary(placed));
        Messages.log(file.name(), sentences);
        return placed;
    }

    private static String summary(PlacedRegions placed) {
        long there =
                placed.regions().stream().filter(region -> !region.isEmpty()).count();
        return there + " of " + Numbers.count(placed.regions().size(), "region") + " placed on "
                + Numbers.count(placed.target().slices(), "slice");
    }

    /**
     * Lists the regions of a file.
     *
     * @param path a structure set or segmentation
     * @return a row for each region: number, name, color, codes, algorithm, and tracking IDs
     * @throws IOException if the file cannot be read
     */
    public static ResultsTable list(Path path) throws IOException {
        RegionFile file = RegionFiles.read(path, Progress.NONE);
        ResultsTable table = new ResultsTable();
        for (Region region : file.regions()) {
            table.incrementCounter();
            table.addValue("Number", region.number());
            table.addValue("Name", region.name());
            table.addValue(
                    "Color",
                    region.color().isEmpty()
                            ? ""
                            : String.format(Locale.ROOT, "#%06X", region.color().getAsInt()));
            table.addValue("Type", region.codes().text());
            table.addValue("Algorithm", region.algorithm());
            table.addValue("Tracking ID", region.trackingId());
            table.addValue("Tracking UID", region.trackingUid());
        }
        return table;
    }
}
