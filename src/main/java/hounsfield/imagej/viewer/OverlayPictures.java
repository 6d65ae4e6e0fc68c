package hounsfield.imagej.viewer;

import hounsfield.frame.OverlayPlane;
import hounsfield.imagej.host.Messages;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.work.BackgroundThread;
import hounsfield.work.Diagnostics;
import ij.ImagePlus;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The overlay planes of an image's slices, painted over it. They are read from the files in the background, for slices whose header
 * names some, and the last ones are kept. Runs on AWT's thread, unless a method says otherwise.
 */
final class OverlayPictures {
    private static final int KEPT = 16;

    /** No color, and yellow. */
    private static final IndexColorModel COLORS =
            new IndexColorModel(8, 2, new byte[] {0, -1}, new byte[] {0, -1}, new byte[] {0, 0}, new byte[] {0, -1});

    private static final ExecutorService READER =
            BackgroundThread.of("hounsfield-overlays", Thread.NORM_PRIORITY, new LinkedBlockingQueue<>());

    /** A slice by its header, which moves with it, and by its place, since frames of a file may share a header. */
    private record Key(String header, int slice) {}

    /** An overlay plane at its place in the pixels of the file. */
    private record Picture(BufferedImage bits, int left, int top) {}

    private final ImagePlus image;
    private final Runnable whenRead;
    private final Map<Key, List<Picture>> pictures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Picture>> eldest) {
            return size() > KEPT;
        }
    };

    /** @param whenRead called on AWT's thread when overlays that were missing can be painted */
    OverlayPictures(ImagePlus image, Runnable whenRead) {
        this.image = image;
        this.whenRead = whenRead;
    }

    /** Paints the overlays of the current slice, or begins to read them. */
    void paint(Graphics2D graphics, Rectangle source, double magnification) {
        int slice = image.getCurrentSlice();
        String header = Header.infoOf(image).orElse("");
        if (!header.contains("  Overlay Rows: ")) return;
        Key key = new Key(header, slice);
        List<Picture> known = pictures.get(key);
        if (known == null) {
            pictures.put(key, List.of());
            READER.execute(() -> {
                List<Picture> read = read(key);
                EventQueue.invokeLater(() -> {
                    pictures.put(key, read);
                    if (!read.isEmpty()) whenRead.run();
                });
            });
            return;
        }
        ImageRecord.read(image)
                .area()
                .filter(area -> area.columns() == image.getWidth() && area.rows() == image.getHeight())
                .ifPresent(area -> known.forEach(each -> paint(graphics, each, area, source, magnification)));
    }

    private static void paint(
            Graphics2D graphics, Picture picture, ImageRecord.ShownArea area, Rectangle source, double magnification) {
        double across = area.columns() / area.width();
        double down = area.rows() / area.height();
        int left = screen((picture.left - area.left()) * across, source.x, magnification);
        int top = screen((picture.top - area.top()) * down, source.y, magnification);
        int right = screen((picture.left + picture.bits.getWidth() - area.left()) * across, source.x, magnification);
        int bottom = screen((picture.top + picture.bits.getHeight() - area.top()) * down, source.y, magnification);
        // Otherwise lines one pixel wide would vanish from images that are shown smaller.
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                magnification < 1
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(picture.bits, left, top, right - left, bottom - top, null);
    }

    private static int screen(double pixel, int first, double magnification) {
        return (int) Math.round((pixel - first) * magnification);
    }

    /** Reads the overlays of a slice, on a separate thread. */
    private List<Picture> read(Key key) {
        List<Picture> read = new ArrayList<>();
        Optional<SliceFile> file = SliceFile.of(image, key.slice);
        if (file.isEmpty() || file.get().tile().isPresent()) return read;
        Diagnostics findings = new Diagnostics();
        try {
            DicomFile header = file.get().place().read();
            String uid = Header.value(key.header, Tag.SOP_INSTANCE_UID);
            // The file was replaced by another one.
            if (!header.dataSet().findString(Tag.SOP_INSTANCE_UID).orElse("").equals(uid)) return List.of();
            int frame = file.get().frame().orElse(0);
            for (OverlayPlane plane : OverlayPlane.ofFrame(header, frame, findings)) {
                byte[] pixels = plane.pixels(frame);
                if (pixels.length > 0) read.add(new Picture(picture(plane, pixels), plane.left(), plane.top()));
            }
            List<String> sentences = findings.sentences().stream()
                    .map(sentence -> header.name() + ", " + sentence)
                    .toList();
            Messages.logOnce(file.get().place().path().toAbsolutePath().getParent(), sentences);
        } catch (IOException e) {
            // The file was removed or replaced: the image is shown without its overlays.
            return List.of();
        }
        return read;
    }

    private static BufferedImage picture(OverlayPlane plane, byte[] pixels) {
        BufferedImage picture =
                new BufferedImage(plane.columns(), plane.rows(), BufferedImage.TYPE_BYTE_INDEXED, COLORS);
        byte[] target = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        System.arraycopy(pixels, 0, target, 0, pixels.length);
        return picture;
    }
}
