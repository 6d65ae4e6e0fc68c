package hounsfield.imagej.present;

import hounsfield.color.PaletteLevels;
import hounsfield.data.DataSet;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import ij.ImagePlus;
import ij.process.LUT;

/** Applies the palette of a pseudo-color presentation state to the gray levels of an image. */
public final class PseudoColor {
    private static final int LEVELS = 256;

    private PseudoColor() {}

    /**
     * Colors the lookup table of an image, if the state has a palette.
     *
     * @param image an image that shows gray levels
     * @param state the Data Set of a presentation state
     * @param findings receives why a palette is not applied
     */
    public static void apply(ImagePlus image, DataSet state, Diagnostics findings) {
        if (!state.contains(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR)) return;
        int[] colors;
        try {
            colors = PaletteLevels.of(state, LEVELS, findings);
        } catch (DicomException e) {
            findings.add(
                    "the palette is not applied: " + e.location().withoutFile().describe(e.problem()));
            return;
        }
        LUT grays = image.getProcessor().getLut();
        byte[] red = new byte[LEVELS];
        byte[] green = new byte[LEVELS];
        byte[] blue = new byte[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            int color = colors[grays.getRed(i)];
            red[i] = (byte) (color >> 16);
            green[i] = (byte) (color >> 8);
            blue[i] = (byte) color;
        }
        double low = image.getDisplayRangeMin();
        double high = image.getDisplayRangeMax();
        image.setLut(new LUT(red, green, blue));
        image.setDisplayRange(low, high);
    }
}
