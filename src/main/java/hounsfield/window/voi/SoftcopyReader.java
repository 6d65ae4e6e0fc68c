package hounsfield.window.voi;

import hounsfield.calibrate.LookupTable;
import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.Rescale;
import hounsfield.calibrate.ValueSource;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.window.Window;
import hounsfield.work.Diagnostics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/**
 * Reads the grayscale transformations of a presentation state, which replace those of the image. A transformation that the state lacks
 * is the identity (PS3.4 N.2.1).
 */
public final class SoftcopyReader {
    private final DataSet state;
    private final Diagnostics findings;

    /**
     * Creates a reader.
     *
     * @param state the Data Set of the presentation state
     * @param findings receives what cannot be read or applied
     */
    public SoftcopyReader(DataSet state, Diagnostics findings) {
        this.state = state;
        this.findings = findings;
    }

    /**
     * A frame of an image that the state names.
     *
     * @param instanceUid SOP Instance UID of the image
     * @param frame index from 0
     * @param signed whether stored values are signed
     * @param bitsStored Bits Stored (0028,0101)
     * @param values the transform from stored values to the values of the image
     */
    public record Frame(String instanceUid, int frame, boolean signed, OptionalInt bitsStored, ModalityLut values) {
        /** {@return this frame in an image of stored values} */
        public Frame withStored() {
            return new Frame(instanceUid, frame, signed, bitsStored, ModalityLut.IDENTITY);
        }

        /**
         * Returns a frame of an image file.
         *
         * @param groups functional groups of the image
         * @param frame index from 0
         * @param source of the values
         * @return the frame
         */
        public static Frame of(FunctionalGroups groups, int frame, ValueSource source) {
            OptionalAttributes attributes = new OptionalAttributes(groups.dataSet());
            return new Frame(
                    attributes.text(Tag.SOP_INSTANCE_UID),
                    frame,
                    attributes.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1,
                    attributes.integer(Tag.BITS_STORED),
                    ModalityTransform.of(groups, frame, source).lut());
        }
    }

    /**
     * Returns the transformation of a frame.
     *
     * @param frame the frame
     * @return from values of the image to gray; empty if the values of the image do not determine the stored values
     */
    public Optional<VoiTransform> of(Frame frame) {
        ModalityLut own = modality(frame.signed());
        Optional<VoiTransform> voi = voi(frame, VoiLut.hasNegativeInput(own, frame.signed()));
        if (voi.isEmpty()) voi = all(own, frame);
        Optional<LookupTable> presentation = presentation();
        return voi.flatMap(gray -> through(frame.values(), own, gray, presentation))
                .filter(this::isShown);
    }

    /** Returns whether the ends are finite floats, as a display range needs. */
    private boolean isShown(VoiTransform gray) {
        boolean finite = Float.isFinite((float) gray.low()) && Float.isFinite((float) gray.high());
        if (!finite)
            findings.add(
                    "the gray transformation of the presentation state is not applied, because its range is beyond that of floats");
        return finite;
    }

    /** Returns the Modality LUT of the state for signed or unsigned stored values. */
    private ModalityLut modality(boolean signed) {
        List<DataSet> items = state.items(Tag.MODALITY_LUT_SEQUENCE);
        Optional<LookupTable> table = items.stream().findFirst().flatMap(item -> table(item, signed, "Modality LUT"));
        if (table.isPresent()) return table.get();
        return ModalityTransform.of(FunctionalGroups.of(state), 0).lut();
    }

    private Optional<LookupTable> table(DataSet item, boolean signed, String name) {
        try {
            return Optional.of(LookupTable.of(item, signed, findings));
        } catch (DicomException e) {
            findings.add("The " + name + " of the presentation state cannot be read and is ignored: "
                    + e.location().withoutFile().describe(e.problem()));
            return Optional.empty();
        }
    }

    /** Returns the first window that the state has for a frame; without a window, the first VOI LUT. */
    private Optional<VoiTransform> voi(Frame frame, boolean signed) {
        for (DataSet item : state.items(Tag.SOFTCOPY_VOILUT_SEQUENCE)) {
            if (!isFor(item, frame)) continue;
            OptionalAttributes attributes = new OptionalAttributes(item, findings);
            List<FileWindow> windows = FileWindows.of(
                    attributes.numbersOrNaN(Tag.WINDOW_CENTER),
                    attributes.numbersOrNaN(Tag.WINDOW_WIDTH),
                    VoiLutFunction.of(attributes.text(Tag.VOILUT_FUNCTION)),
                    List.of());
            if (!windows.isEmpty()) return Optional.of(windows.get(0).gray());
            for (DataSet lut : item.items(Tag.VOILUT_SEQUENCE)) {
                Optional<LookupTable> table = table(lut, signed, "VOI LUT");
                if (table.isPresent()) return table.map(each -> new VoiLut(each, ""));
            }
            findings.add(
                    "a VOI transformation of the presentation state is ignored, because it has no usable window or table");
        }
        return Optional.empty();
    }

