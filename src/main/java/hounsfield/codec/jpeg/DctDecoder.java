package hounsfield.codec.jpeg;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.codec.jpeg.ScanHeader.Entry;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.work.Warnings;

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

    Samples decode(PixelLayout layout, Warnings warnings) throws DicomException {
        StoredValues values = new StoredValues(layout, frame, 0);
        return new SampleInterleaver(frame, decodeScans(warnings)).storedValues(layout, values);
    }

    private ComponentPlane[] decodeScans(Warnings warnings) throws DicomException {
        int count = frame.components().size();
        ComponentPlane[] planes = new ComponentPlane[count];
        for (int i = 0; i < count; i++)
            planes[i] = ComponentPlane.of(frame, frame.components().get(i), 8);
        BitReader reader = new BitReader(stream.bytes());
        boolean[] begun = new boolean[count];
        int missing = count;
        boolean whole = true;
        do {
            whole &= new DctScan(stream, planes, reader).decode(warnings);
            for (Entry entry : stream.scan().components()) {
                if (!begun[entry.index()]) missing--;
                begun[entry.index()] = true;
            }
            stream.continueAt(reader.byteOffset());
        } while ((missing > 0 || rowsAreLate) && stream.nextScan());
        if (missing > 0 && whole) {
            throw new MalformedDicomException(
                    "JPEG stream ends before the scans of " + missing + " components",
                    Location.ofOffset(stream.position()));
        }
        if (missing > 0) warnings.add("a JPEG stream ends before the scans of " + missing + " of its components");
        if (rowsAreLate && whole) LineCount.check(stream, warnings);
        return planes;
    }
}
