package hounsfield.imagej.operation;

import hounsfield.data.DataSet;
import hounsfield.imagej.display.ImageWindows;
import hounsfield.imagej.host.Advice;
import hounsfield.imagej.host.Messages;
import hounsfield.imagej.present.AreaView;
import hounsfield.imagej.present.PresentationRois;
import hounsfield.imagej.present.PseudoColor;
import hounsfield.imagej.present.SoftcopyGrays;
import hounsfield.imagej.present.TurnedImage;
import hounsfield.imagej.process.WindowedImage;
import hounsfield.imagej.roi.ImageTarget;
import hounsfield.imagej.roi.RoiPlace;
import hounsfield.parse.DicomFile;
import hounsfield.region.RegionTarget;
import hounsfield.region.TargetPlane.SourceFrame;
import hounsfield.region.presentation.PresentationReader;
import hounsfield.region.presentation.PresentationState;
import hounsfield.region.presentation.Turn;
import hounsfield.standard.Numbers;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.Memory;
import hounsfield.window.voi.VoiTransform;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Shows an image as a presentation state says: graphics, texts, shutters, window, inversion, rotation and flip. */
public final class PresentImage {
    private static final int RGB = 24;

    private PresentImage() {}

    /**
     * Returns whether a file is a presentation state.
     *
     * @param path a DICOM file
     * @return whether {@link #run} takes it
     * @throws IOException if the file cannot be read
     */
    public static boolean isState(Path path) throws IOException {
        return PresentationReader.isState(Advice.on(() -> DicomFile.read(path)));
    }

    /**
     * An image as a presentation state shows it.
     *
     * @param image the image
     * @param area the part that is shown, in pixels; empty for all of it
     */
    public record Presented(ImagePlus image, Optional<Rectangle> area) {
        /** Draws the image, and zooms its window to the part that is shown. */
        public void zoom() {
            area.ifPresent(part -> AreaView.zoom(image, part));
            image.updateAndDraw();
        }
    }

    /**
     * Shows an image by a presentation state. Graphics, texts, shutters and overlays go to the overlay of the image.
     *
     * @param image an image from DICOM files, not a crop
     * @param path a presentation state
     * @param progress reports and cancels
     * @return {@code image}; or a new image, not shown, if the state rotates or flips it, or its slices have different gray
     *     transformations
     * @throws IOException if the file cannot be read, is not a presentation state, or is for other images
     */
    public static Presented run(ImagePlus image, Path path, Progress progress) throws IOException {
        return Memory.guarded(() -> present(image, path, progress));
    }

    private static Presented present(ImagePlus image, Path path, Progress progress) throws IOException {
        DicomFile file = Advice.on(() -> DicomFile.read(path));
        PresentationState state = PresentationReader.read(file);
        RegionTarget target = ImageTarget.of(image);
        Optional<SourceFrame> first = target.places().stream()
                .map(place -> place.plane().source())
                .filter(source -> state.isFor(source.instanceUid(), source.frame()))
                .findFirst();
        if (first.isEmpty()) {
            throw new MalformedDicomException(
                    "the presentation state is for other images than \"" + image.getTitle() + "\"",
                    Location.ofFile(state.name()));
        }
        Diagnostics findings = new Diagnostics();
        findings.addAll(state.findings());
        Turn turn = new Turn(state.rotation(), state.flipped(), image.getWidth(), image.getHeight());
        ImagePlus shown = state.isTurned() ? TurnedImage.of(image, turn, progress) : image;
        if (image.getBitDepth() == RGB)
            findings.add("the window of the presentation state is not applied, because color images have none");
        else shown = grays(image, shown, state, file.dataSet(), findings, progress);
        List<Roi> rois = PresentationRois.of(state, target, image, shown, turn, findings);
        if (!rois.isEmpty()) RoiPlace.addToOverlay(rois, shown);
        findings.add(Numbers.count(rois.size(), "graphic") + " drawn");
        Messages.log(state.name(), findings.sentences());
        return new Presented(shown, state.area(first.get().instanceUid()).flatMap(area -> AreaView.part(area, turn)));
    }

    /**
     * Applies the gray transformations of the state as display range and lookup table; returns a new image of gray levels if they
     * differ between slices.
     */
    private static ImagePlus grays(
            ImagePlus image,
            ImagePlus turned,
            PresentationState state,
            DataSet dataSet,
            Diagnostics findings,
            Progress progress) {
        List<Optional<VoiTransform>> grays = SoftcopyGrays.of(state, dataSet, image, findings, progress);
        List<VoiTransform> different =
                grays.stream().flatMap(Optional::stream).distinct().toList();
        ImagePlus shown = turned;
        if (different.size() > 1) {
            List<VoiTransform> each =
                    grays.stream().map(gray -> gray.orElse(different.get(0))).toList();
            shown = WindowedImage.of(turned, each, turned.getTitle() + " gray", progress);
            findings.add("the slices have " + different.size()
                    + " gray transformations; a new 8-bit image shows their gray levels");
        }
        double low = shown.getDisplayRangeMin();
        double high = shown.getDisplayRangeMax();
        shown.setLut(ImageWindows.ramp(state.inverse()));
        shown.setDisplayRange(low, high);
        if (different.size() == 1) ImageWindows.show(shown, different.get(0));
        PseudoColor.apply(shown, dataSet, findings);
        return shown;
    }
}
