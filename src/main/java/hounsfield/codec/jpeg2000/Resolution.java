package hounsfield.codec.jpeg2000;

/** A resolution of a tile-component: its subbands and precincts (T.800 B.5 to B.7). */
final class Resolution {
    final int component;
    final int index;
    final CodingStyle style;
    final Area area;
    final Subband[] bands;

    /** log2 of the size of the precincts. */
    final int precinctWidth;

    final int precinctHeight;

    private final int firstX;
    private final int firstY;
    final int precinctsAcross;
    final int precinctsDown;
    /** Created by {@link Tile} after their number has been checked against the length of the stream. */
    Precinct[] precincts = {};

    Resolution(int component, int index, CodingStyle style, Area area, Subband[] bands) {
        this.component = component;
        this.index = index;
        this.style = style;
        this.area = area;
        this.bands = bands;
        precinctWidth = style.precinctWidth(index);
        precinctHeight = style.precinctHeight(index);
        firstX = area.x0() >> precinctWidth;
        firstY = area.y0() >> precinctHeight;
        precinctsAcross = area.isEmpty() ? 0 : Area.ceilShift(area.x1(), precinctWidth) - firstX;
        precinctsDown = area.isEmpty() ? 0 : Area.ceilShift(area.y1(), precinctHeight) - firstY;
    }

    /** Frees the memory of the coefficients after their last use. */
    void forgetCoefficients() {
        for (Subband band : bands) {
            band.integers = null;
            band.floats = null;
            band.doubles = null;
        }
    }

    long precinctCount() {
        return (long) precinctsAcross * precinctsDown;
    }

    void makePrecincts() {
        precincts = new Precinct[Math.toIntExact(precinctCount())];
        for (int i = 0; i < precincts.length; i++) {
            precincts[i] = new Precinct(this, firstX + i % precinctsAcross, firstY + i / precinctsAcross);
        }
    }
}
