package hounsfield.imagej.process;

import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.suv.PetHeader;
import hounsfield.calibrate.suv.PetSuv;
import hounsfield.calibrate.suv.SuvType;
import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.standard.Tag;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Standardized uptake values of PET images, by the headers of their slices. */
public final class ImageSuv {
    private ImageSuv() {}

    /**
     * Reads the factors from an image's values to SUV.
     *
     * @param image a PET image with the values of its files
     * @param type of the SUV
     * @param progress cancels
     * @return a factor for each slice
     * @throws IllegalArgumentException for a color image, for an image without a DICOM header, and if the values are not in
     *     the unit of the files
     * @throws hounsfield.standard.error.DicomException if an attribute is missing or implausible
     * @throws IOException if the file of a slice exists and cannot be read
     */
    public static PetSuv factors(ImagePlus image, SuvType type, Progress progress) throws IOException {
        ImageValues.checkGray(image);
        String unit = ImageUnit.of(image);
        SliceHeader headers = new SliceHeader(image);
        List<PetHeader> slices = new ArrayList<>();
        SliceHeader.Named last = null;
        for (int slice = 1; slice <= image.getStackSize(); slice++) {
            progress.check();
            SliceHeader.Named named = headers.of(slice);
            if (named.equals(last)) {
                slices.add(slices.get(slices.size() - 1));
                continue;
            }
            last = named;
            if (named.dataSet().contains(Tag.MODALITY)
                    && !named.dataSet().findString(Tag.MODALITY).equals(Optional.of("PT"))) {
                throw new MalformedDicomException(
                        "no SUV: Modality is not PT",
                        Location.ofFile(named.name()).withTag(Tag.MODALITY));
            }
            slices.add(PetHeader.of(named.dataSet(), named.frame(), named.name(), unit));
        }
        PetSuv suv = PetSuv.of(slices, type);
        for (PetHeader slice : slices) {
            if (!slice.isInUnit(unit)) {
                throw new IllegalArgumentException("SUV come from values in the unit of the file, and \""
                        + image.getTitle() + "\" has " + ImageUnit.describe(image)
                        + "; open the file as 32-bit or 16-bit");
            }
        }
        return suv;
    }

    /**
     * Makes an image of SUV, shown as the original is. For a virtual stack of DICOM frames, the result is virtual too.
     *
     * @param image a grayscale image
     * @param type of the SUV, for title and unit
     * @param suv a factor for each slice
     * @param progress reports and cancels
     * @return a new 32-bit image with the same place, labels and dimensions
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static ImagePlus convert(ImagePlus image, SuvType type, PetSuv suv, Progress progress) {
        double[] factors = suv.factors();
        ImagePlus result = DerivedImage.whenShown(
                image,
                type.unit() + " of " + image.getTitle(),
                32,
                (slice, index) -> scaled(slice.values(0), factors[index]),
                progress);
        ImageRecord.copyValuesTo(image, result);
        ImageRecord record = ImageRecord.read(result);
        record.with(record.values().convertedTo(type.unit())).writeTo(result);
        result.getCalibration().setValueUnit(type.unit());
        ImagePadding.copyTo(result, padding(ImagePadding.of(image), factors));
        result.setLut(image.getProcessor().getLut());
        Calibration calibration = image.getCalibration();
        double factor = factors[image.getCurrentSlice() - 1];
        result.setDisplayRange(
                factor * calibration.getCValue(image.getDisplayRangeMin()),
                factor * calibration.getCValue(image.getDisplayRangeMax()));
        return result;
    }

    private static float[] scaled(float[] values, double factor) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) scaled[i] = (float) (values[i] * factor);
        return scaled;
    }

    private static List<Optional<PixelPadding>> padding(List<Optional<PixelPadding>> slices, double[] factors) {
        List<Optional<PixelPadding>> scaled = new ArrayList<>();
        for (int i = 0; i < factors.length; i++) {
            double factor = factors[i];
            scaled.add(slices.get(i)
                    .map(padding ->
                            new PixelPadding((float) (padding.low() * factor), (float) (padding.high() * factor))));
        }
        return scaled;
    }
}
