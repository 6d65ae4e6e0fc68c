package hounsfield.imagej.save;

import hounsfield.bytes.LittleEndian;
import hounsfield.calibrate.Rescale;
import hounsfield.derive.file.FramePixels;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.work.Progress;
import ij.ImagePlus;

/** Converts the slices of an image to the bytes of a {@link StoredForm}. */
final class SlicePixels implements FramePixels {
    private final ImagePlus image;
    private final StoredForm form;
    private final int[] slices;
    private final Progress progress;

    /** @param slices the slice of each frame, counted from 1 */
    SlicePixels(ImagePlus image, StoredForm form, int[] slices, Progress progress) {
        this.image = image;
        this.form = form;
        this.slices = slices;
        this.progress = progress;
    }

    @Override
    public byte[] of(int index) {
        int slice = slices[index];
        if (form.type().samples() > 1) return colors(slice);
        if (form.type().bits() == Float.SIZE)
            return LittleEndian.ofFloats(StoredForms.values(image, slice - 1, progress));
        boolean raw = image.getBitDepth() == form.type().bits();
        if (!raw)
            return integers(
                    StoredForms.values(image, slice - 1, progress), form.lines().get(slice - 1));
        Object pixels = ImageValues.pixels(image.getStack(), slice, progress);
        return pixels instanceof byte[] bytes ? bytes.clone() : LittleEndian.ofShorts((short[]) pixels);
    }

    private byte[] colors(int slice) {
        int[] colors =
                (int[]) image.getStack().getProcessor(slice).convertToRGB().getPixels();
        byte[] bytes = new byte[3 * colors.length];
        LittleEndian.putColors(colors, 0, colors.length, bytes, 0);
        return bytes;
    }

    private byte[] integers(float[] values, Rescale line) {
        double slope = line.slope();
        double intercept = line.intercept();
        int gap = form.padding().orElse(0);
        byte[] bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            int stored = value != value ? gap : (int) Math.rint((value - intercept) / slope);
            bytes[2 * i] = (byte) stored;
            bytes[2 * i + 1] = (byte) (stored >> 8);
        }
        return bytes;
    }
}
