package hounsfield.codec.jpeg;

import hounsfield.codec.CutFrameException;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.codec.jpeg.ScanHeader.Entry;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;

/** Decodes all scans of a sequential DCT frame (T.81 annex F). */
final class DctDecoder {
    private final Codestream stream;
    private final FrameHeader frame;
    private final boolean rowsAreLate;

    /** @param rowsAreLate whether the number of lines was taken from the layout and must be confirmed by a DNL segment */
    DctDecoder(Codestream stream, boolean rowsAreLate) {
        this.stream = stream;
        this.frame = stream.frame();
        this.rowsAreLate = rowsAreLate;
    }

    Samples decode(PixelLayout layout, DecodingContext context) throws DicomException {
        StoredValues values = new StoredValues(layout, frame, 0);
        int count = frame.components().size();
        ComponentPlane[] planes = new ComponentPlane[count];
        for (int i = 0; i < count; i++)
            planes[i] = ComponentPlane.of(frame, frame.components().get(i), 8);
        SampleInterleaver interleaver = new SampleInterleaver(frame, planes);
        BitReader reader = new BitReader(stream.bytes());
        boolean[] begun = new boolean[count];
        int missing = count;
        do {
            DctScan scan = new DctScan(stream, planes, reader);
            try {
                scan.read(context);
            } catch (MalformedDicomException e) {
                // Interpolated chroma depends on the rows below.
                if (count > 1 || !reader.isCut()) throw e;
                int rows = Math.min(layout.rows(), scan.certainRows() * 8);
                throw CutFrameException.ofMissingMarker(
                        e, rows, layout, () -> interleaver.storedValues(layout, values));
            }
            for (Entry entry : stream.scan().components()) {
                if (!begun[entry.index()]) missing--;
                begun[entry.index()] = true;
            }
            stream.continueAt(reader.byteOffset());
        } while ((missing > 0 || rowsAreLate) && stream.nextScan());
        if (missing > 0) {
            throw new MalformedDicomException(
                    "JPEG stream ends before the scans of " + missing + " components",
                    Location.ofOffset(stream.position()));
        }
        if (rowsAreLate) LineCount.check(stream, context);
        return interleaver.storedValues(layout, values);
    }
}
