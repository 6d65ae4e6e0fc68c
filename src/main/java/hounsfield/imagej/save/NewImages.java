package hounsfield.imagej.save;

import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.Rescale;
import hounsfield.derive.NewFrame;
import hounsfield.derive.NewImage;
import hounsfield.derive.ObjectKind;
import hounsfield.derive.SourceInstance;
import hounsfield.frame.FunctionalGroups;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.memory.ImagePlacement;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.window.Window;
import hounsfield.work.Progress;
import hounsfield.write.Uid;
import ij.ImagePlus;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes an ImageJ image as a {@link NewImage}: its sources, places, values and windows. */
final class NewImages {
    private final ImagePlus image;
    private final SaveSettings settings;
    private final List<Optional<SourceInstance>> sources = new ArrayList<>();
    private final SliceSources files;
    private final StoredForm form;

    /**
     * Reads the sources and chooses the form of the values.
     *
     * @throws IOException if a source exists and cannot be read
     * @throws IllegalArgumentException if the values cannot be saved in that form
     */
    NewImages(ImagePlus image, SaveSettings settings, Progress progress) throws IOException {
        this.image = image;
        this.settings = settings;
        files = new SliceSources(image);
        for (int slice = 1; slice <= image.getStackSize(); slice++) {
            progress.check();
            sources.add(files.of(slice));
        }
        if (isColor()) form = StoredForms.color(image);
        else if (settings.floats() && image.getBitDepth() == Float.SIZE) form = StoredForms.floats(image);
        else form = StoredForms.integers(image, this::rescale, progress);
    }

    private boolean isColor() {
        return image.getType() == ImagePlus.COLOR_RGB || image.getType() == ImagePlus.COLOR_256;
    }

    StoredForm form() {
        return form;
    }

    /** Returns the number of slices whose file is missing, so that their header text is used. */
    int missing() {
        return files.missing();
    }

    /** Returns the rescale in the file of a slice, counted from 0. */
    private Optional<Rescale> rescale(int index) {
        return sources.get(index).flatMap(source -> {
            FunctionalGroups groups = FunctionalGroups.of(source.header());
            ModalityLut lut =
                    ModalityTransform.of(groups, source.frame().orElse(0)).lut();
            return lut instanceof Rescale line ? Optional.of(line) : Optional.empty();
        });
    }

    /** Returns the slice of each frame, counted from 1. The order is volume after volume. */
    int[] slices() {
        int[] slices = new int[image.getStackSize()];
        int count = 0;
        for (int time = 1; time <= image.getNFrames(); time++) {
            for (int channel = 1; channel <= image.getNChannels(); channel++) {
                for (int z = 1; z <= image.getNSlices(); z++) slices[count++] = image.getStackIndex(channel, z, time);
            }
        }
        return slices;
    }

    NewImage image() {
        List<Optional<PlaneGeometry>> planes = new ArrayList<>();
        for (int slice = 1; slice <= image.getStackSize(); slice++) planes.add(ImagePlacement.pixelPlane(image, slice));
        boolean placed = planes.stream().allMatch(Optional::isPresent);
        Optional<SourceInstance> source =
                sources.stream().flatMap(Optional::stream).findFirst();
        ObjectKind kind = new KindChoice(image, form, source, placed).of(settings.form());
        List<NewFrame> frames = new ArrayList<>();
        DisplayWindow display = isColor() ? null : DisplayWindow.of(image);
        for (int slice : slices()) {
            int[] place = image.convertIndexToPosition(slice);
            Optional<Window> window = isColor() ? Optional.empty() : Optional.of(display.ofChannel(place[0]));
            frames.add(new NewFrame(
                    sources.get(slice - 1),
                    placed ? planes.get(slice - 1) : Optional.empty(),
                    form.lines().get(slice - 1),
                    window,
                    place[0],
                    place[1],
                    place[2]));
        }
        return new NewImage(
                kind,
                image.getWidth(),
                image.getHeight(),
                form.type(),
                form.padding(),
                isColor() ? "" : ImageUnit.of(image),
                image.getNChannels(),
                image.getNFrames(),
                new Derivation(image, form).text(settings.description()),
                Uid.random(),
                LocalDateTime.now(),
                frames);
    }
}
