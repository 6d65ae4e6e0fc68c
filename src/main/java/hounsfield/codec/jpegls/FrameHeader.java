package hounsfield.codec.jpegls;

import hounsfield.standard.error.DicomException;

/**
 * The frame header, SOF55 (T.87 C.2.2).
 *
 * @param precision P, bits per sample, 2 to 16
 * @param rows Y, 0 if another segment gives it
 * @param columns X, 0 if another segment gives it
 * @param components the identifiers Ci in the order of the frame
 * @param linesOfUnit Vi, the same for all components: number of lines of each component in an MCU if lines are
 *     interleaved (B.2)
 */
record FrameHeader(int precision, int rows, int columns, int[] components, int linesOfUnit) {

    /** Reads the current segment of {@code in}. */
    static FrameHeader read(MarkerReader in) throws DicomException {
        int precision = in.uint8();
        if (precision < 2 || precision > 16)
            throw in.malformed("the precision is " + precision + " bits, not 2 to 16 (T.87 C.2.2)");
        int rows = in.uint16();
        int columns = in.uint16();
        int count = in.uint8();
        if (count == 0) throw in.malformed("the frame has no components (T.87 C.2.2)");
        if (in.remaining() < 3 * count) throw in.malformed("the frame header ends early");
        int[] components = new int[count];
        int sampling = 0;
        for (int i = 0; i < count; i++) {
            components[i] = in.uint8();
            int factors = in.uint8();
            if (i == 0) sampling = factors;
            if (factors != sampling) {
                throw in.unsupported("the components have different sizes, which DICOM does not use");
            }
            in.uint8(); // Tqi, has no meaning in T.87
        }
        return new FrameHeader(precision, rows, columns, components, sampling & 15);
    }

    /** Returns the index of a component in the frame, or -1. */
    int indexOf(int identifier) {
        for (int i = 0; i < components.length; i++) {
            if (components[i] == identifier) return i;
        }
        return -1;
    }
}
