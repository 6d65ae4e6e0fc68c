package hounsfield.codec.jpeg2000;

/** A JPEG 2000 frame for fixtures of other packages: unsigned gray values, encoded without loss. */
public final class Jpeg2000Frame {
    public static final int COLUMNS = DrawnImage.G12.width;
    public static final int ROWS = DrawnImage.G12.height;
    public static final int BITS = DrawnImage.G12.precision;

    private Jpeg2000Frame() {}

    /** The values, row by row. */
    public static int[] pixels() {
        return DrawnImage.G12.plane(0);
    }

    /** The codestream. */
    public static byte[] encoded() {
        return Streams.of("plain-g12.j2k").bytes().array();
    }
}
