package hounsfield.imagej.save;

import hounsfield.calibrate.Rescale;
import hounsfield.derive.ObjectKind;
import hounsfield.derive.PixelType;
import hounsfield.derive.SourceInstance;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.memory.ValueRecord;
import hounsfield.standard.Tag;
import ij.ImagePlus;
import java.util.Optional;

/**
 * Chooses the DICOM object for an image. The object of the source is valid only for values of the same kind. Computed values, other
 * units and colors become Secondary Capture or, with many frames and a unit, a Parametric Map.
 */
final class KindChoice {
    private final ImagePlus image;
    private final StoredForm form;
    private final boolean placed;
    private final String modality;
    private final String sopClass;

    /** @param placed whether all slices have a place in the patient */
    KindChoice(ImagePlus image, StoredForm form, Optional<SourceInstance> source, boolean placed) {
        this.image = image;
        this.form = form;
        this.placed = placed;
        modality = source.map(each -> each.text(Tag.MODALITY)).orElse("");
        sopClass = source.map(each -> each.text(Tag.SOP_CLASS_UID)).orElse("");
    }

    ObjectKind of(SaveForm files) {
        return switch (files) {
            case SERIES -> singleFrame();
            case MULTI_FRAME -> multiFrame();
            case SECONDARY_CAPTURE -> ObjectKind.SECONDARY_CAPTURE;
        };
    }

    private ObjectKind singleFrame() {
        if (!hasValuesOfSource()) return ObjectKind.SECONDARY_CAPTURE;
        Optional<ObjectKind> same = ObjectKind.ofSingleFrame(sopClass);
        if (same.isPresent()) return same.get();
        if (sopClass.equals(ObjectKind.ENHANCED_CT.uid())) return ObjectKind.CT;
        return sopClass.equals(ObjectKind.ENHANCED_MR.uid()) ? ObjectKind.MR : ObjectKind.SECONDARY_CAPTURE;
    }

    private ObjectKind multiFrame() {
        PixelType type = form.type();
        if (type == PixelType.RGB) return ObjectKind.MULTI_FRAME_COLOR;
        if (hasValuesOfSource() && type != PixelType.FLOAT) {
            if (modality.equals("CT")) return ObjectKind.ENHANCED_CT;
            if (modality.equals("MR")) return ObjectKind.ENHANCED_MR;
        }
        boolean numbers = form.lines().stream().allMatch(Rescale::isIdentity)
                && ImageUnit.of(image).isEmpty();
        if (type == PixelType.GRAY_8 && numbers) return ObjectKind.MULTI_FRAME_BYTE;
        if (type == PixelType.GRAY_16 && numbers) return ObjectKind.MULTI_FRAME_WORD;
        if (type == PixelType.GRAY_8) {
            throw new IllegalArgumentException("\"" + image.getTitle()
                    + "\" has 8 bits and a calibration, which no multi-frame object holds; save it as a series");
        }
        return ObjectKind.PARAMETRIC_MAP;
    }

    /** Returns whether the values have the quantity and unit of the source, known places, and more than 8 bits. */
    private boolean hasValuesOfSource() {
        if (!placed || form.type() == PixelType.RGB || form.type() == PixelType.GRAY_8) return false;
        ValueRecord values = ImageRecord.read(image).values();
        boolean own = !values.isComputed() && !values.isConverted() && !values.stored();
        return own && (!modality.equals("CT") || ImageUnit.isHounsfield(image));
    }
}
