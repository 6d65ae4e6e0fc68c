package hounsfield.imageio;

/**
 * A frame header of a JPEG or JPEG-LS stream (T.81 B.2.2, T.87 C.2.2).
 *
 * @param marker the code of its SOF marker, which is the coding process
 * @param precision bits per sample
 * @param components their number
 */
record JpegFrame(int marker, int precision, int components) {
    private static final int SOF2 = 0xC2;
    private static final int SOF3 = 0xC3;

    /** {@return whether it is JPEG Lossless with Huffman coding, not hierarchical} */
    boolean lossless() {
        return marker == SOF3;
    }

    /** {@return whether it is coded by DCT, sequential or progressive, with Huffman coding, not hierarchical} */
    boolean dct() {
        return marker >= JpegMarkers.SOF0 && marker <= SOF2;
    }

    /** {@return whether it is JPEG-LS} */
    boolean jpegLs() {
        return marker == JpegMarkers.SOF55;
    }

    /** {@return whether pixels are gray or have three components} */
    boolean hasColor() {
        return components == 1 || components == 3;
    }
}
