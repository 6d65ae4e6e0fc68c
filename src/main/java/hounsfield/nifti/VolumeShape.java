package hounsfield.nifti;

/**
 * The size of an image. The planes of a file are ordered by channel, then by time point, then by slice.
 *
 * @param columns voxels in a row
 * @param rows rows of a slice
 * @param slices slices of one channel at one time
 * @param times time points, the fourth dimension
 * @param channels channels, the fifth dimension
 */
public record VolumeShape(int columns, int rows, int slices, int times, int channels) {
    /** The largest number that a NIfTI-1 header holds. */
    static final int LARGEST = Short.MAX_VALUE;

    /**
     * Checks the numbers.
     *
     * @param columns voxels in a row
     * @param rows rows of a slice
     * @param slices slices of one channel at one time
     * @param times time points
     * @param channels channels
     * @throws IllegalArgumentException if a number is below 1, or there are more planes than an int can count
     */
    public VolumeShape {
        if (columns < 1 || rows < 1 || slices < 1 || times < 1 || channels < 1)
            throw new IllegalArgumentException("a size below 1");
        if ((long) slices * times > Integer.MAX_VALUE || (long) slices * times * channels > Integer.MAX_VALUE)
            throw new IllegalArgumentException("more than 2147483647 planes");
    }

    /** {@return number of planes} */
    public int planes() {
        return slices * times * channels;
    }

    /** {@return voxels of a slice} */
    public long pixels() {
        return (long) columns * rows;
    }

    /** Returns the slice of a plane of a file, from 0. */
    int slice(int plane) {
        return plane % slices;
    }

    /** Returns the time point of a plane of a file, from 0. */
    int time(int plane) {
        return plane / slices % times;
    }

    /** Returns the channel of a plane of a file, from 0. */
    int channel(int plane) {
        return plane / slices / times;
    }

    /**
     * Checks that a NIfTI-1 header holds the numbers.
     *
     * @throws IllegalArgumentException if one is too large
     */
    void checkWritable() {
        for (int size : new int[] {columns, rows, slices, times, channels}) {
            if (size > LARGEST)
                throw new IllegalArgumentException(
                        "the image has a side of " + size + "; NIfTI-1 holds at most " + LARGEST);
        }
    }
}
