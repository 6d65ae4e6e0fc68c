package hounsfield.imagej.viewer;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.imagej.memory.ImagePlacement;
import hounsfield.imagej.memory.ImageUnit;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Texts on the position of an image's slices in the patient. They read no file and decode nothing. */
final class PlaneText {
    /** Components of a direction below this are not named: 15 degrees. */
    private static final double NAMED = Math.sin(Math.toRadians(15));

    private PlaneText() {}

    /**
     * Returns place and value of a pixel of the current slice.
     *
     * @return such as {@code x=-12.3 (256), y=40.0 (128), z=-310.5 (11) mm (LPS), value=40 HU}; empty if ImageJ's own text says as
     *     much
     */
    static Optional<String> ofPixel(ImagePlus image, int x, int y) {
        Optional<String> value = ImageUnit.textOf(image, x, y);
        Optional<PlaneGeometry> plane = plane(image);
        if (plane.isEmpty()) return value.map(text -> image.getLocationAsString(x, y) + text);
        Vector3 point = plane.get().pixel(x, y);
        int slice = image.isDisplayedHyperStack() ? image.getSlice() : image.getCurrentSlice();
        String where = "x=" + IJ.d2s(point.x(), 1) + " (" + x + "), y=" + IJ.d2s(point.y(), 1) + " (" + y + "), z="
                + IJ.d2s(point.z(), 1) + (image.getStackSize() > 1 ? " (" + (slice - 1) + ")" : "") + " mm (LPS)";
        return Optional.of(where + value.orElseGet(() -> valueOf(image, x, y)));
    }

    /** Returns the value of a pixel without a unit. */
    private static String valueOf(ImagePlus image, int x, int y) {
        int[] pixel = image.getPixel(x, y);
        if (image.getType() == ImagePlus.COLOR_RGB) {
            return ", value=" + pixel[0] + "," + pixel[1] + "," + pixel[2];
        }
        if (image.getType() == ImagePlus.COLOR_256) return ", index=" + pixel[3];
        Calibration calibration = image.getCalibration();
        double value =
                image.getType() == ImagePlus.GRAY32 ? Float.intBitsToFloat(pixel[0]) : calibration.getCValue(pixel[0]);
        return ", value=" + (value == Math.rint(value) ? IJ.d2s(value, 0) : IJ.d2s(value, 4, 7));
    }

    /**
     * Returns the location of the current slice: the coordinate of its center along the axis that is nearest to its normal.
     *
     * @return such as {@code z=-310.5 mm}; empty if it is not known
     */
    static Optional<String> location(ImagePlus image) {
        return plane(image).map(plane -> {
            Vector3 center = plane.pixel((image.getWidth() - 1) / 2.0, (image.getHeight() - 1) / 2.0);
            Vector3 normal = plane.rowDirection().cross(plane.columnDirection());
            double x = Math.abs(normal.x());
            double y = Math.abs(normal.y());
            double z = Math.abs(normal.z());
            if (z >= x && z >= y) return "z=" + IJ.d2s(center.z(), 1) + " mm";
            return y >= x ? "y=" + IJ.d2s(center.y(), 1) + " mm" : "x=" + IJ.d2s(center.x(), 1) + " mm";
        });
    }

    /**
     * Returns the letters at the edges of the current slice: towards the left (L), right (R), front (A), back (P), head (H) and
     * feet (F) of the patient.
     *
     * @return those at the left, right, upper and lower edge; empty if the orientation is not known
     */
    static Optional<List<String>> edges(ImagePlus image) {
        return plane(image).map(plane -> {
            Vector3 right = plane.rowDirection();
            Vector3 down = plane.columnDirection();
            return List.of(letters(right.times(-1)), letters(right), letters(down.times(-1)), letters(down));
        });
    }

    /** Returns the letters of a direction, that of the largest component first (PS3.3 C.7.6.1.1.1). */
    static String letters(Vector3 direction) {
        record Part(double size, String letter) {}
        List<Part> parts = new ArrayList<>(List.of(
                new Part(Math.abs(direction.x()), direction.x() > 0 ? "L" : "R"),
                new Part(Math.abs(direction.y()), direction.y() > 0 ? "P" : "A"),
                new Part(Math.abs(direction.z()), direction.z() > 0 ? "H" : "F")));
        parts.sort(Comparator.comparingDouble(Part::size).reversed());
        StringBuilder letters = new StringBuilder();
        for (Part part : parts) if (part.size() > NAMED) letters.append(part.letter());
        return letters.toString();
    }

    private static Optional<PlaneGeometry> plane(ImagePlus image) {
        return ImagePlacement.pixelPlane(image, image.getCurrentSlice());
    }

    /**
     * Returns a warning for the image that ImageJ's Orthogonal Views shows, if its slices are uneven or tilted: these views place
     * the slices one above the other at one distance.
     */
    static Optional<String> ofOrthogonalViews(ImagePlus image) {
        try {
            StackGeometry stack = StackGeometry.of(
                    ImagePlacement.pixelPlanes(image).subList(0, image.getNChannels() * image.getNSlices()).stream()
                            .distinct()
                            .toList());
            String what = stack.isUneven() ? stack.isSheared() ? "uneven and tilted" : "uneven" : "tilted";
            return stack.isUneven() || stack.isSheared()
                    ? Optional.of("slices are " + what + ": use Orthogonal DICOM Views")
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // The positions are not known.
            return Optional.empty();
        }
    }
}
