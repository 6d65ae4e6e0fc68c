package hounsfield.frame;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.OptionalAttributes;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A plane of single bits that is shown over an image: drawings, text or a region. The bits are in Overlay Data or, in objects from
 * before 2004, in bits of the pixels that the stored values do not use.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.9.2.html">PS3.3 C.9.2</a>
 */
public final class OverlayPlane {
    /** Number of groups: 6000, 6002 ... 601E. */
    public static final int GROUPS = 16;

    /** Difference between the tags of one group and those of the next. */
    public static final int STEP = 0x20000;

    private final int group;
    private final int rows;
    private final int columns;
    private final int top;
    private final int left;
    private final int frames;
    private final OptionalInt firstFrame;
    private final byte[] bits;

    private OverlayPlane(
            int group, int rows, int columns, int top, int left, int frames, OptionalInt firstFrame, byte[] bits) {
        this.group = group;
        this.rows = rows;
        this.columns = columns;
        this.top = top;
        this.left = left;
        this.frames = frames;
        this.firstFrame = firstFrame;
        this.bits = bits;
    }

    /** Reads the overlay of a group, given the difference between its tags and those of the first group. */
    private interface Reading {
        OverlayPlane read(int shift) throws IOException;
    }

    /**
     * Reads the overlays of a Data Set that have Overlay Data.
     *
     * @param dataSet of an image, or of a presentation state
     * @param findings receives a sentence for each overlay that cannot be read
     * @return the readable overlays, in the order of their groups
     */
    public static List<OverlayPlane> of(DataSet dataSet, Diagnostics findings) {
        try {
            return each(dataSet, findings, shift -> read(dataSet, shift, findings));
        } catch (IOException e) {
            throw new IllegalStateException("a Data Set is in memory", e);
        }
    }

    /**
     * Reads the overlays of a frame, including those in its pixels.
     *
     * @param file the header of the image
     * @param frame index of the frame, from 0
     * @param findings receives a sentence for each overlay that cannot be read
     * @return the readable overlays, in the order of their groups; {@link #pixels} for this frame returns their bits
     * @throws IOException if the file cannot be read
     */
    public static List<OverlayPlane> ofFrame(DicomFile file, int frame, Diagnostics findings) throws IOException {
        DataSet dataSet = file.dataSet();
        EmbeddedOverlays embedded = new EmbeddedOverlays(file, frame);
        return each(dataSet, findings, shift -> {
            OptionalInt position = EmbeddedOverlays.position(dataSet, shift, findings);
            if (position.isEmpty()) return read(dataSet, shift, findings);
            byte[] bits = embedded.bits(position.getAsInt());
            int rows = dataSet.requireInt(Tag.ROWS);
            int columns = dataSet.requireInt(Tag.COLUMNS);
            return new OverlayPlane(group(shift), rows, columns, 0, 0, 1, OptionalInt.of(frame), bits);
        });
    }

    private static List<OverlayPlane> each(DataSet dataSet, Diagnostics findings, Reading reading) throws IOException {
        List<OverlayPlane> planes = new ArrayList<>();
        for (int shift = 0; shift < GROUPS * STEP; shift += STEP) {
            if (!dataSet.contains(Tag.OVERLAY_ROWS + shift)) continue;
            try {
                planes.add(reading.read(shift));
            } catch (DicomException e) {
                findings.add(String.format("the overlay of group %04X is not shown: %s", group(shift), e.problem()));
            }
        }
        return planes;
    }

    private static int group(int shift) {
        return Tag.OVERLAY_ROWS + shift >>> 16;
    }

    private static OverlayPlane read(DataSet dataSet, int shift, Diagnostics findings) throws DicomException {
        OptionalAttributes optional = new OptionalAttributes(dataSet, findings);
        int rows = dataSet.requireInt(Tag.OVERLAY_ROWS + shift);
        int columns = dataSet.requireInt(Tag.OVERLAY_COLUMNS + shift);
        OptionalInt count = optional.integer(Tag.NUMBER_OF_FRAMES_IN_OVERLAY + shift);
        OptionalInt first = optional.integer(Tag.IMAGE_FRAME_ORIGIN + shift);
        int frames = Math.max(1, count.orElse(1));
        double[] origin = optional.numbers(Tag.OVERLAY_ORIGIN + shift);
        Element data = dataSet.require(Tag.OVERLAY_DATA + shift);
        // 16-bit unsigned rows and columns, and a 32-bit number of frames: their product fits into 63 bits.
        long needed = ((long) rows * columns * frames + 7) / 8;
        if (rows < 1 || columns < 1 || (long) rows * columns > Integer.MAX_VALUE - 8 || data.length() < needed) {
            throw new MalformedDicomException(
                    rows + " x " + columns + " x " + frames + " bits need " + needed + " bytes, and the data has "
                            + data.length(),
                    Location.ofTag(data.tag()));
        }
        byte[] bits = data.bytes();
        if (data.vr() == VR.OW && !data.littleEndian()) bits = swapped(bits);
        boolean multiple = count.isPresent() || first.isPresent();
        return new OverlayPlane(
                group(shift),
                rows,
                columns,
                origin.length < 2 ? 0 : (int) origin[0] - 1,
                origin.length < 2 ? 0 : (int) origin[1] - 1,
                frames,
                multiple ? OptionalInt.of(first.orElse(1) - 1) : OptionalInt.empty(),
                bits);
    }

    private static byte[] swapped(byte[] words) {
        byte[] bytes = words.clone();
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            bytes[i] = words[i + 1];
            bytes[i + 1] = words[i];
        }
        return bytes;
    }

    /** {@return the group of its elements, 6000 to 601E (hexadecimal)} */
    public int group() {
        return group;
    }

    /** {@return the number of rows} */
    public int rows() {
        return rows;
    }

    /** {@return the number of columns} */
    public int columns() {
        return columns;
    }

    /** {@return the row of the image, from 0, that the first row of the overlay covers; may be negative} */
    public int top() {
        return top;
    }

    /** {@return the column of the image, from 0, that the first column of the overlay covers; may be negative} */
    public int left() {
        return left;
    }

    /**
     * Returns the bits for a frame of the image. An overlay that names no frames applies to all.
     *
     * @param frame of the image, from 0
     * @return a value per pixel, row by row, 1 where the overlay is set; no values if it is not for this frame
     */
    public byte[] pixels(int frame) {
        int own = firstFrame.isPresent() ? frame - firstFrame.getAsInt() : 0;
        if (own < 0 || own >= frames) return new byte[0];
        byte[] pixels = new byte[rows * columns];
        long start = (long) own * rows * columns;
        for (int i = 0; i < pixels.length; i++) {
            long bit = start + i;
            pixels[i] = (byte) (bits[(int) (bit >> 3)] >> (int) (bit & 7) & 1);
        }
        return pixels;
    }
}
