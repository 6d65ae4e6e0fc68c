package hounsfield.imagej.operation;

import hounsfield.deidentify.pixels.Device;
import hounsfield.deidentify.pixels.Rectangle;
import hounsfield.deidentify.pixels.Rectangles;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.roi.RoiPlace;
import hounsfield.standard.Tag;
import hounsfield.standard.error.OneLine;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Saves the rectangles that are drawn on an image, so that {@link Deidentify} blanks them in all images of its device and size. */
public final class KeepRectangles {
    private KeepRectangles() {}

    /**
     * Writes the rectangles of an image to a file of rectangles, where they replace those of the same device and size. They are the
     * bounding box of the selection and the rectangles of the overlay and the ROI Manager, clipped to the image.
     *
     * @param image a whole DICOM image
     * @param file a CSV file, see docs/deidentify.md; created if necessary
     * @return number of rectangles
     * @throws IOException if the file cannot be read or written
     * @throws IllegalArgumentException if the image is not DICOM, has another size than in its file or has no rectangle, or if the file
     *     is not a file of rectangles
     */
    public static int run(ImagePlus image, Path file) throws IOException {
        String header = Header.ofSlice(image, image.getCurrentSlice())
                .orElseThrow(
                        () -> new IllegalArgumentException(OneLine.of(image.getTitle()) + " is not a DICOM image"));
        Device device = new Device(
                Header.value(header, Tag.MANUFACTURER),
                Header.value(header, Tag.MANUFACTURER_MODEL_NAME),
                Header.value(header, Tag.ROWS),
                Header.value(header, Tag.COLUMNS));
        boolean whole = device.rows().equals(Integer.toString(image.getHeight()))
                && device.columns().equals(Integer.toString(image.getWidth()));
        if (!whole) {
            throw new IllegalArgumentException("the image has " + image.getWidth() + " x " + image.getHeight()
                    + " pixels, its file " + device.columns() + " x " + device.rows()
                    + "; draw the rectangles on the whole image");
        }
        List<Rectangle> rectangles =
                rois(image).flatMap(roi -> inside(roi, image)).distinct().toList();
        if (rectangles.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no rectangle on the image; make a selection, or add several to the ROI Manager");
        }
        Rectangles kept = Files.exists(file) ? Rectangles.read(file) : Rectangles.NONE;
        kept.with(device, rectangles).write(file);
        return rectangles.size();
    }

    private static Stream<Roi> rois(ImagePlus image) {
        List<Roi> rois = new ArrayList<>();
        if (image.getRoi() != null && image.getRoi().isArea()) rois.add(image.getRoi());
        Overlay overlay = image.getOverlay();
        if (overlay != null) {
            for (Roi roi : overlay.toArray()) if (roi.getType() == Roi.RECTANGLE && roi.isArea()) rois.add(roi);
        }
        for (Roi roi : RoiPlace.managed()) if (roi.getType() == Roi.RECTANGLE) rois.add(roi);
        return rois.stream();
    }

    private static Stream<Rectangle> inside(Roi roi, ImagePlus image) {
        java.awt.Rectangle box =
                roi.getBounds().intersection(new java.awt.Rectangle(image.getWidth(), image.getHeight()));
        return box.isEmpty() ? Stream.empty() : Stream.of(new Rectangle(box.x, box.y, box.width, box.height));
    }
}
