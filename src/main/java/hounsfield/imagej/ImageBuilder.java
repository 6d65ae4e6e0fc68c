package hounsfield.imagej;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.PlaneCollector;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.Progress;
import hounsfield.standard.Tag;
import hounsfield.standard.UnsupportedDicomException;
import hounsfield.standard.Workers;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds an ImageJ image of slices: pixels, calibration, header texts, display range. */
final class ImageBuilder {
    /** Slice labels hold the whole header, up to so many characters in all; an image of more has it once, as its Info. */
    private static final int MOST_LABEL_CHARACTERS = 64_000_000;

    private static final int PRESENTATION_LUT_SHAPE = 0x20500020;

    private final List<ImageSlice> slices;
    private final PixelForm form;
    private final Progress progress;
    private final List<String> findings = new ArrayList<>();
    private Placement placement;

    /** @param slices in the order in which they come to be shown; at least one */
    ImageBuilder(List<ImageSlice> slices, PixelForm form, Progress progress) {
        this.slices = List.copyOf(slices);
        this.form = form;
        this.progress = progress;
    }

    /** Where the slices lie, if that is known better than from their own headers. */
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
     * @param virtual whether frames are decoded when they are shown, instead of now
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    ImagePlus build(String title, boolean virtual) throws IOException {
        progress.status("Reading " + title);
        SliceReader reader = new SliceReader();
        try {
            ImagePlus image = build(title, virtual, reader);
            reader.warnings().list().forEach(this::find);
            return image;
        } finally {
            if (!virtual) reader.close();
        }
    }

    private ImagePlus build(String title, boolean virtual, SliceReader reader) throws IOException {
        ImageSlice first = slices.get(0);
        List<String> chosen = new ArrayList<>();
        PlaneMaker maker = reader.read(first, frames -> PlaneMakers.choose(slices, form, frames, chosen));
        PixelLayout layout = reader.read(first, frames -> frames.layout());
        chosen.forEach(this::find);
        if (placement == null) placement = Placement.of(slices);
        placement.findings().forEach(this::find);
        List<Optional<PixelPadding>> padding = padding(maker, layout);
        ImageStack stack;
        if (virtual) stack = new FrameStack(layout.columns(), layout.rows(), slices, reader, maker);
        else if (maker instanceof CalibratedPlanes planes) stack = calibrated(planes, reader, layout);
        else stack = made(maker, reader, layout);
        if (maker instanceof IntegerPlanes integers && !virtual && maker.bitDepth() == 16) {
            maker = integers.withoutSignedLine(stack);
        }
        ImagePlus image = new ImagePlus(title, stack);
        placement.apply(image, maker.channels());
        maker.calibrate(image);
        if (maker.channels() > 1) image = colors(image);
        if (!virtual) addHeaders(image, maker.channels());
        else if (stack.size() == 1) image.setProperty("Info", first.header());
        ImagePadding.keep(image, padding);
        if (maker.meaning(first).isPresent()) display(image, maker, layout);
        return image;
    }

    /** All planes as one calibrated image, whose arrays the stack shares. */
    private ImageStack calibrated(CalibratedPlanes maker, SliceReader reader, PixelLayout layout) throws IOException {
        FrameCalibrator.Plane[] planes = new FrameCalibrator.Plane[slices.size()];
        Workers.forEach(planes.length, progress, i -> {
            ImageSlice slice = slices.get(i);
            planes[i] = reader.read(slice, frames -> {
                checkSize(frames.layout(), layout, slice);
                return maker.plane(slice, frames);
            });
        });
        PlaneCollector collector = new PlaneCollector(layout.columns(), layout.rows());
        for (FrameCalibrator.Plane plane : planes) collector.add(plane);
        CalibratedImage calibrated = collector.builder().build();
        calibrated.findings().forEach(this::find);
        ImageStack stack = new ImageStack(layout.columns(), layout.rows(), calibrated.depth());
        for (int z = 0; z < calibrated.depth(); z++) stack.setPixels(calibrated.plane(z), z + 1);
        return stack;
    }

