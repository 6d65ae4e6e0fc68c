package hounsfield.imagej;

import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.Rescale;
import hounsfield.codec.PixelLayout;
import hounsfield.color.RgbConverter;
import hounsfield.frame.FrameReader;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.Tag;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** Chooses how the pixels of an image are made. */
final class PlaneMakers {
    private final List<ImageSlice> slices;
    private final PixelLayout layout;
    private final FrameReader reader;
    private final List<String> findings;

    private PlaneMakers(List<ImageSlice> slices, FrameReader reader, List<String> findings) {
        this.slices = slices;
        this.reader = reader;
        this.findings = findings;
        layout = reader.layout();
    }

    /**
     * The maker for slices that go into one image.
     *
     * @param reader of the first slice's file
     * @param findings takes what the user should know
     */
    static PlaneMaker choose(List<ImageSlice> slices, PixelForm form, FrameReader reader, List<String> findings)
            throws IOException {
        PlaneMakers makers = new PlaneMakers(slices, reader, findings);
        try {
            return makers.choose(form);
        } catch (DicomException e) {
            throw e.at(Location.ofFile(slices.get(0).file().name()));
        }
    }

    private PlaneMaker choose(PixelForm form) throws IOException {
        ImageSlice first = slices.get(0);
        if (!reader.decodedPhotometric().isMonochrome()) {
            boolean deep = layout.samplesPerPixel() > 1
                    && RgbConverter.of(first.file(), reader).isDeep();
            return new ColorPlanes(deep);
        }
        // Segmentations: 0 and 1, which no unit makes clearer.
        if (layout.bitsAllocated() == 1) return IntegerPlanes.stored(true, false);
        ModalityTransform transform = ModalityTransform.of(first.groups(), first.frame());
        return switch (form) {
            case CALIBRATED -> calibrated(transform);
            case COMPACT -> compact(transform);
            case STORED -> stored();
        };
    }

    private PlaneMaker calibrated(ModalityTransform transform) {
        findings.addAll(transform.findings());
        return new CalibratedPlanes(transform.unit());
    }

    private PlaneMaker compact(ModalityTransform transform) throws DicomException {
        String obstacle = obstacle(transform);
        if (obstacle != null) {
            findings.add("16-bit pixels are not possible, " + obstacle + ": 32-bit instead");
            return calibrated(transform);
        }
        findings.addAll(transform.findings());
        return IntegerPlanes.calibrated(
                layout.bitsStored(), layout.signed(), (Rescale) transform.lut(), transform.unit());
    }

    /** Why one line for all slices cannot give the values; {@code null} if it can. */
    private String obstacle(ModalityTransform transform) throws DicomException {
        if (isFloat() || layout.bitsStored() > 16) return "the stored values need more";
        if (!(transform.lut() instanceof Rescale)) return "the values come from a table";
        OptionalInt sign = sign(slices.get(0));
        for (ImageSlice slice : slices) {
            ModalityTransform other = ModalityTransform.of(slice.groups(), slice.frame());
            if (!other.lut().equals(transform.lut()) || !other.unit().equals(transform.unit())) {
                return "the slices differ in Rescale Slope, Intercept or Type";
            }
            if (!sign(slice).equals(sign)) return "the slices differ in Pixel Representation";
        }
        return null;
    }

    private PlaneMaker stored() throws DicomException {
        if (isFloat() || layout.bitsStored() > 16) return new StoredFloatPlanes();
        OptionalInt sign = sign(slices.get(0));
        for (ImageSlice slice : slices) {
            boolean same = slice.file() == slices.get(0).file()
                    || sign(slice).equals(sign)
                            && slice.file().dataSet().findInt(Tag.BITS_STORED).orElse(16) == layout.bitsStored();
            if (!same) return new StoredFloatPlanes();
        }
        return IntegerPlanes.stored(layout.bitsStored() <= 8 && !layout.signed(), layout.signed());
    }

    private boolean isFloat() {
        int tag = slices.get(0).file().pixelData().orElseThrow().tag();
        return tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    }

    private static OptionalInt sign(ImageSlice slice) throws DicomException {
        return slice.file().dataSet().findInt(Tag.PIXEL_REPRESENTATION);
    }
}
