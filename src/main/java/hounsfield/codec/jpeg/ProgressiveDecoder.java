package hounsfield.codec.jpeg;

import hounsfield.codec.DecodingContext;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import java.util.Arrays;

/**
 * Decodes a progressive DCT frame (T.81 annex G). The scans add bands of coefficients (spectral selection) and bits
 * (successive approximation); the inverse DCT follows the last scan.
 */
final class ProgressiveDecoder {
    /** Limit of the number of scans; encoders write about ten per component. Each costs a pass over the image, even if it is short. */
    static final int MAX_SCANS = 100;

    private final Codestream stream;
    private final FrameHeader frame;
    private final boolean rowsAreLate;

    /** @param rowsAreLate whether the number of lines was taken from the layout and must be confirmed by a DNL segment */
    ProgressiveDecoder(Codestream stream, boolean rowsAreLate) {
        this.stream = stream;
        this.frame = stream.frame();
        this.rowsAreLate = rowsAreLate;
    }

    Samples decode(PixelLayout layout, DecodingContext context) throws DicomException {
        StoredValues values = new StoredValues(layout, frame, 0);
        return new SampleInterleaver(frame, planes(context)).storedValues(layout, values);
    }

    private ComponentPlane[] planes(DecodingContext context) throws DicomException {
        Coefficients[] components = new Coefficients[frame.components().size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = Coefficients.of(frame, frame.components().get(i));
        }
        readScans(components, context);
        long missing =
                Arrays.stream(components).filter(each -> !each.hasMeans()).count();
        if (missing > 0) {
            throw new MalformedDicomException(
                    "JPEG stream ends before the scans of " + missing + " components",
                    Location.ofOffset(stream.position()));
        }
        boolean refined = Arrays.stream(components).allMatch(Coefficients::isComplete);
        if (!refined && !stream.hasEnded()) {
            throw new MalformedDicomException(
                    "progressive JPEG stream ends before its last scans, without details",
                    Location.ofOffset(stream.position()));
        }
        if (rowsAreLate) LineCount.check(stream, context);
        InverseDct inverse = new InverseDct(frame.precision());
        ComponentPlane[] planes = new ComponentPlane[components.length];
        for (int i = 0; i < planes.length; i++) {
            context.check();
            planes[i] = components[i].transform(inverse);
            components[i] = null; // as large as the plane
        }
        return planes;
    }

    private void readScans(Coefficients[] components, DecodingContext context) throws DicomException {
        BitReader reader = new BitReader(stream.bytes());
        int scans = 0;
        do {
            if (++scans > MAX_SCANS) {
                throw new UnsupportedDicomException(
                        "JPEG stream has more than " + MAX_SCANS + " scans", Location.ofOffset(stream.position()));
            }
            new ProgressiveScan(stream, components, reader).read(context);
            stream.continueAt(reader.byteOffset());
        } while (stream.nextScan());
    }
}
