package hounsfield.codec.jpeg2000;

import hounsfield.standard.error.DicomException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order of the packets of a tile (T.800 B.12). The standard describes the orders by position as loops over all
 * points of the reference grid. Here, each precinct has the point at which those loops reach it, and the precincts are
 * sorted.
 */
final class PacketSequence {
    /** Receives each packet in turn; returns {@code false} to end the sequence. */
    interface Visitor {
        boolean visit(Precinct precinct, int layer) throws DicomException;
    }

    /** A precinct and the point of the reference grid at which its packets occur (B.12.1.3). */
    private record Place(Precinct precinct, int index, long x, long y) {
        int resolution() {
            return precinct.resolution.index;
        }

        int component() {
            return precinct.resolution.component;
        }
    }

    private static final Comparator<Place> BY_RESOLUTION = Comparator.comparingInt(Place::resolution);
    private static final Comparator<Place> BY_COMPONENT = Comparator.comparingInt(Place::component);
    private static final Comparator<Place> BY_INDEX = Comparator.comparingInt(Place::index);
    private static final Comparator<Place> BY_POSITION =
            Comparator.comparingLong(Place::y).thenComparingLong(Place::x);

    private final Tile tile;
    private final ImageSize size;
    private final int layers;

    PacketSequence(Tile tile, ImageSize size) {
        this.tile = tile;
        this.size = size;
        layers = tile.data.parameters.layers();
    }

    /** Visits every packet once, in order. */
    void forEach(Visitor visitor) throws DicomException {
        for (Progression progression : tile.data.parameters.progressions()) {
            if (!visit(progression, visitor)) return;
        }
    }

    private boolean visit(Progression progression, Visitor visitor) throws DicomException {
        List<Place> places = places(progression);
        int endLayer = Math.min(layers, progression.endLayer());
        return switch (progression.order()) {
            case LRCP -> {
                places.sort(BY_RESOLUTION.thenComparing(BY_COMPONENT).thenComparing(BY_INDEX));
                for (int layer = 0; layer < endLayer; layer++) {
                    if (!visitLayer(places, 0, places.size(), layer, visitor)) yield false;
                }
                yield true;
            }
            case RLCP -> {
                places.sort(BY_RESOLUTION.thenComparing(BY_COMPONENT).thenComparing(BY_INDEX));
                yield visitByResolution(places, endLayer, visitor);
            }
            case RPCL -> {
                places.sort(BY_RESOLUTION
                        .thenComparing(BY_POSITION)
                        .thenComparing(BY_COMPONENT)
                        .thenComparing(BY_INDEX));
                yield visitPrecincts(places, endLayer, visitor);
            }
            case PCRL -> {
                places.sort(BY_POSITION
                        .thenComparing(BY_COMPONENT)
                        .thenComparing(BY_RESOLUTION)
                        .thenComparing(BY_INDEX));
                yield visitPrecincts(places, endLayer, visitor);
            }
            case CPRL -> {
                places.sort(BY_COMPONENT
                        .thenComparing(BY_POSITION)
                        .thenComparing(BY_RESOLUTION)
                        .thenComparing(BY_INDEX));
                yield visitPrecincts(places, endLayer, visitor);
            }
        };
    }

    private static boolean visitByResolution(List<Place> places, int endLayer, Visitor visitor) throws DicomException {
        int start = 0;
        while (start < places.size()) {
            int end = start;
            while (end < places.size()
                    && places.get(end).resolution() == places.get(start).resolution()) end++;
            for (int layer = 0; layer < endLayer; layer++) {
                if (!visitLayer(places, start, end, layer, visitor)) return false;
            }
            start = end;
        }
        return true;
    }

    /** Visits one layer of some precincts. Packets that an earlier progression contained are not visited again. */
    private static boolean visitLayer(List<Place> places, int start, int end, int layer, Visitor visitor)
            throws DicomException {
        for (int i = start; i < end; i++) {
            Precinct precinct = places.get(i).precinct;
            if (layer >= precinct.layersRead && !visitor.visit(precinct, layer)) return false;
        }
        return true;
    }

    private static boolean visitPrecincts(List<Place> places, int endLayer, Visitor visitor) throws DicomException {
        for (Place place : places) {
            for (int layer = place.precinct.layersRead; layer < endLayer; layer++) {
                if (!visitor.visit(place.precinct, layer)) return false;
            }
        }
        return true;
    }

    private List<Place> places(Progression progression) {
        List<Place> places = new ArrayList<>();
        int endComponent = Math.min(progression.endComponent(), tile.components.length);
        for (int c = progression.firstComponent(); c < endComponent; c++) {
            Resolution[] resolutions = tile.components[c].resolutions;
            int endResolution = Math.min(progression.endResolution(), resolutions.length);
            for (int r = progression.firstResolution(); r < endResolution; r++) {
                int halvings = resolutions.length - 1 - r;
                ImageSize.Component component = size.components()[c];
                Precinct[] precincts = resolutions[r].precincts;
                for (int i = 0; i < precincts.length; i++) {
                    if (precincts[i].layersRead >= Math.min(layers, progression.endLayer())) continue;
                    long x = (long) precincts[i].gridX << resolutions[r].precinctWidth + halvings;
                    long y = (long) precincts[i].gridY << resolutions[r].precinctHeight + halvings;
                    places.add(new Place(
                            precincts[i],
                            i,
                            Math.max(tile.area.x0(), x * component.dx()),
                            Math.max(tile.area.y0(), y * component.dy())));
                }
            }
        }
        return places;
    }
}
