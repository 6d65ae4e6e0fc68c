package hounsfield.codec.jpeg2000;

import hounsfield.standard.error.DicomException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The coding parameters from the marker segments of the main header and of the first header of a tile. Segments of a
 * tile take precedence over those of the main header, and segments of a component over those of all components (T.800
 * A.6.1 to A.6.6).
 */
final class Parameters {
    private static final int SOP = 2;
    private static final int EPH = 4;

    private final int components;
    private CodingStyle style;
    private final CodingStyle[] componentStyles;
    private Quantization quantization;
    private final Quantization[] componentQuantizations;
    private final int[] roiShifts;
    private List<Progression> changes = new ArrayList<>();
    /** Whether this header gave a component its own values, so that its COD or QCD does not replace them. */
    private final boolean[] ownStyle;

    private final boolean[] ownQuantization;
    private boolean ownChanges;

    private ProgressionOrder order;
    private int layers;
    private boolean multipleComponentTransform;
    private boolean sop;
    private boolean eph;

    Parameters(int components) {
        this.components = components;
        componentStyles = new CodingStyle[components];
        componentQuantizations = new Quantization[components];
        roiShifts = new int[components];
        ownStyle = new boolean[components];
        ownQuantization = new boolean[components];
    }

    /** Returns a copy that the header of a tile can change. */
    Parameters forTile() {
        Parameters tile = new Parameters(components);
        tile.style = style;
        tile.quantization = quantization;
        System.arraycopy(componentStyles, 0, tile.componentStyles, 0, components);
        System.arraycopy(componentQuantizations, 0, tile.componentQuantizations, 0, components);
        System.arraycopy(roiShifts, 0, tile.roiShifts, 0, components);
        tile.changes = new ArrayList<>(changes);
        tile.order = order;
        tile.layers = layers;
        tile.multipleComponentTransform = multipleComponentTransform;
        tile.sop = sop;
        tile.eph = eph;
        return tile;
    }

    void readCod(SegmentReader in) throws DicomException {
        int scod = in.u8();
        order = ProgressionOrder.read(in);
        layers = in.u16();
        if (layers == 0) throw in.malformed("COD: the number of layers is 0");
        multipleComponentTransform = (in.u8() & 1) != 0;
        sop = (scod & SOP) != 0;
        eph = (scod & EPH) != 0;
        style = CodingStyle.read(in, (scod & 1) != 0);
        for (int c = 0; c < components; c++) {
            if (!ownStyle[c]) componentStyles[c] = null;
        }
    }

    void readCoc(SegmentReader in) throws DicomException {
        int component = component(in);
        int scoc = in.u8();
        componentStyles[component] = CodingStyle.read(in, (scoc & 1) != 0);
        ownStyle[component] = true;
    }

    void readQcd(SegmentReader in) throws DicomException {
        quantization = Quantization.read(in);
        for (int c = 0; c < components; c++) {
            if (!ownQuantization[c]) componentQuantizations[c] = null;
        }
    }

    void readQcc(SegmentReader in) throws DicomException {
        int component = component(in);
        componentQuantizations[component] = Quantization.read(in);
        ownQuantization[component] = true;
    }

    void readRgn(SegmentReader in) throws DicomException {
        int component = component(in);
        int kind = in.u8();
        if (kind != 0) throw in.malformed("RGN: the region of interest style is " + kind);
        roiShifts[component] = in.u8();
    }

    /** A POC segment of a tile replaces those of the main header. Several segments of one header are concatenated. */
    void readPoc(SegmentReader in) throws DicomException {
        if (!ownChanges) changes.clear();
        ownChanges = true;
        Progression.read(in, components, changes);
    }

    private int component(SegmentReader in) throws DicomException {
        int component = in.component(components);
        if (component >= components)
            throw in.malformed("the component index is " + component + ", but there are " + components + " components");
        return component;
    }

    /** Throws unless every component has its coding style and quantization. */
    void check(int position) throws DicomException {
        Optional<String> problem = problem();
        if (problem.isPresent()) throw SegmentReader.malformed(problem.get(), position);
    }

    /** Describes what is missing from the coding style and quantization of a component. */
    Optional<String> problem() {
        if (style == null) return Optional.of("there is no COD marker segment");
        for (int c = 0; c < components; c++) {
            Quantization steps = quantization(c);
            if (steps == null) return Optional.of("there is no QCD marker segment");
            if (!steps.covers(style(c).levels())) {
                return Optional.of("QCD has fewer step sizes than there are subbands");
            }
        }
        return Optional.empty();
    }

    CodingStyle style(int component) {
        return componentStyles[component] != null ? componentStyles[component] : style;
    }

    Quantization quantization(int component) {
        return componentQuantizations[component] != null ? componentQuantizations[component] : quantization;
    }

    int roiShift(int component) {
        return roiShifts[component];
    }

    int layers() {
        return layers;
    }

    boolean multipleComponentTransform() {
        return multipleComponentTransform;
    }

    boolean sop() {
        return sop;
    }

    boolean eph() {
        return eph;
    }

    /** Returns the progressions in order: the entries of POC if there is one, otherwise the order of COD. */
    List<Progression> progressions() {
        return changes.isEmpty() ? List.of(Progression.all(order)) : List.copyOf(changes);
    }
}
