package hounsfield.imagej.present;

import hounsfield.frame.OverlayPlane;
import hounsfield.imagej.display.SliceSource;
import hounsfield.imagej.memory.SliceFile;
import hounsfield.region.presentation.StateOverlays;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import ij.ImagePlus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the overlay planes that a presentation state shows on the slices of an image: its own planes, and those in the files of the
 * slices.
 */
final class SliceOverlays {
    private final StateOverlays state;
    private final ImagePlus image;
    private final Diagnostics findings;
    private final SliceSource source = new SliceSource();

    SliceOverlays(StateOverlays state, ImagePlus image, Diagnostics findings) {
        this.state = state;
        this.image = image;
        this.findings = findings;
    }

    /** Returns all planes, also those that are not shown, for a z position counted from 1. */
    List<OverlayPlane> of(int z) {
        List<OverlayPlane> planes = new ArrayList<>(state.own());
        if (!state.needsImage()) return planes;
        int slice = image.getStackIndex(1, z, 1);
        Optional<SliceFile> file = SliceFile.of(image, slice);
        String problem = "is missing";
        if (file.isPresent()) {
            try {
                source.open(file.get().place());
                int frame = file.get().frame().orElse(0);
                for (OverlayPlane plane : OverlayPlane.ofFrame(source.file(), frame, findings)) {
                    if (!state.isOwn(plane.group())) planes.add(plane);
                }
                return planes;
            } catch (DicomException e) {
                problem = e.problem();
            } catch (IOException e) {
                problem = "cannot be read any more";
            }
        }
        findings.add("overlay planes of the image are not shown, because of its file: " + problem);
        return planes;
    }

    boolean isShutter(OverlayPlane plane) {
        return state.shutter().isPresent() && state.shutter().getAsInt() == plane.group();
    }
}
