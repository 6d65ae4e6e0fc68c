package hounsfield.color;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.data.DataSet;
import hounsfield.standard.DicomException;
import hounsfield.standard.Warnings;

/** PALETTE COLOR: each stored value is an index into three lookup tables (PS3.3 C.7.6.3.1.5 and C.7.6.3.1.6). */
final class PaletteColor extends RgbConverter {
    /** The lowest stored value that any of the tables maps. */
    private final int first;

    private final int[] packed;
    private final short[][] deep;

    PaletteColor(DataSet dataSet, PixelLayout layout, Warnings warnings) throws DicomException {
        this(new PaletteTable[] {
            PaletteTable.read(dataSet, 0, layout.signed(), warnings),
            PaletteTable.read(dataSet, 1, layout.signed(), warnings),
            PaletteTable.read(dataSet, 2, layout.signed(), warnings)
        });
    }

    private PaletteColor(PaletteTable[] tables) {
        super(Math.max(tables[0].bits(), Math.max(tables[1].bits(), tables[2].bits())));
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (PaletteTable table : tables) {
            lowest = Math.min(lowest, table.first());
            highest = Math.max(highest, table.last());
        }
        first = lowest;
        packed = new int[highest - lowest + 1];
        deep = new short[3][packed.length];
        for (int i = 0; i < packed.length; i++) {
            for (int channel = 0; channel < 3; channel++) {
                int entry = tables[channel].entry(first + i);
                packed[i] = packed[i] << 8 | entry >> tables[channel].bits() - Byte.SIZE & 0xFF;
                deep[channel][i] = (short) (entry << bits() - tables[channel].bits());
            }
        }
    }

    @Override
    public int[] toRgb(Samples samples) {
        int[] rgb = new int[samples.length()];
        for (int i = 0; i < rgb.length; i++) rgb[i] = packed[index(samples.intAt(i))];
        return rgb;
    }

    @Override
    public short[][] toRgb16(Samples samples) {
        short[][] planes = new short[3][samples.length()];
        for (int i = 0; i < planes[0].length; i++) {
            int index = index(samples.intAt(i));
            for (int channel = 0; channel < 3; channel++) planes[channel][i] = deep[channel][index];
        }
        return planes;
    }

    /** Values below the first mapped one have its colour, values above the last one that one's. */
    private int index(int value) {
        // Unsigned 32-bit values beyond the range of int come as negative ones: 32-bit indexes do not exist.
        return Math.max(0, Math.min(packed.length - 1, value - first));
    }
}
