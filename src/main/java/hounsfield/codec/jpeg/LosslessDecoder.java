package hounsfield.codec.jpeg;

import hounsfield.codec.CutFrameException;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.codec.jpeg.ScanHeader.Entry;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.util.List;

/** Decodes all scans of a lossless frame (T.81 annex H). */
final class LosslessDecoder {
    private final Codestream stream;
    private final FrameHeader frame;
    private final boolean rowsAreLate;
    private final BitReader reader;

    /** @param rowsAreLate whether the number of lines was taken from the layout and must be confirmed by a DNL segment */
    LosslessDecoder(Codestream stream, boolean rowsAreLate) {
        this.stream = stream;
        this.frame = stream.frame();
        this.rowsAreLate = rowsAreLate;
        reader = new BitReader(stream.bytes());
    }

    Samples decode(PixelLayout layout, DecodingContext context) throws DicomException {
        StoredValues values = inOutputOrder() ? decodeDirectly(layout, context) : decodePlanes(layout, context);
        if (rowsAreLate) {
            stream.continueAt(reader.byteOffset());
            stream.nextScan();
            LineCount.check(stream, context);
        }
        return values.samples();
    }

    /** Returns whether the first scan contains all samples in output order. */
    private boolean inOutputOrder() {
        List<Entry> entries = stream.scan().components();
        if (entries.size() != frame.components().size()) return false;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).index() != i) return false;
        }
        return isPixelwise();
    }

    /** Returns whether an MCU of the scan is one sample of each component (A.2). */
    private boolean isPixelwise() {
        List<Entry> entries = stream.scan().components();
        if (entries.size() == 1) return true;
        for (Entry entry : entries) {
            Component component = frame.components().get(entry.index());
            if (component.h() != 1 || component.v() != 1) return false;
        }
        return true;
    }

    private StoredValues decodeDirectly(PixelLayout layout, DecodingContext context) throws DicomException {
        LosslessScan scan = new LosslessScan(stream, reader, context);
        StoredValues values = new StoredValues(layout, frame, stream.scan().transform());
        int length = layout.columns() * layout.samplesPerPixel();
        try {
            scan.decodeRows(layout.columns(), layout.rows(), (y, row) -> values.put(y * length, row, 0, length));
        } catch (MalformedDicomException e) {
            if (!reader.isCut()) throw e;
            throw CutFrameException.ofMissingMarker(e, scan.certainRows(), layout, values::samples);
        }
        return values;
    }

    private StoredValues decodePlanes(PixelLayout layout, DecodingContext context) throws DicomException {
        int count = frame.components().size();
        ComponentPlane[] planes = new ComponentPlane[count];
        for (int i = 0; i < count; i++)
            planes[i] = ComponentPlane.of(frame, frame.components().get(i), 1);
        boolean[] decoded = new boolean[count];
        int missing = count;
        do {
            decodeScan(planes, context);
            for (Entry entry : stream.scan().components()) {
                if (!decoded[entry.index()]) missing--;
                decoded[entry.index()] = true;
            }
            stream.continueAt(reader.byteOffset());
        } while (missing > 0 && stream.nextScan());
        if (missing > 0) {
            throw new MalformedDicomException(
                    "JPEG stream ends before the scans of " + missing + " components",
                    Location.ofOffset(stream.position()));
        }
        StoredValues values = new StoredValues(layout, frame, 0);
        SampleInterleaver interleaver = new SampleInterleaver(frame, planes);
        short[] row = new short[layout.columns() * count];
        for (int y = 0; y < layout.rows(); y++) {
            interleaver.interleave(y, row);
            values.put(y * row.length, row, 0, row.length);
        }
        return values;
    }

    private void decodeScan(ComponentPlane[] planes, DecodingContext context) throws DicomException {
        List<Entry> entries = stream.scan().components();
        ComponentPlane[] ofScan =
                entries.stream().map(entry -> planes[entry.index()]).toArray(ComponentPlane[]::new);
        LosslessScan scan = new LosslessScan(stream, reader, context);
        if (isPixelwise()) {
            scan.decodeRows(ofScan[0].columns(), ofScan[0].rows(), (y, row) -> scatter(y, row, ofScan));
        } else {
            scan.decodeMcus(ofScan);
        }
        // Each scan may have its own point transform.
        int transform = stream.scan().transform();
        for (ComponentPlane plane : ofScan) {
            short[] samples = plane.samples();
            for (int i = 0; transform > 0 && i < samples.length; i++) samples[i] = (short) (samples[i] << transform);
        }
    }

    private static void scatter(int y, short[] row, ComponentPlane[] planes) {
        for (int c = 0; c < planes.length; c++) {
            int at = y * planes[c].stride();
            for (int i = c; i < row.length; i += planes.length) planes[c].samples()[at++] = row[i];
        }
    }
}
