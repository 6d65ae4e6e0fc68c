package hounsfield.imagej.viewer;

import hounsfield.data.DicomTime;
import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.display.HeaderVoi;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.standard.Numbers;
import hounsfield.standard.Tag;
import hounsfield.window.Window;
import hounsfield.window.WindowName;
import ij.ImagePlus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lines in the corners of an image: patient and study, series, slice, window. They come from the header text and the record of
 * the image, so that painting reads no file. Runs on AWT's thread.
 */
final class CornerText {
    /**
     * The lines of a slice.
     *
     * @param patient the patient and the study
     * @param series the series
     * @param slice the slice and how it was acquired
     * @param window what the image is shown through
     */
    record Lines(List<String> patient, List<String> series, List<String> slice, List<String> window) {}

    /** The lines that come from the header of a slice. */
    private record Facts(String header, List<String> patient, List<String> series, List<String> acquisition) {}

    private final ImagePlus image;
    private Facts facts = new Facts("", List.of(), List.of(), List.of());

    CornerText(ImagePlus image) {
        this.image = image;
    }

    /** Returns the lines of the current slice; those without a value are left out. */
    Lines lines() {
        String header = Header.infoOf(image).orElse("");
        if (!header.equals(facts.header)) facts = read(header);
        Optional<String> location = PlaneText.location(image);
        List<String> slice = lines(Stream.of(
                joined("  ", place(), location.orElse("")), joined("  ", facts.acquisition.toArray(String[]::new))));
        return new Lines(facts.patient, facts.series, slice, window());
    }

    private static Facts read(String header) {
        String name =
                words(Header.value(header, Tag.PATIENT_NAME).split("=", 2)[0].replace('^', ' '));
        List<String> patient = lines(Stream.of(
                joined("  ", name, Header.value(header, Tag.PATIENT_ID)),
                joined("  ", Header.value(header, Tag.PATIENT_SEX), Header.value(header, Tag.PATIENT_AGE)),
                joined(
                        "  ",
                        DicomTime.dateFirst(Header.value(header, Tag.STUDY_DATE)),
                        Header.value(header, Tag.STUDY_DESCRIPTION))));
        String number = Header.value(header, Tag.SERIES_NUMBER);
        List<String> series = lines(Stream.of(
                joined("  ", Header.value(header, Tag.MODALITY), number.isEmpty() ? "" : "series " + number),
                Header.value(header, Tag.SERIES_DESCRIPTION)));
        List<String> acquisition = lines(Stream.of(
                with("", Header.value(header, Tag.SLICE_THICKNESS), " mm thick"),
                with("", Header.value(header, Tag.KVP), " kV")));
        return new Facts(header, patient, series, acquisition);
    }

    private String place() {
        if (image.getStackSize() == 1) return "";
        boolean hyperstack = image.getWindow() == null ? image.isHyperStack() : image.isDisplayedHyperStack();
        if (!hyperstack) return image.getCurrentSlice() + "/" + image.getStackSize();
        return joined(
                "  ",
                image.getNSlices() > 1 ? image.getSlice() + "/" + image.getNSlices() : "",
                image.getNChannels() > 1 ? "channel " + image.getChannel() + "/" + image.getNChannels() : "",
                image.getNFrames() > 1 ? "time " + image.getFrame() + "/" + image.getNFrames() : "");
    }

    private List<String> window() {
        if (image.getType() == ImagePlus.COLOR_RGB || image.getType() == ImagePlus.COLOR_256) return List.of();
        Optional<WindowControl> control = WindowControl.known(image);
        Window shown = control.map(WindowControl::window)
                .orElseGet(() -> DisplayWindow.of(image).shown());
        String unit = ImageUnit.ofSlice(image, image.getCurrentSlice());
        if (control.isEmpty()) shown = HeaderVoi.asInHeader(facts.header, shown);
        String numbers = "center " + rounded(shown.center()) + "  width " + rounded(shown.width());
        String name = WindowName.shown(control.map(WindowControl::name).orElse(""), shown);
        return lines(Stream.of(name, joined(" ", numbers, unit)));
    }

    /** Returns a number with as few digits as a reader needs. */
    private static String rounded(double number) {
        return Math.abs(number) >= 100 ? Long.toString(Math.round(number)) : Numbers.text(number);
    }

    private static String with(String before, String value, String after) {
        return value.isEmpty() ? "" : before + value + after;
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String joined(String between, String... parts) {
        return String.join(between, lines(Stream.of(parts)));
    }

    private static List<String> lines(Stream<String> parts) {
        return parts.filter(part -> !part.isBlank()).toList();
    }
}
