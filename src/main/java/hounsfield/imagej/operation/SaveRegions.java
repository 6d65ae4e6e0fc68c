package hounsfield.imagej.operation;

import hounsfield.imagej.save.region.RegionFormat;
import hounsfield.imagej.save.region.RegionSaver;
import hounsfield.imagej.save.region.RegionSource;
import hounsfield.imagej.save.region.RegionTerms;
import hounsfield.standard.Labels;
import hounsfield.standard.Numbers;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code Save Regions as DICOM...}: writes ROIs, a mask or labels as a Segmentation or an RT Structure Set. */
public final class SaveRegions {
    private static final String MANUAL = "manual";
    private static final String SEMIAUTOMATIC = "semiautomatic";

    private SaveRegions() {}

    /**
     * The options of {@code Save Regions as DICOM...}.
     *
     * @param from the source of the regions
     * @param format of the file
     * @param semiautomatic whether a program drew the borders of regions that do not say how they were made
     * @param terms SNOMED CT terms of regions, instead of those in their files or those that their names suggest
     */
    public record Options(RegionSource from, RegionFormat format, boolean semiautomatic, RegionTerms terms) {
        /** A segmentation of the ROI Manager's ROIs, drawn by hand. */
        public static final Options DEFAULT =
                new Options(RegionSource.MANAGER, RegionFormat.SEGMENTATION, false, RegionTerms.NONE);

        /**
         * {@return these options with another source}
         *
         * @param label one of {@link SaveRegions#sources}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withFrom(String label) {
            return new Options(
                    Labels.find("source of regions", RegionSource.values(), label), format, semiautomatic, terms);
        }

        /**
         * {@return these options with another format}
         *
         * @param label one of {@link SaveRegions#formats}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withFormat(String label) {
            return new Options(from, Labels.find("format", RegionFormat.values(), label), semiautomatic, terms);
        }

        /**
         * {@return these options with another algorithm}
         *
         * @param label one of {@link SaveRegions#algorithms}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withAlgorithm(String label) {
            String found = Labels.oneOf("algorithm", algorithms(), label);
            return new Options(from, format, found.equals(SEMIAUTOMATIC), terms);
        }

        /**
         * {@return these options with terms for regions}
         *
         * @param text names with one of {@link SaveRegions#terms}, such as {@code Lesion: Neoplasm, Area 1: Liver}, in any case;
         *     blank for the terms that names suggest
         * @throws IllegalArgumentException if the text has another form or an unknown term
         */
        public Options withCodes(String text) {
            return new Options(from, format, semiautomatic, RegionTerms.of(text));
        }
    }

    /** {@return the labels of the sources of regions, the default first} */
    public static List<String> sources() {
        return Labels.of(RegionSource.values());
    }

    /** {@return the labels of the formats, the default first} */
    public static List<String> formats() {
        return Labels.of(RegionFormat.values());
    }

    /** {@return the labels of ways in which regions were made, the default first} */
    public static List<String> algorithms() {
        return List.of(MANUAL, SEMIAUTOMATIC);
    }

    /** {@return the terms that regions can have} */
    public static List<String> terms() {
        return RegionTerms.labels();
    }

    /**
     * Returns the names of the regions that would be saved, with the terms that they would get.
     *
     * @param image from DICOM files, or made from such an image
     * @param options source and format
     * @param progress reports and cancels
     * @return the term of each region if the user chooses none, by its name
     * @throws IllegalArgumentException if there is no region
     */
    public static Map<String, String> suggestedTerms(ImagePlus image, Options options, Progress progress) {
        return RegionSaver.suggestedTerms(image, options.from, options.format, progress);
    }

    /**
     * Saves regions as a DICOM file.
     *
     * @param image from DICOM files, or made from such an image
     * @param path of the file; an existing one is replaced
     * @param options source and format
     * @param progress reports and cancels; then nothing remains
     * @return a sentence with the number of regions and slices
     * @throws IOException if a source cannot be read, or the file cannot be written
     * @throws IllegalArgumentException if there is no region, the places of the slices are not known or not parallel, regions of a
     *     label map overlap, the path is a source of the image or in a folder that does not exist, or a term is for an unknown region
     */
    public static String run(ImagePlus image, Path path, Options options, Progress progress) throws IOException {
        return Memory.guarded(() -> {
            RegionSaver.Result saved = RegionSaver.save(
                    image, options.from, options.format, options.semiautomatic, options.terms, path, progress);
            return Numbers.count(saved.regions(), "region") + " on " + Numbers.count(saved.slices(), "slice")
                    + " saved as a " + options.format.label();
        });
    }
}