    private ImageStack made(PlaneMaker maker, SliceReader reader, PixelLayout layout) throws IOException {
        int channels = maker.channels();
        Object[] planes = new Object[slices.size() * channels];
        Workers.forEach(slices.size(), progress, i -> {
            ImageSlice slice = slices.get(i);
            Object[] pixels = reader.read(slice, frames -> {
                checkSize(frames.layout(), layout, slice);
                return maker.pixels(slice, frames);
            });
            System.arraycopy(pixels, 0, planes, i * channels, channels);
        });
        ImageStack stack = new ImageStack(layout.columns(), layout.rows(), planes.length);
        for (int i = 0; i < planes.length; i++) stack.setPixels(planes[i], i + 1);
        return stack;
    }

    private static void checkSize(PixelLayout layout, PixelLayout first, ImageSlice slice) throws DicomException {
        if (layout.rows() != first.rows() || layout.columns() != first.columns()) {
            throw new UnsupportedDicomException(
                    "is " + layout.columns() + " x " + layout.rows() + " pixels, the first slice " + first.columns()
                            + " x " + first.rows(),
                    Location.ofFile(slice.file().name()));
        }
    }

    private List<Optional<PixelPadding>> padding(PlaneMaker maker, PixelLayout layout) throws IOException {
        List<Optional<PixelPadding>> padding = new ArrayList<>();
        for (ImageSlice slice : slices) {
            Optional<ModalityLut> meaning = maker.meaning(slice);
            if (meaning.isEmpty()) return List.of();
            padding.add(PixelPadding.of(slice.file().dataSet(), layout, meaning.get()));
        }
        return padding;
    }

    private static ImagePlus colors(ImagePlus image) {
        CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
        composite.setOpenAsHyperStack(true);
        return composite;
    }

    private void addHeaders(ImagePlus image, int channels) {
        ImageStack stack = image.getStack();
        ImageSlice first = slices.get(0);
        String info = first.header();
        if (stack.size() == 1) {
            image.setProperty("Info", info);
            return;
        }
        boolean once = (long) info.length() * slices.size() > MOST_LABEL_CHARACTERS;
        if (once) image.setProperty("Info", info);
        boolean framesDiffer = HeaderText.hasFunctionalGroups(first.file().dataSet());
        Workers.forEach(slices.size(), Progress.NONE, index -> {
            ImageSlice slice = slices.get(index);
            boolean sameHeader = slice.file() == first.file() && !framesDiffer;
            String header = once ? "" : "\n" + (sameHeader ? info : slice.header());
            for (int channel = 1; channel <= channels; channel++) {
                stack.setSliceLabel(slice.name() + header, index * channels + channel);
            }
        });
    }

    /** The display range of the file's first window, or from the smallest to the largest value that is no padding. */
    private void display(ImagePlus image, PlaneMaker maker, PixelLayout layout) throws IOException {
        ImageSlice first = slices.get(0);
        if (isInverted(first)) image.setLut(ImageWindows.ramp(true));
        double[] range = layout.bitsAllocated() == 1 ? new double[] {0, 1} : DisplayRanges.of(first, maker, image);
        image.setDisplayRange(range[0], range[1]);
    }

    /** The lowest value is white: MONOCHROME1, or a Presentation LUT Shape of INVERSE (PS3.3 C.11.6.1.2). */
    private static boolean isInverted(ImageSlice slice) throws DicomException {
        String shape = slice.file().dataSet().findString(PRESENTATION_LUT_SHAPE).orElse("");
        if (shape.equals("INVERSE")) return true;
        return shape.isEmpty()
                && slice.file()
                        .dataSet()
                        .findString(Tag.PHOTOMETRIC_INTERPRETATION)
                        .flatMap(PhotometricInterpretation::of)
                        .filter(PhotometricInterpretation.MONOCHROME1::equals)
                        .isPresent();
    }

    /** Adds what the user should know, once. */
    void find(String sentence) {
        if (!findings.contains(sentence)) findings.add(sentence);
    }
}
