package hounsfield.geometry;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.data.PrivateBlock;
import hounsfield.data.SiemensCsa;
import hounsfield.frame.FunctionalGroups;
import hounsfield.frame.pixeldata.Tile;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The mosaic of Siemens: a square grid. Image Position (Patient) is the first pixel of a slice as large as the whole
 * mosaic around the center of the first tile. Further tiles follow along the slice normal of the CSA header, which may be
 * opposite to row times column direction.
 *
 * @see <a href="https://nipy.org/nibabel/dicom/dicom_mosaic.html">DICOM conversion of mosaics in NiBabel</a>
 */
final class SiemensMosaic {
    private static final String CREATOR = "SIEMENS MR HEADER";
    private static final int GROUP = 0x0019;
    private static final int NUMBER_OF_IMAGES_IN_MOSAIC = 0x0A;

    /** The least cosine of the angle between a slice normal and the normal of the plane. */
    private static final double PARALLEL = 0.9;

    private SiemensMosaic() {}

    /** Returns the slices, in the order of the tiles; empty if the number of images is unknown or 1, or does not fit. */
    static Optional<List<TileSlice>> of(FunctionalGroups groups, Diagnostics findings) {
        DataSet dataSet = groups.dataSet();
        Optional<SiemensCsa> csa = SiemensCsa.of(dataSet, findings);
        OptionalDouble count = PrivateBlock.of(dataSet, GROUP, CREATOR, findings)
                .map(block -> block.number(NUMBER_OF_IMAGES_IN_MOSAIC, VR.US))
                .orElse(OptionalDouble.empty());
        if (count.isEmpty() && csa.isPresent()) count = csa.get().number("NumberOfImagesInMosaic");
        if (count.isEmpty()) {
            findings.add("The mosaic does not declare the number of its images; it stays whole");
            return Optional.empty();
        }
        List<Tile> tiles = Mosaic.divide(dataSet, count.getAsDouble(), true, findings);
        if (tiles.isEmpty()) return Optional.empty();
        Optional<PlaneGeometry> first = first(groups, tiles.get(0), findings);
        Optional<Vector3> step = first.flatMap(plane -> step(plane, dataSet, csa, findings));
        List<TileSlice> slices = new ArrayList<>(tiles.size());
        for (Tile tile : tiles) {
            Optional<PlaneGeometry> plane = first.isPresent() && step.isPresent()
                    ? first.get().at(first.get().position().plus(step.get().times(tile.index())))
                    : Optional.empty();
            slices.add(new TileSlice(tile, plane));
        }
        return Optional.of(slices);
    }

    /** Returns the plane of the first tile. */
    private static Optional<PlaneGeometry> first(FunctionalGroups groups, Tile tile, Diagnostics findings) {
        OptionalAttributes attributes = new OptionalAttributes(groups.dataSet(), findings);
        double columns = attributes.integer(Tag.COLUMNS).orElse(0) - tile.columns();
        double rows = attributes.integer(Tag.ROWS).orElse(0) - tile.rows();
        return PlaneGeometry.of(groups, 0, findings).flatMap(plane -> plane.at(plane.pixel(columns / 2, rows / 2)));
    }

    /** Returns the vector from a slice to the next; empty if their distance is unknown. */
    private static Optional<Vector3> step(
            PlaneGeometry plane, DataSet dataSet, Optional<SiemensCsa> csa, Diagnostics findings) {
        OptionalAttributes attributes = new OptionalAttributes(dataSet, findings);
        double distance = Math.abs(attributes.number(Tag.SPACING_BETWEEN_SLICES).orElse(0));
        if (distance == 0) {
            distance = Math.abs(attributes.number(Tag.SLICE_THICKNESS).orElse(0));
            findings.add(
                    distance == 0
                            ? "The mosaic has no Spacing Between Slices (0018,0088), so the positions of its slices are"
                                    + " unknown"
                            : "The mosaic has no Spacing Between Slices (0018,0088); Slice Thickness (0018,0050) is used");
        }
        if (distance == 0) return Optional.empty();
        return Optional.of(plane.normal().times(isReversed(plane, csa, findings) ? -distance : distance));
    }

    /** Returns whether tiles follow each other against row times column direction. */
    private static boolean isReversed(PlaneGeometry plane, Optional<SiemensCsa> csa, Diagnostics findings) {
        double[] normal = csa.map(header -> header.numbers("SliceNormalVector")).orElse(new double[0]);
        double cosine = normal.length < 3 ? 0 : Vector3.of(normal, 0).dot(plane.normal());
        if (Math.abs(cosine) < PARALLEL) {
            findings.add("The mosaic has no valid slice normal in a CSA header; its slices are taken to follow each"
                    + " other along row times column direction");
        }
        return cosine <= -PARALLEL;
    }
}
