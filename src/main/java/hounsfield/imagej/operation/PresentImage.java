package hounsfield.imagej.operation;

import hounsfield.imagej.host.Advice;
import hounsfield.imagej.host.Messages;
import hounsfield.imagej.present.PresentationRois;
import hounsfield.imagej.present.TurnedImage;
import hounsfield.imagej.roi.ImageTarget;
import hounsfield.imagej.roi.RoiPlace;
import hounsfield.parse.DicomFile;
import hounsfield.region.RegionTarget;
import hounsfield.region.TargetPlane.SourceFrame;
import hounsfield.region.presentation.PresentationReader;
import hounsfield.region.presentation.PresentationState;
import hounsfield.region.presentation.Turn;
import hounsfield.region.presentation.VoiChoice;
import hounsfield.standard.Numbers;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.Memory;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.gui.Roi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Shows an image as a presentation state says: graphics, texts, shutters, window, inversion, rotation and flip. */
public final class PresentImage {
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
     * Shows an image by a presentation state. Graphics, texts, shutters and overlays go to the overlay of the image.
     *
     * @param image an image from DICOM files, not a crop
     * @param path a presentation state
     * @param progress reports and cancels
     * @return {@code image}; or a new image, not shown, if the state rotates or flips it
     * @throws IOException if the file cannot be read, is no presentation state, or is for other images
     */
    public static ImagePlus run(ImagePlus image, Path path, Progress progress) throws IOException {
        return Memory.guarded(() -> present(image, path, progress));
    }

    private static ImagePlus present(ImagePlus image, Path path, Progress progress) throws IOException {
        PresentationState state = PresentationReader.read(Advice.on(() -> DicomFile.read(path)));
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
        List<Roi> rois = PresentationRois.of(state, target, shown, turn, findings);
        if (!rois.isEmpty()) RoiPlace.addToOverlay(rois, shown);
        window(state, first.get(), shown, findings, progress);
        if (state.inverse()) shown.setLut(shown.getProcessor().getLut().createInvertedLut());
        findings.add(Numbers.count(rois.size(), "graphic") + " drawn");
        Messages.log(state.name(), findings.sentences());
        return shown;
    }

    private static void window(
            PresentationState state, SourceFrame frame, ImagePlus shown, Diagnostics findings, Progress progress) {
        Optional<VoiChoice> choice = state.windows().stream()
                .filter(each -> each.images().isEmpty() || each.images().contains(frame.instanceUid()))
                .findFirst();
        if (choice.isEmpty()) return;
        List<Double> centers = choice.get().centers();
        List<Double> widths = choice.get().widths();
        if (centers.isEmpty() || widths.isEmpty() || !(widths.get(0) >= 1)) {
            findings.add(
                    choice.get().isTable()
                            ? "a VOI LUT Sequence (0028,3010) is not applied"
                            : "a window without center and width is not applied");
            return;
        }
        try {
            ShowWindow.run(shown, ShowWindow.Options.of(centers.get(0), widths.get(0)), progress);
        } catch (IllegalArgumentException e) {
            findings.add("the window is not applied: " + e.getMessage());
        }
    }
}
