package hounsfield.imagej.open;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.Damage;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.ValueSource;
import hounsfield.calibrate.WhenDamaged;
import hounsfield.codec.PixelLayout;
import hounsfield.frame.FrameFile;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.geometry.Placement;
import hounsfield.imagej.display.ImageWindows;
import hounsfield.imagej.display.InitialDisplay;
import hounsfield.imagej.memory.HeaderText;
import hounsfield.imagej.memory.ImageDamage;
import hounsfield.imagej.memory.ImagePlacement;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.SliceLabel;
import hounsfield.imagej.memory.SliceTable;
import hounsfield.imagej.memory.ValueRecord;
import hounsfield.imagej.pixels.CalibratedConverter;
import hounsfield.imagej.pixels.FrameStack;
import hounsfield.imagej.pixels.ImageSlice;
import hounsfield.imagej.pixels.IntegerConverter;
import hounsfield.imagej.pixels.LabeledStack;
import hounsfield.imagej.pixels.LazyLabel;
import hounsfield.imagej.pixels.PixelConverter;
import hounsfield.imagej.pixels.SliceDecoder;
import hounsfield.imagej.pixels.TrackedImage;
import hounsfield.imagej.viewer.ViewerWindows;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Memory;
import hounsfield.window.voi.PresentationLut;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Builds an ImageJ image from slices: pixels, calibration, header texts, display range. */
final class ImageBuilder {
    /** Maximum characters of headers in all slice labels; a larger image has the header once, in its Info. */
    private static final int MOST_LABEL_CHARACTERS = 64_000_000;

    private final List<ImageSlice> slices;
    private final List<FrameRef> frames;
    private final OpenSettings settings;
    private final Progress progress;
    private final Diagnostics findings = new Diagnostics();
    private Placement placement;
    /** The first frame whose file can be opened, with its header in memory; it represents all frames. */
    private FrameRef first;

    /** The index of {@link #first} in {@link #frames}. */
    private int firstOpen;

    /** @param slices in display order, at least one */
    ImageBuilder(List<ImageSlice> slices, OpenSettings settings, Progress progress) {
        this.slices = List.copyOf(slices);
        frames = slices.stream().map(ImageSlice::source).toList();
        this.settings = settings;
        this.progress = progress;
    }

    /** Sets the placement of the slices, if it is known better than from the frames' headers. */
    ImageBuilder place(Placement known) {
        placement = known;
        return this;
    }

    /** Returns the findings that did not prevent opening; complete after {@link #build}. */
    Diagnostics findings() {
        return findings;
    }

    /**
     * Builds an image.
     *
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    ImagePlus build(String title) throws IOException {
        ViewerWindows.install();
        progress.status("Reading " + title);
        FrameOpener opener = new FrameOpener();
        boolean staysOpen = false;
        try {
            ImagePlus image = build(title, opener);
            findings.addAll(opener.diagnostics());
            staysOpen = settings.virtual();
            return image;
        } catch (UncheckedIOException e) {
            // From a frame of a virtual stack that ImageJ requested.
            throw e.getCause();
        } finally {
            if (!staysOpen) opener.close();
        }
    }

    /**
     * A stack with the meaning of its values.
     *
     * @param maker the converter that matches the pixels
     * @param padding the padding of each slice; no entries for color
     * @param units the unit of each slice if they differ; otherwise no entries
     * @param damage the damage of each slice, by index from 0; empty for intact slices and those not decoded yet
     */
    private record Pixels(
            PixelConverter maker,
            ImageStack stack,
            List<Optional<PixelPadding>> padding,
            List<String> units,
            IntFunction<Optional<Damage>> damage) {}

