package hounsfield;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;
import net.imglib2.img.basictypeaccess.FloatAccess;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;
import net.imglib2.util.Intervals;

/** A read-only ImgLib2 image whose planes are fetched when they are accessed. Each plane is a cell. */
final class LazyPlanes extends LazyCellImg<FloatType, LazyPlanes.Values> {
    private final IntFunction<float[]> fetch;

    /**
     * Creates the image without fetching a plane.
     *
     * @param dimensions width, height, and the numbers of planes along the other axes
     * @param fetch returns the values of a plane, row by row
     */
    LazyPlanes(long[] dimensions, IntFunction<float[]> fetch) {
        this(new CellGrid(dimensions, plane(dimensions)), fetch);
    }

    private LazyPlanes(CellGrid grid, IntFunction<float[]> fetch) {
        super(grid, new FloatType(), index -> {
            long[] first = new long[grid.numDimensions()];
            int[] size = new int[grid.numDimensions()];
            grid.getCellDimensions(index, first, size);
            return new Cell<>(size, first, new Values(fetch.apply((int) index)));
        });
        this.fetch = fetch;
    }

    /** The values of a plane. They belong to the cache and are shared by other accesses. */
    record Values(float[] values) implements FloatAccess {
        @Override
        public float getValue(int index) {
            return values[index];
        }

        @Override
        public void setValue(int index, float value) {
            throw new UnsupportedOperationException("an image that is decoded on access cannot be changed; copy it");
        }
    }

    private static int[] plane(long[] dimensions) {
        int[] plane = new int[dimensions.length];
        for (int axis = 0; axis < plane.length; axis++) plane[axis] = axis < 2 ? (int) dimensions[axis] : 1;
        return plane;
    }

    /** Returns an image in memory, which can be changed. */
    @Override
    public Img<FloatType> copy() {
        long[] dimensions = dimensionsAsLongArray();
        int planes = (int) (Intervals.numElements(dimensions) / (dimensions[0] * dimensions[1]));
        List<FloatArray> copies = new ArrayList<>();
        for (int plane = 0; plane < planes; plane++)
            copies.add(new FloatArray(fetch.apply(plane).clone()));
        PlanarImg<FloatType, FloatArray> img = new PlanarImg<>(copies, dimensions, new Fraction());
        img.setLinkedType(new FloatType(img));
        return img;
    }

    @Override
    public ImgFactory<FloatType> factory() {
        return new PlanarImgFactory<>(new FloatType());
    }
}