    /** Returns whether an Item applies to a frame: whether its Referenced Image Sequence names the frame or is absent. */
    private boolean isFor(DataSet item, Frame frame) {
        List<DataSet> images = item.items(Tag.REFERENCED_IMAGE_SEQUENCE);
        return images.isEmpty()
                || images.stream()
                        .map(image -> new OptionalAttributes(image, findings))
                        .filter(image ->
                                image.text(Tag.REFERENCED_SOP_INSTANCE_UID).equals(frame.instanceUid()))
                        .map(image -> image.numbers(Tag.REFERENCED_FRAME_NUMBER))
                        .anyMatch(frames -> frames.length == 0
                                || DoubleStream.of(frames).anyMatch(each -> each == frame.frame() + 1));
    }

    /** Returns the identity, which shows all possible outputs of the Modality LUT from black to white. */
    private Optional<VoiTransform> all(ModalityLut own, Frame frame) {
        int bits = own instanceof LookupTable table
                ? table.bits()
                : frame.bitsStored().orElse(0);
        if (bits < 1 || bits > Integer.SIZE) {
            findings.add(
                    "the presentation state is not applied, because it has no VOI transformation and the possible values are not known");
            return Optional.empty();
        }
        boolean negative = frame.signed() && own instanceof Rescale;
        double low = negative ? -(double) (1L << bits - 1) : 0;
        double high = low + (double) ((1L << bits) - 1);
        if (own instanceof Rescale line) {
            double one = line.apply(low);
            double other = line.apply(high);
            low = Math.min(one, other);
            high = Math.max(one, other);
        }
        if (!FileWindow.isDistinct(low, high)) return Optional.empty();
        return Optional.of(VoiWindow.exact(Window.between(low, high)));
    }

    private Optional<LookupTable> presentation() {
        return state.items(Tag.PRESENTATION_LUT_SEQUENCE).stream()
                .findFirst()
                .flatMap(item -> table(item, false, "Presentation LUT"));
    }

    private Optional<VoiTransform> through(
            ModalityLut values, ModalityLut own, VoiTransform voi, Optional<LookupTable> presentation) {
        if (own.equals(values)) return Optional.of(composed(new Rescale(1, 0), Optional.empty(), voi, presentation));
        try {
            if (!(values instanceof Rescale from)) {
                findings.add(
                        "the gray transformation of the presentation state is not applied, because the values of the image"
                                + " come from a table");
                return Optional.empty();
            }
            Rescale stored = from.inverse();
            Optional<LookupTable> table = own instanceof LookupTable each ? Optional.of(each) : Optional.empty();
            Rescale toInput = own instanceof Rescale line ? stored.then(line) : stored;
            toInput.inverse();
            if (!toInput.isIdentity() || table.isPresent()) {
                findings.add(
                        "the presentation state has another Modality LUT than the image; the image keeps its values,"
                                + " and only the display follows the state");
            }
            return Optional.of(composed(toInput, table, voi, presentation));
        } catch (IllegalArgumentException e) {
            findings.add(
                    "the gray transformation of the presentation state is not applied, because a rescale slope of 0"
                            + " cannot be inverted");
            return Optional.empty();
        }
    }

    /** Combines the steps to one window if possible. */
    private static VoiTransform composed(
            Rescale toInput, Optional<LookupTable> modality, VoiTransform voi, Optional<LookupTable> presentation) {
        if (modality.isEmpty() && presentation.isEmpty()) {
            if (toInput.isIdentity()) return voi;
            if (voi instanceof VoiWindow window && toInput.slope() > 0) {
                Optional<FileWindow> moved =
                        new FileWindow(window.window(), window.function(), "").through(toInput.inverse());
                if (moved.isPresent()) return moved.get().gray();
            }
        }
        return new SoftcopyVoi(toInput, modality, voi, presentation);
    }
}
