package hounsfield.imagej.open;

import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.ValueSource;
import hounsfield.codec.PixelLayout;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FrameRef;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Progress;
import java.util.List;
import java.util.Optional;

/**
 * The facts about a frame's values in its header, collected so that each header is read only once.
 *
 * @param transform from stored values to the values of the image
 * @param padding in the values of the image
 * @param signed whether stored values are signed
 * @param bitsStored Bits Stored, or Bits Allocated if that is absent or invalid
 */
record FrameValues(ModalityTransform transform, Optional<PixelPadding> padding, boolean signed, int bitsStored) {
    /**
     * Returns the values of each frame; empty for a frame whose header cannot be read, which is reported when its
     * pixels are read.
     *
     * @param layout of the first frame
     * @throws UnsupportedDicomException if a frame lacks the requested mapping
     */
    static List<Optional<FrameValues>> of(
            List<FrameRef> frames, ValueSource source, PixelLayout layout, Progress progress) throws DicomException {
        return FrameRef.ofReadableHeaders(frames, progress, frame -> of(frame, source, layout));
    }

    private static FrameValues of(FrameRef frame, ValueSource source, PixelLayout layout) throws DicomException {
        ModalityTransform transform = ModalityTransform.of(frame.groups(), frame.frame(), source);
        if (source == ValueSource.REAL_WORLD && transform.lost().isPresent()) {
            throw new UnsupportedDicomException(transform.lost().get().reason(), frame.location());
        }
        Optional<PixelPadding> padding = PixelPadding.of(frame.file().dataSet(), layout, transform.lut());
        OptionalAttributes attributes = new OptionalAttributes(frame.file().dataSet());
        boolean signed = attributes.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
        int allocated = attributes.integer(Tag.BITS_ALLOCATED).orElse(layout.bitsAllocated());
        int stored = attributes.integer(Tag.BITS_STORED).orElse(allocated);
        return new FrameValues(transform, padding, signed, stored > 0 && stored <= allocated ? stored : allocated);
    }
}
