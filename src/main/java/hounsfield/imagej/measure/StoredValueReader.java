package hounsfield.imagej.measure;

import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.ValueSource;
import hounsfield.codec.PixelLayout;
import hounsfield.frame.FrameFile;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.parse.DicomFile;
import hounsfield.planes.LazyPlaneList;
import hounsfield.planes.Planes;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the stored values of a 32-bit image, which has only calibrated values, from the DICOM files of its slices, one slice
 * at a time. Floats represent integers of up to 2^24 exactly.
 */
final class StoredValueReader implements Closeable {
    private final ImagePlus image;
    private final Progress progress;
    private final FrameOpener opener = new FrameOpener();
    private final List<FrameRef> frames = new ArrayList<>();
    private final List<Optional<PixelPadding>> padding = new ArrayList<>();
    /** The layout of the last frame; all frames have the image's size. */
    private PixelLayout layout;

    private StoredValueReader(ImagePlus image, Progress progress) {
        this.image = image;
        this.progress = progress;
    }

    /**
     * Finds the files of an image's slices.
     *
     * @throws IllegalArgumentException if the file or frame of a slice is unknown, or if the file is missing or has another
     *     image size
     */
    static StoredValueReader of(ImagePlus image, Progress progress) throws IOException {
        StoredValueReader planes = new StoredValueReader(image, progress);
        if (ImageRecord.read(image).values().isNotOfFile())
            throw planes.unknown("its values were changed since it was opened");
        try {
            Map<SliceFile.Place, FrameFile> files = new HashMap<>();
            for (int n = 1; n <= image.getStackSize(); n++) {
                progress.check();
                planes.add(n, files);
            }
            return planes;
        } catch (IOException | RuntimeException e) {
            planes.close();
            throw e;
        }
    }

    private void add(int slice, Map<SliceFile.Place, FrameFile> files) throws IOException {
        SliceFile source = SliceFile.of(image, slice)
                .orElseThrow(() -> unknown("the DICOM file of slice " + slice + " is unknown or missing"));
        FrameFile file = files.get(source.place());
        if (file == null) {
            file = open(source.place());
            files.put(source.place(), file);
        }
        if (source.frame().isEmpty() && file.hasManyFrames()) {
            throw unknown("the frame of slice " + slice + " in " + file.name() + " is unknown");
        }
        FrameRef frame = new FrameRef(file, source.frame().orElse(0), source.tile());
        padding.add(opener.read(frame, (ref, reader) -> {
            check(slice, reader.layout());
            layout = reader.layout();
            return PixelPadding.of(ref.file().dataSet(), reader.layout(), ModalityLut.IDENTITY);
        }));
        frames.add(frame);
    }

    /** Opens a file. The headers of single-frame files are read again with the pixels, since keeping all needs much memory. */
    private static FrameFile open(SliceFile.Place place) throws IOException {
        DicomFile file = place.read();
        return FrameRef.hasManyFrames(file) ? FrameFile.of(file) : FrameFile.readAgain(place.bytes(), file);
    }

    private void check(int slice, PixelLayout layout) {
        if (layout.columns() != image.getWidth()
                || layout.rows() != image.getHeight()
                || layout.samplesPerPixel() != 1) {
            throw unknown("the file of slice " + slice + " has " + layout.columns() + " x " + layout.rows()
                    + " pixels of " + layout.samplesPerPixel() + " samples");
        }
    }

    /** Returns the stored values, NaN for damaged pixels. Valid until {@link #close}. */
    Planes planes() {
        return Planes.ofFloats(new LazyPlaneList<>(frames.size(), image.getWidth() * image.getHeight(), this::read));
    }

    /** Returns the padding of each slice as stored values. */
    List<Optional<PixelPadding>> padding() {
        return padding;
    }

    @Override
    public void close() throws IOException {
        opener.close();
    }

    private float[] read(int plane) {
        return FrameCalibrator.filled(frames.get(plane), opener, layout, ValueSource.STORED, progress)
                .values();
    }

    private IllegalArgumentException unknown(String reason) {
        return new IllegalArgumentException("the stored values of \"" + image.getTitle() + "\" are unknown: " + reason);
    }
}
