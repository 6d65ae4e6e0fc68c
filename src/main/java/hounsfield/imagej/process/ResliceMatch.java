package hounsfield.imagej.process;

import hounsfield.geometry.Vector3;
import hounsfield.imagej.memory.ImagePlacement;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.pixels.TrackedImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;

/**
 * The place of an image that ImageJ's Reslice has made of a whole stack. Reslice copies no properties and does not record at which edge
 * it began, or whether it flipped or rotated the slices. Therefore all possible ways are tried: the right one gives the pixels of the
 * image, bit by bit in up to {@value #LINES} slices. Without the original, or if several ways match that give different places, the
 * place is unknown.
 */
public final class ResliceMatch {
    /** Number of slices that are compared. */
    private static final int LINES = 9;

    /** Maximum number of slices that are compared. */
    private static final int MOST_LINES = 32;

    /** Positions that differ by less are equal [mm]. */
    private static final double SAME_PLACE = 1e-6;

    /** The results of searches, valid as long as the pixels are in the same arrays. */
    private static final Map<ImagePlus, Known> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private record Known(Object first, Object last, Optional<ResliceMatch> match) {
        static Known of(ImagePlus image, Optional<ResliceMatch> match) {
            ImageStack stack = image.getStack();
            return new Known(stack.getPixels(1), stack.getPixels(stack.size()), match);
        }

        boolean isOf(ImagePlus image) {
            ImageStack stack = image.getStack();
            return first == stack.getPixels(1) && last == stack.getPixels(stack.size());
        }
    }

    private final ResliceWay way;
    /** For each slice of the original the point of its first pixel, and the steps to the next column and row. */
    private final Vector3[][] slices;

    private ResliceMatch(ResliceWay way, Vector3[][] slices) {
        this.way = way;
        this.slices = slices;
    }

    /**
     * Finds how an image was made from one of the images that this plugin has opened and that are in memory.
     *
     * @param image any image
     * @return empty if it was not made by Reslice of a whole grayscale stack with known positions, or if that cannot be told;
     *     the result of the first search holds as long as the image has the same pixel arrays
     */
    public static Optional<ResliceMatch> of(ImagePlus image) {
        boolean placed = !ImageRecord.read(image).slices().slices().isEmpty();
        if (placed || image.getStack().isVirtual() || image.getNSlices() != image.getStackSize()) {
            return Optional.empty();
        }
        Known known = KNOWN.get(image);
        if (known == null || !known.isOf(image)) {
            known = Known.of(image, search(image));
            KNOWN.put(image, known);
        }
        return known.match;
    }

    private static Optional<ResliceMatch> search(ImagePlus image) {
        List<ResliceMatch> matches = new ArrayList<>();
        for (ImagePlus source : TrackedImage.all()) {
            if (source != image && isStack(source) && source.getBitDepth() == image.getBitDepth()) {
                try {
                    addMatches(source, image, matches);
                } catch (UncheckedIOException e) {
                    // A slice of this image cannot be decoded, so it cannot be compared.
                }
            }
        }
        if (matches.isEmpty()) return Optional.empty();
        ResliceMatch first = matches.get(0);
        for (ResliceMatch other : matches) if (!first.agreesWith(other, image)) return Optional.empty();
        return Optional.of(first);
    }

    private static boolean isStack(ImagePlus source) {
        return source.getBitDepth() != 24 && source.getStackSize() > 1 && source.getNSlices() == source.getStackSize();
    }

    private static void addMatches(ImagePlus source, ImagePlus image, List<ResliceMatch> matches) {
        List<ResliceWay> ways = ResliceWay.possible(source, image);
        if (ways.isEmpty()) return;
        Map<Integer, float[][]> rows = new TreeMap<>();
        Map<Integer, float[][]> columns = new TreeMap<>();
        int depth = source.getStackSize();
        for (ResliceWay way : ways) {
            for (int slice : compared(image, way, ways)) {
                (way.isAlongRows() ? rows : columns).put(way.line(slice), new float[depth][]);
            }
        }
        for (int z = 0; z < depth; z++) {
            ImageProcessor plane = source.getStack().getProcessor(z + 1);
            for (Map.Entry<Integer, float[][]> row : rows.entrySet()) {
                row.getValue()[z] = line(plane, 0, row.getKey(), 1, 0, plane.getWidth());
            }
            for (Map.Entry<Integer, float[][]> column : columns.entrySet()) {
                column.getValue()[z] = line(plane, column.getKey(), 0, 0, 1, plane.getHeight());
            }
        }
        Vector3[][] places = null;
        for (ResliceWay way : ways) {
            Map<Integer, float[][]> lines = way.isAlongRows() ? rows : columns;
            boolean same = true;
            for (int slice : compared(image, way, ways)) {
                ImageProcessor shown = image.getStack().getProcessor(slice);
                same = same && isSame(way.slice(lines.get(way.line(slice)), shown), shown);
            }
            if (!same) continue;
            if (places == null) places = places(source);
            if (places == null) return;
            matches.add(new ResliceMatch(way, places));
        }
    }

