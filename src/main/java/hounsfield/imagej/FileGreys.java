package hounsfield.imagej;

import hounsfield.frame.FunctionalGroups;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import hounsfield.window.FileWindow;
import hounsfield.window.FileWindows;
import hounsfield.window.VoiLut;
import hounsfield.window.VoiLutFunction;
import ij.ImagePlus;
import ij.util.DicomTools;
import ij.util.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The windows and VOI LUTs that come with the current slice of an image: read anew from its file, whose header alone is
 * touched. Where the file is gone the windows are those of the header's text, which the image keeps; tables are not in it.
 *
 * @param note what is missing and why, for the user; empty if nothing is
 */
record FileGreys(List<FileWindow> windows, List<VoiLut> luts, String note) {
    private static final String NONE = "";

    static FileGreys of(ImagePlus image) {
        Optional<String> header = Header.infoOf(image);
        if (header.isEmpty()) return new FileGreys(List.of(), List.of(), NONE);
        if (image.getProp(ImageBuilder.STORED_VALUES) != null) {
            return new FileGreys(
                    List.of(), List.of(), "The file's windows are not for stored values, which this image has.");
        }
        Optional<SliceFile> source = SliceFile.of(image, image.getCurrentSlice());
        String reason = "which is not where it was opened";
        if (source.isPresent()) {
            try {
                DicomFile file = DicomFile.read(source.get().path());
                if (isSame(image, file)) return read(file, source.get().frame().orElse(0));
                reason = "and another one is in its place";
            } catch (IOException e) {
                reason = "which cannot be read any more";
            }
        }
        boolean lacking = header.get().lines().anyMatch(line -> line.startsWith("0028,3010"));
        String note = lacking ? "The VOI LUTs are in the DICOM file, " + reason + "." : NONE;
        return new FileGreys(ofText(image), List.of(), note);
    }

    private static FileGreys read(DicomFile file, int frame) throws IOException {
        FunctionalGroups groups = FunctionalGroups.of(file.dataSet());
        List<FileWindow> windows = FileWindows.of(groups, frame);
        try {
            return new FileGreys(windows, VoiLut.of(groups, frame), NONE);
        } catch (DicomException e) {
            return new FileGreys(windows, List.of(), "The VOI LUTs cannot be read: " + e.getMessage());
        }
    }

    /** Whether a file is the one that the slice's header is of, by SOP Instance UID where both have one. */
    private static boolean isSame(ImagePlus image, DicomFile file) throws DicomException {
        String uid = tag(image, "0008,0018");
        Optional<String> other = file.dataSet().findString(Tag.SOP_INSTANCE_UID);
        return uid.isEmpty() || other.isEmpty() || uid.equals(other.get());
    }

    private static List<FileWindow> ofText(ImagePlus image) {
        double[] centers = numbers(tag(image, "0028,1050"));
        double[] widths = numbers(tag(image, "0028,1051"));
        String[] explanations = tag(image, "0028,1055").split("\\\\");
        VoiLutFunction declared = VoiLutFunction.of(tag(image, "0028,1056"));
        List<FileWindow> windows = new ArrayList<>();
        for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
            FileWindows.of(centers[i], widths[i], declared, i < explanations.length ? explanations[i] : "")
                    .ifPresent(windows::add);
        }
        return windows;
    }

    /** A value of the current slice's header, empty if there is none. */
    static String tag(ImagePlus image, String tag) {
        String value = DicomTools.getTag(image, tag);
        return value == null ? "" : value.strip();
    }

    private static double[] numbers(String text) {
        if (text.isEmpty()) return new double[0];
        String[] parts = text.split("\\\\");
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) numbers[i] = Tools.parseDouble(parts[i].trim());
        return numbers;
    }
}
