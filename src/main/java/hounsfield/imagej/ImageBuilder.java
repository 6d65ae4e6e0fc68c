package hounsfield.imagej;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.ValueSource;
import hounsfield.codec.PixelLayout;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.geometry.Placement;
import hounsfield.standard.DicomException;
import hounsfield.standard.Memory;
import hounsfield.standard.Progress;
import hounsfield.window.PresentationLut;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Builds an ImageJ image of slices: pixels, calibration, header texts, display range. */
final class ImageBuilder {
    /** Slice labels hold the whole header, up to so many characters in all; an image of more has it once, as its Info. */
    private static final int MOST_LABEL_CHARACTERS = 64_000_000;

    private final List<ImageSlice> slices;
    private final List<FrameRef> frames;
    private final OpenSettings settings;
    private final Progress progress;
    private final List<String> findings = new ArrayList<>();
    private Placement placement;

    /** @param slices in the order in which they come to be shown; at least one */
    ImageBuilder(List<ImageSlice> slices, OpenSettings settings, Progress progress) {
        this.slices = List.copyOf(slices);
        frames = slices.stream().map(ImageSlice::source).toList();
        this.settings = settings;
        this.progress = progress;
    }

    /** Where the slices lie, if that is known better than from the frames' own headers. */
    ImageBuilder place(Placement known) {
        placement = known;
        return this;
    }

    /** What was odd and did not stop the work; complete after building. */
    List<String> findings() {
        return findings;
    }

    /**
     * Builds an image.
     *
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    ImagePlus build(String title) throws IOException {
        progress.status("Reading " + title);
        FrameOpener opener = new FrameOpener();
        boolean staysOpen = false;
        try {
            ImagePlus image = build(title, opener);
            opener.warnings().list().forEach(this::find);
            staysOpen = settings.virtual();
            return image;
        } catch (UncheckedIOException e) {
            // A virtual stack's frame, which ImageJ asked for.
            throw e.getCause();
        } finally {
            if (!staysOpen) opener.close();
        }
    }

    /** A stack with what its numbers mean: how it was made in the end, and each slice's padding, or none for colour. */
    private record Pixels(PlaneMaker maker, ImageStack stack, List<Optional<PixelPadding>> padding) {}

    private ImagePlus build(String title, FrameOpener opener) throws IOException {
        FrameRef first = frames.get(0).held();
        List<String> chosen = new ArrayList<>();
        PlaneMaker choice =
                opener.read(first, (frame, reader) -> PlaneMakers.choose(frames, settings, reader, chosen, progress));
        PixelLayout layout = opener.read(first, (frame, reader) -> reader.layout());
        chosen.forEach(this::find);
        if (placement == null) placement = Placement.of(frames);
        placement.findings().forEach(this::find);
        checkMemory(choice, layout);
        Pixels pixels;
        if (settings.virtual()) pixels = later(choice, opener, layout);
        else if (choice instanceof CalibratedPlanes) pixels = calibrated(opener);
        else pixels = made(choice, opener, layout);
        PlaneMaker maker = pixels.maker();
        ImagePlus image = new RevertibleImage(title, pixels.stack(), () -> build(title));
        ImagePlacement.apply(placement, image, maker.channels());
        maker.calibrate(image);
        if (maker.channels() > 1) image = colors(image);
        if (image.getStackSize() == 1) image.setProperty("Info", slices.get(0).header());
        else if (pixels.stack() instanceof LabelledStack labelled) addHeaders(image, labelled, maker.channels());
        ImagePadding.keep(image, pixels.padding());
        if (maker.meaning(first).isPresent()) {
            display(image, pixels, layout);
            ValueProperties.markSource(image, maker.source());
            if (maker.source() == ValueSource.STORED && isRescaled(first)) ValueProperties.markStored(image);
        }
        return image;
    }

