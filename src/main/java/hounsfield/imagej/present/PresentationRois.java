package hounsfield.imagej.present;

import hounsfield.frame.OverlayPlane;
import hounsfield.imagej.roi.RoiPlace;
import hounsfield.region.GraphicOutline;
import hounsfield.region.Outline;
import hounsfield.region.RegionTarget;
import hounsfield.region.TargetPlane.SourceFrame;
import hounsfield.region.presentation.Annotation;
import hounsfield.region.presentation.DisplayedArea;
import hounsfield.region.presentation.PresentationState;
import hounsfield.region.presentation.Shutter;
import hounsfield.region.presentation.Turn;
import hounsfield.work.Diagnostics;
import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes ROIs of what a presentation state draws on the slices of an image. They belong to the turned image. */
public final class PresentationRois {
    private static final int YELLOW = 0xFFFF00;

    private final PresentationState state;
    private final ImagePlus image;
    private final SliceOverlays overlays;
    private final Turn turn;
    private final Diagnostics findings;
    private final List<Roi> rois = new ArrayList<>();

    private PresentationRois(
            PresentationState state, ImagePlus image, SliceOverlays overlays, Turn turn, Diagnostics findings) {
        this.state = state;
        this.image = image;
        this.overlays = overlays;
        this.turn = turn;
        this.findings = findings;
    }

    /**
     * Makes the ROIs.
     *
     * @param state the presentation state
     * @param target the slices of the image before it is turned
     * @param original the image before it is turned
     * @param image receives the positions of the ROIs
     * @param turn the turn from the image to the turned one
     * @param findings receives what is not drawn
     * @return the ROIs: shutters first, graphics and texts in the order of their layers
     */
    public static List<Roi> of(
            PresentationState state,
            RegionTarget target,
            ImagePlus original,
            ImagePlus image,
            Turn turn,
            Diagnostics findings) {
        SliceOverlays overlays = new SliceOverlays(state.overlays(), original, findings);
        PresentationRois made = new PresentationRois(state, image, overlays, turn, findings);
        for (RegionTarget.Place place : target.places()) {
            SourceFrame frame = place.plane().source();
            if (!state.isFor(frame.instanceUid(), frame.frame())) continue;
            for (int slice : place.slices()) made.add(frame, slice + 1);
        }
        return made.rois;
    }

    private void add(SourceFrame frame, int z) {
        Color covered = new Color(state.shutterColor());
        for (Shutter shutter : state.shutters()) {
            Optional<Roi> cover =
                    shutter.outline().flatMap(outline -> shapes(frame).cover(outline, covered));
            if (cover.isPresent()) finish(cover.get(), z, "shutter");
            else findings.add("a shutter is not shown, because it is too far away");
        }
        List<OverlayPlane> planes = overlays.of(z);
        for (OverlayPlane plane : planes) {
            if (!overlays.isShutter(plane)) continue;
            shapes(frame).bits(plane, frame.frame()).ifPresent(roi -> {
                roi.setFillColor(covered);
                finish(roi, z, "shutter");
            });
        }
        for (OverlayPlane plane : planes) {
            state.overlays()
                    .layer(plane.group())
                    .ifPresent(layer -> shapes(frame).bits(plane, frame.frame()).ifPresent(roi -> {
                        roi.setStrokeColor(color(layer));
                        finish(roi, z, String.format("Overlay %04X", plane.group()));
                    }));
        }
        state.annotations().stream()
                .filter(each -> each.images().isEmpty() || each.images().contains(frame.instanceUid()))
                .sorted((one, other) -> Integer.compare(order(one), order(other)))
                .forEach(each -> add(each, frame, z));
    }

    private int order(Annotation annotation) {
        return state.layers().stream()
                .filter(layer -> layer.name().equals(annotation.layer()))
                .mapToInt(layer -> layer.order())
                .findFirst()
                .orElse(0);
    }

    private void add(Annotation annotation, SourceFrame frame, int z) {
        Color color = color(annotation.layer());
        Shapes shapes = shapes(frame);
        for (Annotation.Graphic graphic : annotation.graphics()) {
            Optional<Outline> outline =
                    graphic.units() == Annotation.Units.MATRIX && frame.tile().isEmpty()
                            ? Optional.empty()
                            : GraphicOutline.of(graphic.type(), graphic.data());
            Optional<Roi> drawn = outline.flatMap(
                    each -> shapes.graphic(each, graphic.units(), graphic.type().equals("INTERPOLATED")));
            if (drawn.isEmpty()) {
                findings.add(
                        "a graphic is not shown, because it has too few points, is too far away, or has units or a type that are not supported");
                continue;
            }
            Roi roi = drawn.get();
            if (graphic.filled()) roi.setFillColor(color);
            else roi.setStrokeColor(color);
            finish(roi, z, annotation.layer());
        }
        for (Annotation.Text text : annotation.texts()) {
            List<Roi> written = shapes.text(text);
            if (written.isEmpty()) findings.add("a text is not shown, because it has no position or is too far away");
            for (Roi roi : written) {
                roi.setStrokeColor(color);
                finish(roi, z, annotation.layer());
            }
        }
    }

    private Color color(String name) {
        return new Color(state.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .flatMapToInt(layer -> layer.color().stream())
                .findFirst()
                .orElse(YELLOW));
    }

    private Shapes shapes(SourceFrame frame) {
        DisplayedArea area = state.area(frame.instanceUid()).orElse(turn.whole());
        return new Shapes(turn, area, frame.tile());
    }

    private void finish(Roi roi, int z, String name) {
        roi.setName(name);
        RoiPlace.onPosition(roi, image, z);
        rois.add(roi);
    }
}
