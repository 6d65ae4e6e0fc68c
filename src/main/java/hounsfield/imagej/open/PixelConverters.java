package hounsfield.imagej.open;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.Rescale;
import hounsfield.calibrate.ValueSource;
import hounsfield.codec.PixelLayout;
import hounsfield.color.RgbConverter;
import hounsfield.frame.FrameReader;
import hounsfield.frame.FrameRef;
import hounsfield.imagej.pixels.CalibratedConverter;
import hounsfield.imagej.pixels.ColorConverter;
import hounsfield.imagej.pixels.IntegerConverter;
import hounsfield.imagej.pixels.PixelConverter;
import hounsfield.imagej.pixels.StoredFloatConverter;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import hounsfield.standard.UnsupportedDicomException;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Chooses the pixel converter of an image. */
final class PixelConverters {
    private final List<FrameRef> frames;
    private final FrameRef first;
    private final PixelLayout layout;
    private final FrameReader reader;
    private final List<String> findings;
    private final Progress progress;
    private final ValueSource source;

    private PixelConverters(
            List<FrameRef> frames,
            ValueSource source,
            FrameRef first,
            FrameReader reader,
            List<String> findings,
            Progress progress) {
        this.frames = frames;
        this.source = source;
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
    static PixelConverter choose(
            List<FrameRef> frames,
            OpenSettings settings,
            FrameRef first,
            FrameReader reader,
            List<String> findings,
            Progress progress)
            throws IOException {
        PixelConverters makers = new PixelConverters(frames, settings.values(), first, reader, findings, progress);
        try {
            return makers.choose(settings.pixels());
        } catch (DicomException e) {
            throw e.at(first.location());
        }
    }

    private PixelConverter choose(PixelForm form) throws IOException {
        if (!reader.decodedPhotometric().isMonochrome()) {
            boolean deep = layout.samplesPerPixel() > 1
                    && RgbConverter.of(first.file(), reader).isDeep();
            return new ColorConverter(deep);
        }
        // Binary segmentations: 0 and 1 have no unit.
        if (layout.bitsAllocated() == 1) return IntegerConverter.stored(true, false);
        return switch (form) {
            case CALIBRATED -> calibrated(transform(first));
            case COMPACT -> compact(transform(first));
            case STORED -> stored();
        };
    }

    /** @throws UnsupportedDicomException if a frame lacks the requested mapping */
    private ModalityTransform transform(FrameRef frame) throws DicomException {
        ModalityTransform transform = ModalityTransform.of(frame.groups(), frame.frame(), source);
        if (source == ValueSource.REAL_WORLD && transform.lost().isPresent()) {
            throw new UnsupportedDicomException(transform.lost().get().reason(), frame.location());
        }
        return transform;
    }

    /** Returns a converter with the unit that all frames share, or without a unit if they differ. */
    private PixelConverter calibrated(ModalityTransform transform) throws DicomException {
        Set<String> sentences = Collections.synchronizedSet(new LinkedHashSet<>(transform.findings()));
        AtomicInteger unscaled = new AtomicInteger();
        // A frame whose header cannot be read is reported as damaged when it is decoded.
        FrameRef.HeaderTask<String> task = frame -> {
            ModalityTransform each = transform(frame);
            if (!each.scaled()) unscaled.incrementAndGet();
            sentences.addAll(each.findings());
            return each.declaredUnit();
        };
        Set<String> units = FrameRef.ofReadableHeaders(frames, progress, task).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        findings.addAll(sentences);
        if (unscaled.get() > 0 && unscaled.get() < frames.size()) {
            findings.add(unscaled + " of " + frames.size() + " planes have no rescale and keep their stored values");
        }
        CalibratedImage.differingUnits(units).ifPresent(findings::add);
        return new CalibratedConverter(units.size() == 1 ? units.iterator().next() : "", source);
    }

    private PixelConverter compact(ModalityTransform transform) throws DicomException {
        String obstacle = obstacle(transform);
        if (obstacle != null) {
            findings.add("16-bit pixels are not possible because " + obstacle + "; opened as 32-bit instead");
            return calibrated(transform);
        }
        findings.addAll(transform.findings());
        return IntegerConverter.calibrated(
                layout.bitsStored(), layout.signed(), (Rescale) transform.lut(), transform.unit(), source);
    }

    /** Returns the reason why one linear calibration cannot give the values of all slices; {@code null} if it can. */
    private String obstacle(ModalityTransform transform) throws DicomException {
        if (isFloat() || layout.bitsStored() > 16) return "the stored values need more bits";
        if (!(transform.lut() instanceof Rescale)) return "the values come from a table";
        OptionalInt sign = sign(first);
        return FrameRef.ofHeaders(frames, progress, frame -> obstacle(frame, transform, sign)).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String obstacle(FrameRef frame, ModalityTransform transform, OptionalInt sign) throws DicomException {
        ModalityTransform other = transform(frame);
        if (!other.lut().equals(transform.lut()) || !other.unit().equals(transform.unit())) {
            return "the slices differ in Rescale Slope, Intercept or Type";
        }
        return sign(frame).equals(sign) ? null : "the slices differ in Pixel Representation";
    }

    private PixelConverter stored() throws DicomException {
        if (isFloat() || layout.bitsStored() > 16) return new StoredFloatConverter();
        OptionalInt sign = sign(first);
        List<Boolean> alike = FrameRef.ofHeaders(
                frames,
                progress,
                frame -> frame.source() == first.source()
                        || sign(frame).equals(sign)
                                && frame.file()
                                                .dataSet()
                                                .findInt(Tag.BITS_STORED)
                                                .orElse(16)
                                        == layout.bitsStored());
        if (alike.contains(false)) return new StoredFloatConverter();
        return IntegerConverter.stored(layout.bitsStored() <= 8 && !layout.signed(), layout.signed());
    }

    private boolean isFloat() throws DicomException {
        int tag = first.file().pixelData().orElseThrow().tag();
        return tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    }

    private static OptionalInt sign(FrameRef frame) throws DicomException {
        return frame.file().dataSet().findInt(Tag.PIXEL_REPRESENTATION);
    }
}