    /**
     * Returns slices, counted from 1, that show lines of whole numbers, which Reslice does not interpolate: some from the first to the
     * last, and those for which a rounding of the distance decides.
     */
    private static Set<Integer> compared(ImagePlus image, ResliceWay way, List<ResliceWay> ways) {
        Set<Integer> slices = new TreeSet<>();
        int count = image.getStackSize();
        for (int i = 0; i < LINES; i++) {
            int slice = 1 + (int) ((long) i * (count - 1) / (LINES - 1));
            if (way.isWhole(slice)) slices.add(slice);
        }
        for (ResliceWay other : ways) {
            if (!way.isLike(other)) continue;
            for (int slice = 1; slice <= count; slice++) {
                if (slices.size() < MOST_LINES && way.isClose(slice, other) && way.isWhole(slice)) slices.add(slice);
            }
        }
        return slices;
    }

    private static float[] line(ImageProcessor plane, int x, int y, int right, int down, int length) {
        float[] line = new float[length];
        for (int i = 0; i < length; i++) line[i] = plane.getf(x + i * right, y + i * down);
        return line;
    }

    private static boolean isSame(ImageProcessor expected, ImageProcessor shown) {
        return expected.getWidth() == shown.getWidth()
                && expected.getHeight() == shown.getHeight()
                && (shown.getPixels() instanceof float[] floats
                        ? Arrays.equals(floats, (float[]) expected.getPixels())
                        : shown.getPixels() instanceof short[] shorts
                                ? Arrays.equals(shorts, (short[]) expected.getPixels())
                                : Arrays.equals((byte[]) shown.getPixels(), (byte[]) expected.getPixels()));
    }

    /** Returns the places of all slices of an image; {@code null} if they are unknown. */
    private static Vector3[][] places(ImagePlus source) {
        Vector3[][] places = new Vector3[source.getStackSize()][];
        try {
            for (int z = 0; z < places.length; z++) {
                Vector3 first = Vector3.of(ImagePlacement.positionOf(source, 0, 0, z + 1), 0);
                places[z] = new Vector3[] {
                    first,
                    Vector3.of(ImagePlacement.positionOf(source, 1, 0, z + 1), 0)
                            .minus(first),
                    Vector3.of(ImagePlacement.positionOf(source, 0, 1, z + 1), 0)
                            .minus(first)
                };
            }
        } catch (IllegalArgumentException e) {
            return null;
        }
        return places;
    }

    private boolean agreesWith(ResliceMatch other, ImagePlus image) {
        double right = image.getWidth() - 1.0;
        double down = image.getHeight() - 1.0;
        if (!agreesWith(other, right, 0, 1) || !agreesWith(other, 0, down, 1)) return false;
        for (int slice = 1; slice <= image.getStackSize(); slice++) if (!agreesWith(other, 0, 0, slice)) return false;
        return true;
    }

    private boolean agreesWith(ResliceMatch other, double x, double y, int slice) {
        Vector3 here = Vector3.of(positionOf(x, y, slice), 0);
        return here.minus(Vector3.of(other.positionOf(x, y, slice), 0)).length() < SAME_PLACE;
    }

    /**
     * Returns the point in the patient that a pixel shows, between the slices of the original in proportion.
     *
     * @param x column from 0; whole numbers are centers of pixels
     * @param y row from 0; whole numbers are centers of pixels
     * @param slice counted from 1
     * @return x, y and z towards left, back and head of the patient (LPS) [mm]
     */
    public double[] positionOf(double x, double y, int slice) {
        double[] voxel = way.voxel(x, y, slice);
        int below = (int) Math.floor(voxel[2]);
        int above = Math.min(below + 1, slices.length - 1);
        double part = voxel[2] - below;
        return at(below, voxel)
                .times(1 - part)
                .plus(at(above, voxel).times(part))
                .toArray();
    }

    private Vector3 at(int slice, double[] voxel) {
        Vector3[] place = slices[slice];
        return place[0].plus(place[1].times(voxel[0])).plus(place[2].times(voxel[1]));
    }
}
