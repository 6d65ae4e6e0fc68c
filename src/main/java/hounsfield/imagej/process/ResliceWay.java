package hounsfield.imagej.process;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;

/**
 * One way in which ImageJ's Reslice makes an image of a stack: the options of {@code ij.plugin.Slicer}. Rows of the result
 * are the slices of the stack, resampled by {@link ImageProcessor#resize(int, int)} to the width of a pixel unless
 * interpolation is avoided.
 */
final class ResliceWay {
    /** In a resized image ImageJ shows at the index {@code i} the value at {@code i * from / to - 0.25}. */
    private static final double RESIZED = 0.25;

    /** Sizes that differ by less than this fraction are equal. */
    private static final double SAME = 1e-6;

    /** Columns and rows between which a rounding of the step decides. */
    private static final double CLOSE = 1e-6;

    /** The edge of the stack at which Reslice begins. */
    private enum Edge {
        TOP,
        LEFT,
        BOTTOM,
        RIGHT
    }

    private final boolean alongRows;
    private final boolean flipped;
    private final boolean rotated;
    private final int depth;
    /** Number of rows that the slices of the stack are resampled to; {@code depth} if they are not resampled. */
    private final int rows;
    /** The row or column of the stack that each slice shows; columns can be between pixels. */
    private final double[] lines;

    private ResliceWay(
            boolean alongRows,
            boolean flipped,
            boolean rotated,
            int depth,
            int rows,
            double first,
            double step,
            int count) {
        this.alongRows = alongRows;
        this.flipped = flipped;
        this.rotated = rotated;
        this.depth = depth;
        this.rows = rows;
        lines = new double[count];
        // A sum as in Slicer, which truncates rows and interpolates columns.
        double line = first;
        for (int i = 0; i < count; i++) {
            lines[i] = alongRows ? (int) line : line;
            line += step;
        }
    }

    /** Returns the ways in which sizes and calibration of an image can come from a stack. */
    static List<ResliceWay> possible(ImagePlus stack, ImagePlus image) {
        List<ResliceWay> ways = new ArrayList<>();
        Calibration from = stack.getCalibration();
        Calibration to = image.getCalibration();
        if (!from.getUnit().equals(to.getUnit())) return ways;
        int depth = stack.getStackSize();
        int count = image.getStackSize();
        for (Edge edge : Edge.values()) {
            boolean alongRows = edge == Edge.TOP || edge == Edge.BOTTOM;
            double pixel = alongRows ? from.pixelWidth : from.pixelHeight;
            double across = alongRows ? from.pixelHeight : from.pixelWidth;
            int length = alongRows ? stack.getWidth() : stack.getHeight();
            int all = alongRows ? stack.getHeight() : stack.getWidth();
            for (int turn = 0; turn < 4; turn++) {
                boolean rotated = turn > 1;
                double zoom = from.pixelDepth / (rotated ? to.pixelWidth : to.pixelHeight);
                double column = rotated ? to.pixelHeight : to.pixelWidth;
                int rows = rotated ? image.getWidth() : image.getHeight();
                int columns = rotated ? image.getHeight() : image.getWidth();
                boolean sized = columns == length
                        && Math.abs(column - pixel) <= SAME * pixel
                        && isTruncated(rows, depth * zoom);
                if (!sized) continue;
                for (double step : steps(to.pixelDepth, across)) {
                    if (!isTruncated(count, all / step)) continue;
                    boolean forth = edge == Edge.TOP || edge == Edge.LEFT;
                    ways.add(new ResliceWay(
                            alongRows,
                            turn % 2 == 1,
                            rotated,
                            depth,
                            rows,
                            forth ? 0 : all - 1,
                            forth ? step : -step,
                            count));
                }
            }
        }
        return ways;
    }

    /** Returns the factors that give a product, which differ by rounding. */
    private static List<Double> steps(double product, double factor) {
        List<Double> steps = new ArrayList<>();
        double quotient = product / factor;
        if (!(quotient > 0) || !Double.isFinite(quotient)) return steps;
        for (double step : new double[] {quotient, Math.nextUp(quotient), Math.nextDown(quotient)}) {
            if (step * factor == product) steps.add(step);
        }
        return steps;
    }

    private static boolean isTruncated(int whole, double number) {
        return number > whole - CLOSE && number < whole + 1 + CLOSE;
    }

    /** Returns whether rows of the stack are shown, and not columns. */
    boolean isAlongRows() {
        return alongRows;
    }

    /** Returns whether a slice, counted from 1, shows a line of the stack that is not interpolated. */
    boolean isWhole(int slice) {
        double line = lines[slice - 1];
        return line == Math.rint(line) && line >= 0;
    }

    /** Returns whether another way differs at most by a rounding of the step. */
    boolean isLike(ResliceWay other) {
        return alongRows == other.alongRows
                && flipped == other.flipped
                && rotated == other.rotated
                && lines[0] == other.lines[0];
    }

    /** Returns whether a rounding of the step decides which row a slice shows. */
    boolean isClose(int slice, ResliceWay other) {
        return lines[slice - 1] != other.lines[slice - 1];
    }

    /** Returns the row or column of the stack that a slice shows, of those that are not interpolated. */
    int line(int slice) {
        return (int) lines[slice - 1];
    }

    /**
     * Makes a slice.
     *
     * @param stack the line of each slice of the stack
     * @param like an image of the type of the result
     */
    ImageProcessor slice(float[][] stack, ImageProcessor like) {
        int length = stack[0].length;
        ImageProcessor made = like.createProcessor(rotated ? depth : length, rotated ? length : depth);
        for (int z = 0; z < depth; z++) {
            float[] line = stack[flipped ? depth - 1 - z : z];
            for (int i = 0; i < length; i++) made.setf(rotated ? z : i, rotated ? i : z, line[i]);
        }
        if (rows == depth) return made;
        made.setInterpolate(true);
        return made.resize(rotated ? rows : length, rotated ? length : rows);
    }

    /**
     * Returns the voxel of the stack that a pixel shows.
     *
     * @param x column of the image
     * @param y row of the image
     * @param slice of the image, counted from 1
     * @return column, row and slice of the stack, from 0; the slice is one of them or between them
     */
    double[] voxel(double x, double y, int slice) {
        double along = rotated ? y : x;
        double row = rotated ? x : y;
        double z = rows == depth ? row : row * depth / rows - RESIZED;
        double inside = z < 0 ? 0 : z > depth - 1 ? depth - 1 : z;
        double own = flipped ? depth - 1 - inside : inside;
        double line = lines[slice - 1];
        return alongRows ? new double[] {along, line, own} : new double[] {line, along, own};
    }
}
