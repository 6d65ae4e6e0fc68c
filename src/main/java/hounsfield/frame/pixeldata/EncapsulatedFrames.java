package hounsfield.frame.pixeldata;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.ByteSpan;
import hounsfield.codec.CutFrameException;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.data.BulkData;
import hounsfield.data.DataSet;
import hounsfield.frame.fragment.ContentDecoder;
import hounsfield.frame.fragment.Fragments;
import hounsfield.frame.fragment.FrameIndex;
import hounsfield.frame.fragment.LastFrame;
import hounsfield.frame.fragment.OffsetTable;
import hounsfield.frame.fragment.StreamStart;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Encapsulated Pixel Data (PS3.5 A.4). The index of frames is built on demand, once. */
final class EncapsulatedFrames implements FrameStore {
    private static final int ITEM_HEADER = 8;
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 64;

    private final ByteSource source;
    private final BulkData data;
    private final DataSet dataSet;
    private final TransferSyntax syntax;
    private final OptionalInt declaredFrames;
    private final ContentDecoder decoder;
    private final PixelLayout layout;
    private final PhotometricInterpretation photometric;
    private final Diagnostics diagnostics;
    private final LastFrame last = new LastFrame();
    private Fragments fragments;
    private FrameIndex index;
    private PhotometricInterpretation color;

    EncapsulatedFrames(
            ByteSource source,
            BulkData data,
            DataSet dataSet,
            TransferSyntax syntax,
            OptionalInt declaredFrames,
            ContentDecoder decoder,
            PixelLayout layout,
            PhotometricInterpretation photometric,
            Diagnostics diagnostics) {
        this.source = source;
        this.data = data;
        this.dataSet = dataSet;
        this.syntax = syntax;
        this.declaredFrames = declaredFrames;
        this.decoder = decoder;
        this.layout = layout;
        this.photometric = photometric;
        this.diagnostics = diagnostics;
    }

    @Override
    public int countFrames() throws IOException {
        return index().frames();
    }

    @Override
    public void check(int frames) throws IOException {
        long room = (source.size() - data.offset()) / ITEM_HEADER;
        if (frames > room) {
            throw new MalformedDicomException(
                    "has no room for " + frames + " frames", Location.ofOffset(data.offset()));
        }
    }

    @Override
    public Samples read(int frame, Progress progress) throws IOException {
        try {
            return decode(frame, progress);
        } catch (CutFrameException e) {
            throw e.withoutSamples();
        }
    }

    @Override
    public <T> Optional<T> lendRows(int frame, Progress progress, RowsUse<T> use) throws IOException {
        Samples samples;
        int rows;
        try {
            decode(frame, progress);
            return Optional.empty();
        } catch (CutFrameException e) {
            samples = e.samples();
            rows = e.rows();
        } catch (DicomException e) {
            return Optional.empty();
        }
        return Optional.of(use.of(samples, rows));
    }

    private Samples decode(int frame, Progress progress) throws IOException {
        DecodingContext context = new DecodingContext(diagnostics, progress);
        FrameIndex frames = index();
        int last = frames.endFragment(frame) - 1;
        if (frames.present(frame) == frames.length(frame)) {
            try {
                return withFrame(frame, span -> decoder.decode(span, layout, context));
            } catch (CutFrameException e) {
                throw e.isMarkerMissing() || last == fragments.count() - 1 && !fragments.isDelimited()
                        ? e
                        : e.withoutSamples();
            }
        }
        String problem =
                "a Fragment declares " + fragments.length(last) + " bytes, " + fragments.present(last) + " are there";
        Samples samples = withFrame(frame, span -> decoder.decodeCut(span, layout, problem, context));
        diagnostics.add("Pixel Data is truncated after its last pixel: " + problem);
        return samples;
    }

    @Override
    public Samples read(int frame, Tile tile, Progress progress) throws IOException {
        try {
            return tile.of(last.read(frame, wanted -> decode(wanted, progress)), layout);
        } catch (CutFrameException e) {
            if (e.rows() >= tile.row() + tile.rows()) return tile.of(e.samples(), layout);
            throw e.withoutSamples();
        }
    }

    @Override
    public synchronized PhotometricInterpretation color() throws IOException {
        if (color == null) color = withFrame(0, span -> decoder.color(span, layout, photometric));
        return color;
    }

    private interface Work<T> {
        T on(ByteSpan frame) throws DicomException;
    }

    private <T> T withFrame(int frame, Work<T> work) throws IOException {
        FrameIndex frames = index();
        long length = present(frames, frame);
        byte[] buffer = FrameBuffers.SHARED.takeBytes((int) length);
        try {
            gather(frames, frame, buffer, (int) length);
            return work.on(new ByteSpan(buffer, 0, (int) length));
        } catch (DicomException e) {
            long offset = e.location().offset();
            boolean inFrame = offset >= 0 && e.location().file() == null;
            throw inFrame ? e.atOffset(frames.offset(frame, offset)) : e;
        } finally {
            FrameBuffers.SHARED.giveBack(buffer);
        }
    }

    /** Returns the number of bytes of a frame that are present, after checking before any allocation that there are some. */
    private long present(FrameIndex frames, int frame) throws DicomException {
        int first = frames.firstFragment(frame);
        if (first == frames.endFragment(frame)) {
            throw new MalformedDicomException("ends before this frame", Location.ofOffset(fragments.end()));
        }
        long length = frames.present(frame);
        if (length > MAX_ARRAY) {
            throw new UnsupportedDicomException(
                    "an encoded frame of " + length + " bytes is larger than an array",
                    Location.ofOffset(fragments.offset(first)));
        }
        return length;
    }

    private void gather(FrameIndex frames, int frame, byte[] target, int length) throws IOException {
        int done = 0;
        for (int i = frames.firstFragment(frame); i < frames.endFragment(frame) && done < length; i++) {
            int part = (int) Math.min(fragments.length(i), length - done);
            source.read(fragments.offset(i), target, done, part);
            done += part;
        }
    }

    private synchronized FrameIndex index() throws IOException {
        if (index == null) {
            fragments = Fragments.scan(source, data, diagnostics);
            List<OffsetTable> tables = new ArrayList<>();
            OffsetTable.extended(dataSet).ifPresent(tables::add);
            OffsetTable.basic(fragments).ifPresent(tables::add);
            index = FrameIndex.build(source, fragments, declaredFrames, tables, StreamStart.of(syntax), diagnostics);
        }
        return index;
    }
}
