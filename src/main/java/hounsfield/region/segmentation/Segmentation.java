package hounsfield.region.segmentation;

import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.Samples;
import hounsfield.color.RgbConverter;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.region.OverlapRule;
import hounsfield.region.PlacedRegions;
import hounsfield.region.Region;
import hounsfield.region.RegionFile;
import hounsfield.region.RegionReferences;
import hounsfield.region.RegionSelection;
import hounsfield.region.RegionTarget;
import hounsfield.standard.SopClass;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** A segmentation or label map segmentation. Its pixels are read when they are needed. */
public final class Segmentation implements RegionFile {
    /** Segmentation Storage. */
    public static final String SOP_CLASS = SopClass.SEGMENTATION;
    /** Label Map Segmentation Storage. */
    public static final String LABEL_MAP_SOP_CLASS = "1.2.840.10008.5.1.4.1.1.66.7";

    private final DicomFile file;
    private final SegmentationType type;
    private final int maximum;
    private final SegmentTable segments;
    private final FrameTable frames;
    private final RegionReferences references;
    /** The frames to read, counted from 1; empty for all. */
    private final Set<Integer> only;

    private final Diagnostics findings = new Diagnostics();

    private Segmentation(Segmentation all, Set<Integer> only) {
        file = all.file;
        type = all.type;
        maximum = all.maximum;
        segments = all.segments;
        frames = all.frames;
        references = all.references;
        findings.addAll(all.findings);
        this.only = Set.copyOf(only);
    }

    private Segmentation(DicomFile file) throws IOException {
        only = Set.of();
        this.file = file;
        DataSet dataSet = file.dataSet();
        OptionalAttributes attributes = new OptionalAttributes(dataSet, findings);
        type = type(attributes);
        maximum = maximum(attributes);
        segments = SegmentTable.of(dataSet, type == SegmentationType.LABELMAP, palette(attributes), findings);
        frames = new FrameTable(FunctionalGroups.of(dataSet), segments.regions(), findings);
        references = frames.references();
    }

    /**
     * Reads a segmentation without its pixels.
     *
     * @param file its header
     * @return the segmentation
     * @throws DicomException if its values have no known meaning, or its palette is damaged
     * @throws IOException if the file cannot be read
     */
    public static Segmentation of(DicomFile file) throws IOException {
        try {
            return new Segmentation(file);
        } catch (DicomException e) {
            throw e.at(Location.ofFile(file.name()));
        }
    }

    private SegmentationType type(OptionalAttributes attributes) throws DicomException {
        String term = attributes.text(Tag.SEGMENTATION_TYPE);
        for (SegmentationType each : SegmentationType.values()) if (each.name().equals(term)) return each;
        if (attributes.text(Tag.SOP_CLASS_UID).equals(LABEL_MAP_SOP_CLASS)) return SegmentationType.LABELMAP;
        if (attributes.integer(Tag.BITS_ALLOCATED).orElse(0) == 1) {
            findings.add(
                    "Segmentation Type (0062,0001) is not a defined term; BINARY is assumed, because values have 1 bit");
            return SegmentationType.BINARY;
        }
        throw new MalformedDicomException(
                "Segmentation Type is " + (term.isEmpty() ? "absent" : "not a defined term"),
                Location.ofTag(Tag.SEGMENTATION_TYPE));
    }

    private int maximum(OptionalAttributes attributes) {
        if (type != SegmentationType.FRACTIONAL) return 1;
        OptionalInt declared = attributes.integer(Tag.MAXIMUM_FRACTIONAL_VALUE);
        if (declared.isPresent() && declared.getAsInt() > 0 && declared.getAsInt() <= 255) return declared.getAsInt();
        findings.add("Maximum Fractional Value (0062,000E) is "
                + (declared.isEmpty() ? "absent" : "not in the range of 1 to 255") + ", taken as 255");
        return 255;
    }

    private IntFunction<OptionalInt> palette(OptionalAttributes attributes) throws IOException {
        boolean colored = type == SegmentationType.LABELMAP
                && attributes
                        .text(Tag.PHOTOMETRIC_INTERPRETATION)
                        .equals(PhotometricInterpretation.PALETTE_COLOR.toString());
        if (!colored) return number -> OptionalInt.empty();
        try (FrameReader reader = FrameReader.open(file)) {
            RgbConverter converter = RgbConverter.of(file, reader);
            return number -> number < 0 || number > 0xFFFF
                    ? OptionalInt.empty()
                    : OptionalInt.of(
                            converter.toRgb(new Samples.Shorts(new short[] {(short) number}, false))[0] & 0xFFFFFF);
        }
    }

    /** {@return what the stored values mean} */
    public SegmentationType type() {
        return type;
    }

    /** {@return the value of a pixel that belongs to a segment entirely; 1 unless the type is FRACTIONAL} */
    public int maximum() {
        return maximum;
    }

    @Override
    public About about() {
        String series = new OptionalAttributes(file.dataSet()).text(Tag.SERIES_INSTANCE_UID);
        return new About(file.name(), series, segments.regions(), references, findings.sentences());
    }

    /**
     * Reads the pixels of segments on the grid of the segmentation. If all segments of a label map are wanted, labels without a
     * description are read, too.
     *
     * @param selection which segments
     * @param progress receives progress, and can cancel
     * @return the pixels of segments by frame, in the order of the frames
     * @throws IOException if the file cannot be read
     */
    public List<SegmentFrame> frames(RegionSelection selection, Progress progress) throws IOException {
        Set<Integer> wanted =
                selection.of(regions()).stream().map(Region::number).collect(Collectors.toSet());
        boolean all = selection.words().isEmpty();
        return new SegmentPixels(file, type, frames, segments.background(), findings)
                .read(number -> all || wanted.contains(number), progress).stream()
                        .filter(frame -> only.isEmpty() || only.contains(frame.frame() + 1))
                        .toList();
    }

    @Override
    public RegionFile ofFrames(Set<Integer> frames) {
        return frames.isEmpty() ? this : new Segmentation(this, frames);
    }

    @Override
    public PlacedRegions placeOn(RegionTarget target, RegionSelection selection, OverlapRule overlap, Progress progress)
            throws IOException {
        try {
            String own = references.framesOfReference().stream().findFirst().orElse("");
            Diagnostics placing = new Diagnostics();
            RegionReferences.match(own, references.instances(), target).ifPresent(placing::add);
            List<SegmentFrame> masks = frames(selection, progress);
            SegmentSpacing spacing = SegmentSpacing.of(file.dataSet());
            return new SegmentPlacement(target, maximum, spacing, placing)
                    .place(selection.of(regions()), masks, progress);
        } catch (DicomException e) {
            throw e.at(Location.ofFile(file.name()));
        }
    }
}