    private ImagePlus build(String title, FrameOpener opener) throws IOException {
        FrameRef open = opener.firstOpen(frames);
        firstOpen = frames.indexOf(open);
        first = open.held();
        PixelConverters.Choice choice = opener.read(
                first, (frame, reader) -> PixelConverters.choose(frames, settings, frame, reader, findings, progress));
        PixelLayout layout = choice.layout();
        if (placement == null) placement = Placement.of(frames);
        findings.addAll(placement.findings());
        checkMemory(choice.converter(), layout);
        Pixels pixels;
        if (settings.virtual()) pixels = later(choice, opener, layout);
        else if (choice.converter() instanceof CalibratedConverter) pixels = calibrated(opener);
        else pixels = converted(choice, opener, layout);
        PixelConverter maker = pixels.maker();
        ImagePlus image = new RevertibleImage(title, pixels.stack(), () -> build(title));
        // Otherwise ImageJ computes the smallest and largest value of the first slice when the stack is first
        // requested.
        if (image.getBitDepth() == Float.SIZE) image.getProcessor().setMinAndMax(0, 1);
        ImagePlacement.apply(placement, image, maker.channels(), records(pixels.units()));
        maker.calibrate(image);
        if (maker.channels() > 1) image = new TrackedImage.Composite(image, CompositeImage.COMPOSITE);
        else if (placement.channels() > 1) image = new TrackedImage.Composite(image, CompositeImage.GRAYSCALE);
        ImageRecord record = ImageRecord.read(image);
        record.with(values(image, pixels)).writeTo(image);
        addHeaders(image, pixels, maker.channels());
        if (maker.hasValues()) display(image, pixels, layout);
        return image;
    }

    /** Returns the slices, with their units in the names if these differ. */
    private List<ImageSlice> named(List<String> units) {
        if (units.isEmpty()) return slices;
        List<ImageSlice> named = new ArrayList<>();
        for (ImageSlice slice : slices) {
            String unit = units.get(named.size());
            named.add(new ImageSlice(
                    slice.source(), slice.name() + (unit.isEmpty() ? ", without a unit" : ", in " + unit)));
        }
        return named;
    }

    private List<SliceTable.Slice> records(List<String> units) {
        List<SliceTable.Slice> records = new ArrayList<>();
        for (ImageSlice slice : named(units)) {
            FrameRef source = slice.source();
            String unit = units.isEmpty() ? "" : units.get(records.size());
            records.add(new SliceTable.Slice(slice.name(), "", source.frame(), source.tile(), unit, Optional.empty()));
        }
        return records;
    }

    private ValueRecord values(ImagePlus image, Pixels pixels) throws DicomException {
        PixelConverter maker = pixels.maker();
        boolean color = !maker.hasValues();
        ValueSource source = color ? ValueSource.RESCALE : maker.source();
        String unit = image.getCalibration().getValueUnit();
        return new ValueRecord(
                ValueRecord.Origin.FILE,
                image.getBitDepth(),
                source == ValueSource.STORED && isRescaled(first),
                source,
                unit.equals("Gray Value") ? "" : unit,
                maker.storedZero(),
                pixels.padding(),
                List.of());
    }

