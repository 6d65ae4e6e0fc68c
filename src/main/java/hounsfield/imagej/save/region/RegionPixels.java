package hounsfield.imagej.save.region;

import hounsfield.data.Element;
import hounsfield.derive.PixelType;
import hounsfield.region.PlacedRegion;
import hounsfield.region.PlaneMask;
import hounsfield.standard.Tag;
import java.util.List;

/** Makes the Pixel Data of segmentations. */
final class RegionPixels {
    private final int rows;
    private final int columns;

    RegionPixels(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Returns the bits of masks, frame after frame without a gap (PS3.5 8.1.1).
     *
     * @throws IllegalArgumentException if there are more bits than an array holds
     */
    Element bits(List<PlaneMask> frames) {
        long bits = (long) rows * columns * frames.size();
        long length = (bits + 7) / 8;
        if (length > Integer.MAX_VALUE - 64)
            throw new IllegalArgumentException("the regions need " + length + " bytes; save fewer regions at once");
        byte[] bytes = new byte[(int) length];
        long at = 0;
        for (PlaneMask frame : frames) {
            for (int row = frame.top(); row < frame.top() + frame.height(); row++) {
                for (int column = frame.left(); column < frame.left() + frame.width(); column++) {
                    if (frame.at(column, row) == 0) continue;
                    long bit = at + (long) row * columns + column;
                    bytes[(int) (bit >>> 3)] |= (byte) (1 << (bit & 7));
                }
            }
            at += (long) rows * columns;
        }
        return Element.of(Tag.PIXEL_DATA, PixelType.BIT.vr(), bytes, true);
    }

    /**
     * Returns a number for each pixel of the given slices: the number of its region, from 1, or 0.
     *
     * @throws IllegalArgumentException if regions overlap, or there are more bytes than an array holds
     */
    Element labels(List<PlacedRegion> regions, List<Integer> slices, PixelType type) {
        int width = type.bytes();
        long length = (long) rows * columns * slices.size() * width;
        if (length > Integer.MAX_VALUE - 64)
            throw new IllegalArgumentException("the label map needs " + length + " bytes; save it as a segmentation");
        byte[] bytes = new byte[(int) length];
        long shared = 0;
        for (int i = 0; i < slices.size(); i++) {
            int start = i * rows * columns;
            for (int number = 1; number <= regions.size(); number++) {
                PlaneMask mask = regions.get(number - 1).masks().get(slices.get(i));
                if (mask != null) shared += put(mask, number, bytes, start, width);
            }
        }
        if (shared > 0) {
            throw new IllegalArgumentException("regions overlap in " + shared
                    + " pixels, but a pixel of a label map has one label; choose format=segmentation");
        }
        return Element.of(Tag.PIXEL_DATA, type.vr(), bytes, true);
    }

    /** Writes the label of a region; returns the number of pixels that had a label already. */
    private long put(PlaneMask mask, int number, byte[] bytes, int start, int width) {
        long shared = 0;
        for (int row = mask.top(); row < mask.top() + mask.height(); row++) {
            for (int column = mask.left(); column < mask.left() + mask.width(); column++) {
                if (mask.at(column, row) == 0) continue;
                int at = (start + row * columns + column) * width;
                boolean taken = bytes[at] != 0 || width > 1 && bytes[at + 1] != 0;
                if (taken) shared++;
                bytes[at] = (byte) number;
                if (width > 1) bytes[at + 1] = (byte) (number >> 8);
            }
        }
        return shared;
    }

    /** Returns whether any pixel belongs to two regions. */
    static boolean overlap(List<PlacedRegion> regions) {
        for (int i = 0; i < regions.size(); i++) {
            for (int k = i + 1; k < regions.size(); k++) if (overlap(regions.get(i), regions.get(k))) return true;
        }
        return false;
    }

    private static boolean overlap(PlacedRegion one, PlacedRegion other) {
        for (int z : one.masks().keySet()) {
            PlaneMask mask = one.masks().get(z);
            PlaneMask second = other.masks().get(z);
            if (second == null) continue;
            for (int row = mask.top(); row < mask.top() + mask.height(); row++) {
                for (int column = mask.left(); column < mask.left() + mask.width(); column++)
                    if (mask.at(column, row) != 0 && second.at(column, row) != 0) return true;
            }
        }
        return false;
    }
}