    /** Before any frame is decoded; of a virtual stack one frame at a time must fit. */
    private void checkMemory(PlaneMaker maker, PixelLayout layout) {
        long pixels = layout.pixels();
        int planes = frames.size() * maker.channels();
        int all = settings.virtual() ? maker.channels() : planes;
        List<Memory.Instead> instead = new ArrayList<>();
        if (!settings.virtual() && frames.size() > 1) {
            Memory.Need one = new Memory.Need(maker.channels(), pixels * maker.bitDepth() / Byte.SIZE);
            instead.add(new Memory.Instead("open it as a virtual stack", one));
        }
        if (maker.bitDepth() == Float.SIZE && layout.bitsAllocated() <= Short.SIZE) {
            instead.add(new Memory.Instead("open it with 16-bit pixels", new Memory.Need(all, pixels * Short.BYTES)));
        }
        Memory.require(
                "an image of " + frames.size() + " x " + layout.columns() + " x " + layout.rows() + " pixels",
                new Memory.Need(all, pixels * maker.bitDepth() / Byte.SIZE),
                instead);
    }

    /** A stack whose frames are decoded when they are shown. */
    private Pixels later(PlaneMaker maker, FrameOpener opener, PixelLayout layout) throws IOException {
        ImageStack stack = new FrameStack(layout.columns(), layout.rows(), slices, opener, maker);
        return new Pixels(maker, stack, padding(maker, layout));
    }

    /** The planes of a calibrated image, whose arrays the stack shares. */
    private Pixels calibrated(FrameOpener opener) throws IOException {
        CalibratedImage calibrated = FrameCalibrator.read(frames, placement, opener, settings.values(), progress);
        calibrated.findings().forEach(this::find);
        ImageStack stack = new LabelledStack(calibrated.width(), calibrated.height(), calibrated.planes());
        return new Pixels(new CalibratedPlanes(calibrated.unit(), settings.values()), stack, calibrated.paddings());
    }

    /** Planes in another form than calibrated floats. */
    private Pixels made(PlaneMaker maker, FrameOpener opener, PixelLayout layout) throws IOException {
        List<Object[]> channels = opener.readAll(frames, progress, maker::pixels);
        List<Object> planes = channels.stream().flatMap(Arrays::stream).toList();
        ImageStack stack = new LabelledStack(layout.columns(), layout.rows(), planes);
        PlaneMaker used = maker instanceof IntegerPlanes integers ? integers.withoutSignedLine(stack) : maker;
        return new Pixels(used, stack, padding(used, layout));
    }

    private List<Optional<PixelPadding>> padding(PlaneMaker maker, PixelLayout layout) throws IOException {
        if (maker.meaning(frames.get(0)).isEmpty()) return List.of();
        return FrameRef.ofHeaders(
                frames,
                progress,
                frame -> PixelPadding.of(
                        frame.file().dataSet(), layout, maker.meaning(frame).orElseThrow()));
    }

    private static ImagePlus colors(ImagePlus image) {
        CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
        composite.setOpenAsHyperStack(true);
        return composite;
    }

    private void addHeaders(ImagePlus image, LabelledStack stack, int channels) throws DicomException {
        ImageSlice first = slices.get(0);
        String info = first.header();
        boolean once = (long) info.length() * slices.size() > MOST_LABEL_CHARACTERS;
        if (once) image.setProperty("Info", info);
        boolean framesDiffer =
                HeaderText.hasFunctionalGroups(first.source().file().dataSet());
        for (int index = 0; index < slices.size(); index++) {
            ImageSlice slice = slices.get(index);
            boolean sameHeader = slice.source().source() == first.source().source() && !framesDiffer;
            Supplier<String> label =
                    once ? slice::name : new LaterLabel(() -> sameHeader ? slice.name() + "\n" + info : slice.label());
            for (int channel = 1; channel <= channels; channel++) {
                stack.setSliceLabelLater(label, index * channels + channel);
            }
        }
    }

    /** The display range of the file's first window, or from the smallest to the largest value that is no padding. */
    private void display(ImagePlus image, Pixels pixels, PixelLayout layout) throws IOException {
        FrameRef first = frames.get(0).held();
        if (PresentationLut.isInverse(first.file().dataSet())) image.setLut(ImageWindows.ramp(true));
        double[] range = layout.bitsAllocated() == 1
                ? new double[] {0, 1}
                : DisplayRanges.of(first, pixels.maker(), image, pixels.padding(), this::find);
        image.setDisplayRange(range[0], range[1]);
    }

    private static boolean isRescaled(FrameRef frame) throws DicomException {
        return !ModalityTransform.ofWindows(frame.groups(), frame.frame()).lut().equals(ModalityLut.IDENTITY);
    }

    /** Adds what the user should know, once. */
    void find(String sentence) {
        if (!findings.contains(sentence)) findings.add(sentence);
    }
}