    /** Checks memory before any frame is decoded. For a virtual stack, one frame must fit. */
    private void checkMemory(PixelConverter maker, PixelLayout layout) {
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

    /** Returns a virtual stack whose frames are decoded when they are shown. */
    private Pixels later(PixelConverters.Choice choice, FrameOpener opener, PixelLayout layout) throws IOException {
        PixelConverter maker = choice.converter();
        boolean fills = maker instanceof CalibratedConverter && settings.damaged() == WhenDamaged.FILL;
        Optional<ValueSource> filled = fills ? Optional.of(settings.values()) : Optional.empty();
        SliceDecoder decoder = new SliceDecoder(named(choice.units()), opener, maker, layout, filled);
        if (fills) decoder.findValues(progress);
        else decoder.findFirst(progress);
        progress.check();
        FrameStack stack = new FrameStack(decoder);
        return new Pixels(maker, stack, choice.padding(), choice.units(), index -> stack.damage(index + 1));
    }

    /** Returns calibrated floats. The stack shares the arrays of the calibrated image. */
    private Pixels calibrated(FrameOpener opener) throws IOException {
        CalibratedImage calibrated =
                FrameCalibrator.read(frames, placement, opener, settings.values(), settings.damaged(), progress);
        findings.addAll(calibrated.findings());
        ImageStack stack = new LabeledStack(calibrated.width(), calibrated.height(), calibrated.planes());
        PixelConverter maker = new CalibratedConverter(calibrated.unit(), settings.values());
        return new Pixels(maker, stack, calibrated.paddings(), units(calibrated), calibrated::damage);
    }

    private List<String> units(CalibratedImage image) {
        List<String> units =
                IntStream.range(0, frames.size()).mapToObj(image::unit).toList();
        return units.stream().distinct().count() > 1 ? units : List.of();
    }

    /** Returns planes in another form than calibrated floats. */
    private Pixels converted(PixelConverters.Choice choice, FrameOpener opener, PixelLayout layout) throws IOException {
        PixelConverter maker = choice.converter();
        boolean fillable = maker.hasValues() && layout.bitsAllocated() > 1 && settings.damaged() == WhenDamaged.FILL;
        String hint = fillable ? "pixels=32-bit opens the image with NaN for the rest" : "";
        List<Object[]> channels = opener.readAll(frames, hint, progress, maker::pixels);
        List<Object> planes = channels.stream().flatMap(Arrays::stream).toList();
        ImageStack stack = new LabeledStack(layout.columns(), layout.rows(), planes);
        PixelConverter used = maker instanceof IntegerConverter integers ? integers.withoutSignedLine(stack) : maker;
        return new Pixels(used, stack, choice.padding(), choice.units(), index -> Optional.empty());
    }

    /** Sets header text and damage in the Info of a single image or in the slice labels of a stack. */
    private void addHeaders(ImagePlus image, Pixels pixels, int channels) throws DicomException {
        IntFunction<Optional<Damage>> damage = pixels.damage();
        int height = image.getHeight();
        if (image.getStackSize() == 1) {
            image.setProperty("Info", SliceLabel.info(slices.get(0).header(), damage.apply(0), height));
        } else if (pixels.stack() instanceof LabeledStack labeled) {
            addLabels(image, labeled, pixels, channels);
        }
        ImageDamage.mark(image, n -> damage.apply((n - 1) / channels).isPresent());
    }

    private void addLabels(ImagePlus image, LabeledStack stack, Pixels pixels, int channels) throws DicomException {
        FrameFile file = frames.get(firstOpen).source();
        String info = new ImageSlice(first, "").header();
        int height = image.getHeight();
        boolean once = (long) info.length() * slices.size() > MOST_LABEL_CHARACTERS;
        if (once) image.setProperty("Info", info);
        boolean framesDiffer = HeaderText.hasFunctionalGroups(first.file().dataSet());
        List<ImageSlice> named = named(pixels.units());
        for (int index = 0; index < slices.size(); index++) {
            ImageSlice slice = named.get(index);
            String name = slice.name();
            boolean sameHeader = slice.source().source() == file && !framesDiffer;
            Optional<Damage> own = pixels.damage().apply(index);
            LazyLabel label = new LazyLabel(name, () -> {
                String text = once ? name : sameHeader ? name + "\n" + info : slice.label();
                return SliceLabel.of(text, own, height);
            });
            for (int channel = 1; channel <= channels; channel++) {
                stack.setSliceLabelLater(label, index * channels + channel);
            }
        }
    }

    /** Sets the window and, for Presentation LUT Shape INVERSE or MONOCHROME1, an inverted lookup table. */
    private void display(ImagePlus image, Pixels pixels, PixelLayout layout) throws IOException {
        if (PresentationLut.isInverse(first.file().dataSet())) image.setLut(ImageWindows.ramp(true));
        if (layout.bitsAllocated() == 1) {
            image.setDisplayRange(0, 1);
        } else if (image instanceof CompositeImage channels) {
            InitialDisplay.setChannels(channels, frames, pixels.maker().source(), pixels.padding(), findings, progress);
        } else InitialDisplay.set(image, first, pixels.maker().source(), pixels.padding(), findings, progress);
    }

    private static boolean isRescaled(FrameRef frame) throws DicomException {
        return !ModalityTransform.ofWindows(frame.groups(), frame.frame()).lut().equals(ModalityLut.IDENTITY);
    }
}
