package hounsfield.region.presentation;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.parse.DicomFile;
import hounsfield.region.CieLab;
import hounsfield.standard.Tag;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/** Reads presentation states. */
public final class PresentationReader {
    private final DataSet dataSet;
    private final Diagnostics findings = new Diagnostics();
    private final AnnotationReader annotations = new AnnotationReader(findings);

    private PresentationReader(DataSet dataSet) {
        this.dataSet = dataSet;
    }

    /**
     * Returns whether a file is a presentation state.
     *
     * @param file its header
     * @return whether its SOP Class is that of a presentation state
     */
    public static boolean isState(DicomFile file) {
        return new OptionalAttributes(file.dataSet()).text(Tag.SOP_CLASS_UID).startsWith(PresentationState.SOP_CLASSES);
    }

    /**
     * Reads a presentation state.
     *
     * @param file its header, which contains the whole state
     * @return the state
     * @throws UnsupportedDicomException if the file is not a presentation state
     */
    public static PresentationState read(DicomFile file) throws UnsupportedDicomException {
        if (!isState(file)) {
            throw new UnsupportedDicomException("is not a presentation state", Location.ofFile(file.name()));
        }
        return new PresentationReader(file.dataSet()).state(file.name());
    }

    private PresentationState state(String name) {
        OptionalAttributes attributes = new OptionalAttributes(dataSet, findings);
        int rotation = Math.floorMod(attributes.integer(Tag.IMAGE_ROTATION).orElse(0), 360);
        if (rotation % 90 != 0) {
            findings.add("Image Rotation (0070,0042) is not a multiple of 90 degrees and is ignored");
            rotation = 0;
        }
        String shape = attributes.text(Tag.PRESENTATION_LUT_SHAPE);
        ShutterReader shutters = new ShutterReader(attributes, findings);
        OptionalInt bitmap = shutters.group();
        if (!dataSet.items(Tag.MASK_SUBTRACTION_SEQUENCE).isEmpty()) {
            findings.add("the Mask Subtraction Sequence (0028,6100) is not supported and is not applied");
        }
        return new PresentationState(
                name,
                attributes.text(Tag.CONTENT_LABEL),
                images(),
                rotation,
                attributes.text(Tag.IMAGE_HORIZONTAL_FLIP).equals("Y"),
                shape.equals("INVERSE"),
                dataSet.items(Tag.SOFTCOPY_VOILUT_SEQUENCE).stream()
                        .map(this::window)
                        .toList(),
                areas(),
                dataSet.items(Tag.GRAPHIC_LAYER_SEQUENCE).stream()
                        .map(this::layer)
                        .toList(),
                annotations.of(dataSet),
                shutters.shutters(),
                shutters.color(),
                StateOverlays.of(dataSet, bitmap, findings),
                findings.sentences());
    }

    private List<PresentationState.Image> images() {
        List<PresentationState.Image> images = new ArrayList<>();
        for (DataSet series : dataSet.items(Tag.REFERENCED_SERIES_SEQUENCE)) {
            String uid = new OptionalAttributes(series, findings).text(Tag.SERIES_INSTANCE_UID);
            for (DataSet image : series.items(Tag.REFERENCED_IMAGE_SEQUENCE)) {
                OptionalAttributes attributes = new OptionalAttributes(image, findings);
                List<Integer> frames = DoubleStream.of(attributes.numbers(Tag.REFERENCED_FRAME_NUMBER))
                        .mapToObj(number -> (int) number)
                        .toList();
                images.add(new PresentationState.Image(uid, attributes.text(Tag.REFERENCED_SOP_INSTANCE_UID), frames));
            }
        }
        return images;
    }

    private VoiChoice window(DataSet item) {
        OptionalAttributes attributes = new OptionalAttributes(item, findings);
        return new VoiChoice(
                annotations.images(item),
                DoubleStream.of(attributes.numbers(Tag.WINDOW_CENTER)).boxed().toList(),
                DoubleStream.of(attributes.numbers(Tag.WINDOW_WIDTH)).boxed().toList(),
                attributes.text(Tag.VOILUT_FUNCTION));
    }

    private List<DisplayedArea> areas() {
        List<DisplayedArea> areas = new ArrayList<>();
        for (DataSet item : dataSet.items(Tag.DISPLAYED_AREA_SELECTION_SEQUENCE)) {
            OptionalAttributes attributes = new OptionalAttributes(item, findings);
            double[] first = attributes.numbers(Tag.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER);
            double[] last = attributes.numbers(Tag.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER);
            if (first.length < 2 || last.length < 2) {
                findings.add("a displayed area has no corners and is ignored");
                continue;
            }
            String mode = attributes.text(Tag.PRESENTATION_SIZE_MODE);
            if (mode.equals("TRUE SIZE") || mode.equals("MAGNIFY")) {
                findings.add("the displayed area fills the window; Presentation Size Mode (0070,0100) " + mode
                        + " is not applied");
            }
            areas.add(new DisplayedArea(
                    annotations.images(item), (int) first[0], (int) first[1], (int) last[0], (int) last[1], mode));
        }
        return areas;
    }

    private GraphicLayer layer(DataSet item) {
        OptionalAttributes attributes = new OptionalAttributes(item, findings);
        double[] lab = attributes.numbers(Tag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_CIE_LAB_VALUE);
        OptionalInt gray = attributes.integer(Tag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_GRAYSCALE_VALUE);
        OptionalInt color = lab.length >= 3
                ? OptionalInt.of(CieLab.toRgb((int) lab[0], (int) lab[1], (int) lab[2]))
                : gray.isPresent() ? OptionalInt.of(CieLab.gray(gray.getAsInt())) : gray;
        return new GraphicLayer(
                attributes.text(Tag.GRAPHIC_LAYER),
                attributes.integer(Tag.GRAPHIC_LAYER_ORDER).orElse(0),
                color);
    }
}
