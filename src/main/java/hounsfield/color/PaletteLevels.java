package hounsfield.color;

import hounsfield.data.DataSet;
import hounsfield.data.LutData;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;

/** The colors of a palette at evenly spaced places, as pseudo-color presentation states apply it to gray (PS3.4 N.2.4). */
public final class PaletteLevels {
    private static final int CHANNELS = 3;

    private PaletteLevels() {}

    /**
     * Reads a palette.
     *
     * @param dataSet contains the Palette Color Lookup Table Module
     * @param levels number of places, at least 2; the first has the first color and the last the last one
     * @param findings receives deviations
     * @return {@code 0xRRGGBB} at each place
     * @throws DicomException if a table is absent or damaged
     */
    public static int[] of(DataSet dataSet, int levels, Diagnostics findings) throws DicomException {
        int[] colors = new int[levels];
        for (int channel = 0; channel < CHANNELS; channel++) {
            LutData table = PaletteTable.read(dataSet, channel, false, findings);
            int last = table.described() - 1;
            for (int i = 0; i < levels; i++) {
                int index = (int) Math.rint((double) i * last / (levels - 1));
                int entry = table.entries()[Math.min(index, table.entries().length - 1)];
                colors[i] = colors[i] << Byte.SIZE | entry >> table.bits() - Byte.SIZE & 0xFF;
            }
        }
        return colors;
    }
}
