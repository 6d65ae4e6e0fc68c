package hounsfield.imagej.open;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.Rescale;
import hounsfield.calibrate.ValueSource;
import hounsfield.codec.PixelLayout;
import hounsfield.color.RgbConverter;
import hounsfield.frame.FrameRef;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.imagej.pixels.CalibratedConverter;
import hounsfield.imagej.pixels.ColorConverter;
import hounsfield.imagej.pixels.IntegerConverter;
import hounsfield.imagej.pixels.PixelConverter;
import hounsfield.imagej.pixels.StoredFloatConverter;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses the pixel converter of an image. */
final class PixelConverters {
    /**
     * A converter, and facts from the headers.
     *
     * @param converter the converter
     * @param layout of the first frame
     * @param padding the padding of each frame, in the values of the image; no entries for color, and for 32-bit values
     *     in memory, whose calibrated planes have their own
     * @param units the unit of each frame if they differ in 32-bit values; otherwise no entries
     */
    record Choice(
            PixelConverter converter, PixelLayout layout, List<Optional<PixelPadding>> padding, List<String> units) {
        Choice(PixelConverter converter, PixelLayout layout, List<Optional<PixelPadding>> padding) {
            this(converter, layout, padding, List.of());
        }
    }

    private final List<FrameRef> frames;
    private final OpenSettings settings;
    private final FrameRef first;
    private final PixelLayout layout;
    private final FrameReader reader;
    private final Diagnostics findings;
    private final Progress progress;

    private PixelConverters(
            List<FrameRef> frames,
            OpenSettings settings,
            FrameRef first,
            FrameReader reader,
            Diagnostics findings,
            Progress progress) {
        this.frames = frames;
        this.settings = settings;
        this.first = first;
        this.reader = reader;
        this.findings = findings;
        this.progress = progress;
        layout = reader.layout();
    }

    /**
     * Returns the converter for frames of one image.
     *
     * @param first the frame that represents all
     * @param reader reads its file
     * @param findings receives sentences for the user
     * @throws DicomException if the image cannot have such pixels
     */
    static Choice choose(
            List<FrameRef> frames,
            OpenSettings settings,
            FrameRef first,
            FrameReader reader,
            Diagnostics findings,
            Progress progress)
            throws IOException {
        PixelConverters converters = new PixelConverters(frames, settings, first, reader, findings, progress);
        try {
            return converters.choose();
        } catch (DicomException e) {
            throw e.at(first.location());
        }
    }

    private Choice choose() throws IOException {
        if (!reader.decodedPhotometric().isMonochrome()) {
            boolean deep = layout.samplesPerPixel() > 1
                    && RgbConverter.of(first.file(), reader).isDeep();
            return new Choice(new ColorConverter(deep), layout, List.of());
        }
        // Binary segmentations: 0 and 1 have no unit.
        boolean binary = layout.bitsAllocated() == 1;
        boolean stored = binary || settings.pixels() == PixelForm.STORED;
        ValueSource source = stored ? ValueSource.STORED : settings.values();
        boolean planesSuffice = settings.pixels() == PixelForm.CALIBRATED && !binary && !settings.virtual();
        if (planesSuffice && source != ValueSource.REAL_WORLD) {
            return new Choice(new CalibratedConverter("", source), layout, List.of());
        }
        List<Optional<FrameValues>> values = FrameValues.of(frames, source, layout, progress);
        List<Optional<PixelPadding>> padding =
                values.stream().map(each -> each.flatMap(FrameValues::padding)).toList();
        PixelConverter converter = binary ? IntegerConverter.stored(true, false) : converter(values, source);
        return new Choice(
                converter, layout, padding, converter instanceof CalibratedConverter ? units(values) : List.of());
    }

    private static List<String> units(List<Optional<FrameValues>> values) {
        List<String> units = values.stream()
                .map(each -> each.map(known -> known.transform().declaredUnit()).orElse(""))
                .toList();
        return units.stream().distinct().count() > 1 ? units : List.of();
    }

    private PixelConverter converter(List<Optional<FrameValues>> values, ValueSource source) throws DicomException {
        List<FrameValues> readable = values.stream().flatMap(Optional::stream).toList();
        return switch (settings.pixels()) {
            case CALIBRATED -> calibrated(readable, source);
            case COMPACT -> compact(readable, source);
            case STORED -> stored(readable);
        };
    }

    /** Returns a converter with the unit that all frames share, or without a unit if they differ. */
    private PixelConverter calibrated(List<FrameValues> values, ValueSource source) {
        Set<String> units = new LinkedHashSet<>();
        Set<String> sentences = new LinkedHashSet<>();
        int unscaled = 0;
        for (FrameValues each : values) {
            units.add(each.transform().declaredUnit());
            sentences.addAll(each.transform().findings());
            if (!each.transform().scaled()) unscaled++;
        }
        findings.addAll(sentences);
        CalibratedImage.partlyUnscaled(unscaled, frames.size()).ifPresent(findings::add);
        CalibratedImage.differingUnits(units).ifPresent(findings::add);
        return new CalibratedConverter(units.size() == 1 ? units.iterator().next() : "", source);
    }

    private PixelConverter compact(List<FrameValues> values, ValueSource source) throws DicomException {
        ModalityTransform transform = ModalityTransform.of(first.groups(), first.frame(), source);
        Optional<String> obstacle = obstacle(values, transform);
        if (obstacle.isPresent()) {
            findings.add("16-bit pixels are not possible because " + obstacle.get() + "; opened as 32-bit instead");
            return calibrated(values, source);
        }
        findings.addAll(transform.findings());
        return IntegerConverter.calibrated(
                layout.bitsStored(), layout.signed(), (Rescale) transform.lut(), transform.unit(), source);
    }

    /** Returns the reason why one linear calibration cannot give the values of all slices; empty if it can. */
    private Optional<String> obstacle(List<FrameValues> values, ModalityTransform transform) throws DicomException {
        if (isFloat() || layout.bitsStored() > 16) return Optional.of("the stored values need more bits");
        if (!(transform.lut() instanceof Rescale)) return Optional.of("the values come from a table");
        for (FrameValues each : values) {
            ModalityTransform other = each.transform();
            if (!other.lut().equals(transform.lut()) || !other.unit().equals(transform.unit())) {
                return Optional.of("the slices differ in Rescale Slope, Intercept or Type");
            }
            if (each.signed() != layout.signed()) return Optional.of("the slices differ in Pixel Representation");
        }
        return Optional.empty();
    }

    private PixelConverter stored(List<FrameValues> values) throws DicomException {
        boolean alike = values.stream()
                .allMatch(each -> each.signed() == layout.signed() && each.bitsStored() == layout.bitsStored());
        if (!alike || isFloat() || layout.bitsStored() > 16) return new StoredFloatConverter();
        return IntegerConverter.stored(layout.bitsStored() <= 8 && !layout.signed(), layout.signed());
    }

    private boolean isFloat() throws DicomException {
        int tag = first.file().pixelData().orElseThrow().tag();
        return tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    }
}
