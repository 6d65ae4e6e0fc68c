package hounsfield.region.source;

import hounsfield.data.OptionalAttributes;
import hounsfield.parse.DicomFile;
import hounsfield.region.RegionFile;
import hounsfield.region.overlay.OverlayRegions;
import hounsfield.region.report.MeasurementReport;
import hounsfield.region.segmentation.Segmentation;
import hounsfield.region.structure.StructureSet;
import hounsfield.standard.SopClass;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Path;

/** Reads files of regions, which are recognized by their SOP Class, or by their sequences if they have none. */
public final class RegionFiles {
    private RegionFiles() {}

    /**
     * Reads a file of regions. The segments that a report names are read from other files in its folder.
     *
     * @param path a structure set, segmentation, measurement report, or image with overlays
     * @param progress receives progress, and can cancel
     * @return its regions
     * @throws DicomException if the file is none of these, or is damaged
     * @throws IOException if it cannot be read
     */
    public static RegionFile read(Path path, Progress progress) throws IOException {
        RegionFile file = of(DicomFile.read(path));
        return file instanceof MeasurementReport report
                ? report.with(NamedRegionFiles.find(path, report.segmentFiles(), progress))
                : file;
    }

    /**
     * Returns the regions of a file.
     *
     * @param file the header
     * @return its regions
     * @throws DicomException if the file has no regions, or is damaged
     * @throws IOException if it cannot be read
     */
    public static RegionFile of(DicomFile file) throws IOException {
        if (isStructureSet(file)) return StructureSet.of(file);
        if (isSegmentation(file)) return Segmentation.of(file);
        if (isReport(file)) return MeasurementReport.of(file);
        if (OverlayRegions.isIn(file.dataSet()) && file.pixelData().isPresent()) return OverlayRegions.of(file);
        String what = SopClass.find(sopClass(file)).map(SopClass::name).orElse("another object");
        throw new UnsupportedDicomException(
                "has no regions; choose a structure set, segmentation, measurement report or image with overlays instead of "
                        + what,
                Location.ofFile(file.name()));
    }

    /**
     * Returns whether a file is a structure set or segmentation.
     *
     * @param file the header
     * @return whether the file contains only regions
     */
    public static boolean hasRegions(DicomFile file) {
        return isStructureSet(file) || isSegmentation(file);
    }

    private static boolean isReport(DicomFile file) {
        return sopClass(file).startsWith(MeasurementReport.SOP_CLASSES);
    }

    private static boolean isStructureSet(DicomFile file) {
        String sopClass = sopClass(file);
        return sopClass.isEmpty()
                ? file.dataSet().contains(Tag.STRUCTURE_SET_ROI_SEQUENCE)
                        || file.dataSet().contains(Tag.ROI_CONTOUR_SEQUENCE)
                : sopClass.equals(SopClass.RT_STRUCTURE_SET);
    }

    private static boolean isSegmentation(DicomFile file) {
        String sopClass = sopClass(file);
        return sopClass.isEmpty()
                ? file.dataSet().contains(Tag.SEGMENT_SEQUENCE)
                : sopClass.equals(Segmentation.SOP_CLASS) || sopClass.equals(Segmentation.LABEL_MAP_SOP_CLASS);
    }

    private static String sopClass(DicomFile file) {
        return new OptionalAttributes(file.dataSet()).text(Tag.SOP_CLASS_UID);
    }
}
