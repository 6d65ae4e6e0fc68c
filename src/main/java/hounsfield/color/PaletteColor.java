package hounsfield.color;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.data.DataSet;
import hounsfield.data.LutData;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;

/**
 * PALETTE COLOR: each stored value is an index into three lookup tables (PS3.3 C.7.6.3.1.5 and C.7.6.3.1.6). If a table
 * has fewer entries than its descriptor declares, values beyond them have the color of the last entry, with a warning.
 */
final class PaletteColor extends RgbConverter {
    /** The lowest stored value mapped by any table. */
    private final int first;

    private final int[] packed;
    private final short[][] deep;
    private final Diagnostics diagnostics;
    /** The last stored value with an entry in all tables; {@code Long.MAX_VALUE} if no entries are missing. */
    private final long lastComplete;

    PaletteColor(DataSet dataSet, PixelLayout layout, Diagnostics diagnostics) throws DicomException {
        this(
                new LutData[] {
                    PaletteTable.read(dataSet, 0, layout.signed(), diagnostics),
                    PaletteTable.read(dataSet, 1, layout.signed(), diagnostics),
                    PaletteTable.read(dataSet, 2, layout.signed(), diagnostics)
                },
                diagnostics);
    }

    private PaletteColor(LutData[] tables, Diagnostics diagnostics) {
        super(Math.max(tables[0].bits(), Math.max(tables[1].bits(), tables[2].bits())));
        this.diagnostics = diagnostics;
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        long complete = Long.MAX_VALUE;
        for (LutData table : tables) {
            lowest = Math.min(lowest, table.first());
            highest = Math.max(highest, table.last());
            if (table.isShort()) complete = Math.min(complete, table.last());
        }
        first = lowest;
        lastComplete = complete;
        packed = new int[highest - lowest + 1];
        deep = new short[3][packed.length];
        for (int i = 0; i < packed.length; i++) {
            for (int channel = 0; channel < 3; channel++) {
                LutData table = tables[channel];
                int at = Math.max(0, Math.min(table.entries().length - 1, first + i - table.first()));
                int entry = table.entries()[at];
                packed[i] = packed[i] << 8 | entry >> table.bits() - Byte.SIZE & 0xFF;
                deep[channel][i] = (short) (entry << bits() - table.bits());
            }
        }
    }

    @Override
    public int[] toRgb(Samples samples) {
        checkEntries(samples);
        int[] rgb = new int[samples.length()];
        for (int i = 0; i < rgb.length; i++) rgb[i] = packed[index(samples.intAt(i))];
        return rgb;
    }

    @Override
    public short[][] toRgb16(Samples samples) {
        checkEntries(samples);
        short[][] planes = new short[3][samples.length()];
        for (int i = 0; i < planes[0].length; i++) {
            int index = index(samples.intAt(i));
            for (int channel = 0; channel < 3; channel++) planes[channel][i] = deep[channel][index];
        }
        return planes;
    }

    /** Warns of pixels without an entry. Samples are only searched if entries are missing. */
    private void checkEntries(Samples samples) {
        if (lastComplete == Long.MAX_VALUE) return;
        int beyond = 0;
        for (int i = 0; i < samples.length(); i++) if (samples.intAt(i) > lastComplete) beyond++;
        if (beyond == 0) return;
        diagnostics.add(beyond + " pixels of a frame have values beyond " + lastComplete
                + ", the last one with an entry in the palette; they have the color of that entry");
    }

    /** Returns the index of a value; values outside the mapped range have the color of its first or last value. */
    private int index(int value) {
        // Unsigned 32-bit values beyond the range of int appear negative, but there are no 32-bit indexes.
        return Math.max(0, Math.min(packed.length - 1, value - first));
    }
}
