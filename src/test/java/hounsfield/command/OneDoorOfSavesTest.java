package hounsfield.command;

import static hounsfield.command.OneImage.assertSame;
import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All values of all options that save an image or its regions: the same files by the menu and by the facade. */
class OneDoorOfSavesTest extends MacroCommands {
    /** What differs from file to file: identifiers, dates and times. */
    private static final Set<VR> OWN = Set.of(VR.UI, VR.DA, VR.TM, VR.DT);

    private ImagePlus image;
    private Path input;

    @BeforeEach
    void open() throws IOException {
        input = folder.resolve("in put");
        for (int n = 0; n < 3; n++) {
            write(input, "" + n, slice(n + 1, n, -1024, 1000 + n, 1024, 1064 - n, 1124));
        }
        image = Hounsfield.openSeries(input.toString());
    }

    /** Returns a path that does not exist. */
    private Path path(String door, int number, String suffix) {
        return folder.resolve(door + number + suffix);
    }

    /** Compares two files that were saved one after the other. */
    private static void assertSameHeaders(Path menu, Path facade, String options) throws IOException {
        ResultsTable differing = Hounsfield.compareHeaders(menu.toString(), facade.toString(), true);
        for (int row = 0; row < differing.size(); row++) {
            String text = differing.getStringValue("Tag", row).replace(">", "");
            String[] halves = text.split(",");
            if (halves.length != 2 || differing.getStringValue("Differs", row).isEmpty()) continue;
            int tag = Tag.of(Integer.parseInt(halves[0], 16), Integer.parseInt(halves[1], 16));
            // It follows from the length of identifiers.
            if (tag == Tag.FILE_META_INFORMATION_GROUP_LENGTH) continue;
            Set<VR> vrs = new HashSet<>(Dictionary.vrs(tag));
            assertTrue(OWN.containsAll(vrs), options + ": " + text + " " + differing.getRowAsString(row));
            assertTrue(tag != Tag.SOP_CLASS_UID && tag != Tag.TRANSFER_SYNTAX_UID, options + ": " + text);
        }
    }

    @Test
    void allOptionsOfSaveAsDicom() throws IOException {
        int saved = 0;
        Set<String> kinds = new TreeSet<>();
        for (String form : List.of("series", "multi-frame", "secondary capture")) {
            for (String compress : List.of("none", "RLE", "deflated")) {
                for (String values : List.of("16-bit", "float")) {
                    for (String description : List.of("", "as it was")) {
                        boolean isFile = form.equals("multi-frame");
                        Path menu = path("menu", saved, isFile ? ".dcm" : "");
                        Path facade = path("facade", saved++, isFile ? ".dcm" : "");
                        String options = "path=[" + menu + "] form=[" + form + "] compress=" + compress + " values="
                                + values + " description=[" + description + "]";
                        if (values.equals("float") && (!isFile || compress.equals("RLE"))) {
                            Exception refusal = assertThrows(
                                    IllegalArgumentException.class,
                                    () -> Hounsfield.saveDicomAs(
                                            image, facade.toString(), form, compress, values, description));
                            assertEquals(
                                    refusal.getMessage(), MacroRun.failure(image, new SaveDicomCommand(), options));
                            continue;
                        }
                        MacroRun.of(image, "Save as DICOM...", options);
                        Hounsfield.saveDicomAs(
                                image,
                                facade.toString(),
                                form.toUpperCase(),
                                compress.toLowerCase(),
                                values,
                                description);
                        String[] made = Hounsfield.dicomFiles((isFile ? folder : menu).toString());
                        kinds.add(assertSameFiles(isFile, menu, facade, options) + description);
                        assertTrue(made.length >= 1, options);
                    }
                }
            }
        }
        assertEquals(36, saved);
        // Three forms by three compressions, and floats by two, with a description or without.
        assertEquals((3 * 3 + 2) * 2, kinds.size(), kinds.toString());
        Path menu = path("menu", saved, "");
        Path facade = path("facade", saved, "");
        MacroRun.of(image, "Save as DICOM...", "path=[" + menu + "]");
        Hounsfield.saveDicom(image, facade.toString());
        assertSameFiles(false, menu, facade, "defaults");
    }

    /** Compares the files of two paths, and returns their class and transfer syntax. */
    private static String assertSameFiles(boolean isFile, Path menu, Path facade, String options) throws IOException {
        List<Path> ofMenu = isFile ? List.of(menu) : files(menu);
        List<Path> ofFacade = isFile ? List.of(facade) : files(facade);
        assertEquals(isFile ? 1 : 3, ofMenu.size(), options);
        assertEquals(ofMenu.size(), ofFacade.size(), options);
        for (int i = 0; i < ofMenu.size(); i++) {
            assertSameHeaders(ofMenu.get(i), ofFacade.get(i), options);
            ImagePlus one = Hounsfield.open(ofMenu.get(i).toString());
            ImagePlus other = Hounsfield.open(ofFacade.get(i).toString());
            assertArrayEquals(one.getDimensions(), other.getDimensions(), options);
            for (int n = 1; n <= one.getStackSize(); n++) {
                assertEquals(OneImage.pixels(one, n), OneImage.pixels(other, n), options);
            }
        }
        String first = ofMenu.get(0).toString();
        return Hounsfield.tag(first, "SOPClassUID") + " " + Hounsfield.tag(first, "TransferSyntaxUID") + " ";
    }

    private static List<Path> files(Path folder) throws IOException {
        return List.of(Hounsfield.dicomFiles(folder.toString())).stream()
                .map(Path::of)
                .toList();
    }

    @Test
    void allOptionsOfSaveRegionsAsDicom() throws IOException {
        Overlay overlay = new Overlay();
        for (int n = 1; n <= 2; n++) {
            Roi roi = new Roi(n - 1, 0, 1, 2);
            roi.setName(n == 1 ? "Liver" : "Spleen");
            roi.setPosition(n);
            overlay.add(roi);
        }
        image.setOverlay(overlay);
        ImagePlus mask = Hounsfield.rangeMask(image, 0, 50);
        mask.setTitle("Liver");
        ImagePlus labels = Hounsfield.rangeMask(image, 0, 50);
        for (int n = 1; n <= 3; n++) labels.getStack().getProcessor(n).multiply(1 / 255.0);
        labels.setProp("Label 1", "Liver");
        int saved = 0;
        Set<String> ways = new TreeSet<>();
        for (String format : List.of("segmentation", "label map", "structure set")) {
            for (String from : List.of("overlay", "mask", "labels")) {
                ImagePlus regions = from.equals("overlay") ? image : from.equals("mask") ? mask : labels;
                for (String algorithm : List.of("manual", "semiautomatic")) {
                    for (String codes : List.of("", "Liver: Neoplasm")) {
                        Path menu = path("menu", saved, ".dcm");
                        Path facade = path("facade", saved++, ".dcm");
                        String options = "path=[" + menu + "] format=[" + format + "] from=" + from + " algorithm="
                                + algorithm + " codes=[" + codes + "]";
                        MacroRun.of(regions, "Save Regions as DICOM...", options);
                        Hounsfield.saveRegionsAs(
                                regions, facade.toString(), format.toUpperCase(), from, algorithm, codes);
                        assertSameHeaders(menu, facade, options);
                        ImagePlus[] ofMenu = Hounsfield.regionMasks(image, menu.toString(), "", "even-odd");
                        ImagePlus[] ofFacade = Hounsfield.regionMasks(image, facade.toString(), "", "even-odd");
                        assertEquals(from.equals("overlay") ? 2 : 1, ofMenu.length, options);
                        for (int i = 0; i < ofMenu.length; i++) assertSame(ofMenu[i], ofFacade[i], options);
                        ResultsTable listed = Hounsfield.listRegions(menu.toString());
                        ways.add(format
                                + from
                                + listed.getStringValue("Algorithm", 0)
                                + listed.getStringValue("Type", 0));
                    }
                }
            }
        }
        assertEquals(36, saved);
        assertEquals(36, ways.size(), ways.toString());
        Path menu = path("menu", saved, ".dcm");
        Path facade = path("facade", saved, ".dcm");
        MacroRun.of(image, "Save Regions as DICOM...", "path=[" + menu + "] from=overlay");
        Hounsfield.saveRegions(image, facade.toString(), "segmentation", "overlay");
        assertSameHeaders(menu, facade, "defaults");
        String missing = MacroRun.failure(image, new SaveRegionsCommand(), "path=[" + menu + "]");
        Exception refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Hounsfield.saveRegions(image, facade.toString(), "segmentation", "ROI Manager"));
        assertEquals(missing, refusal.getMessage());
    }

    @Test
    void allOptionsOfSaveAsNifti() throws IOException {
        Path apart = folder.resolve("apart");
        int[] places = {0, 1, 3};
        for (int n = 0; n < 3; n++) {
            write(apart, "" + n, slice(n + 1, places[n], -1024, 1000, 1024 + n, 1064, 1124));
        }
        ImagePlus uneven = Hounsfield.openSeries(apart.toString());
        for (String suffix : List.of(".nii", ".nii.gz")) {
            for (ImagePlus each : List.of(image, uneven)) {
                for (boolean regularize : new boolean[] {false, true}) {
                    Path menu = folder.resolve("menu").resolve("saved" + suffix);
                    Path facade = folder.resolve("facade").resolve("saved" + suffix);
                    Files.createDirectories(menu.getParent());
                    Files.createDirectories(facade.getParent());
                    String options = "path=[" + menu + "]" + (regularize ? " regularize" : "");
                    if (each == uneven && !regularize) {
                        Exception refusal = assertThrows(
                                IllegalArgumentException.class, () -> Hounsfield.saveNifti(each, facade.toString()));
                        assertEquals(refusal.getMessage(), MacroRun.failure(each, new SaveNiftiCommand(), options));
                        continue;
                    }
                    MacroRun.of(each, "Save as NIfTI...", options);
                    if (regularize) Hounsfield.saveNiftiRegular(each, facade.toString());
                    else Hounsfield.saveNifti(each, facade.toString());
                    assertArrayEquals(Files.readAllBytes(menu), Files.readAllBytes(facade), options);
                    assertEquals(
                            Files.readString(menu.resolveSibling("saved.json")),
                            Files.readString(facade.resolveSibling("saved.json")),
                            options);
                    assertEquals(
                            each == uneven ? 4 : 3,
                            Hounsfield.openNifti(menu.toString()).getStackSize());
                }
            }
        }
    }

    @Test
    void allOptionsOfOpenNifti() throws IOException {
        Path path = folder.resolve("a b.nii.gz");
        ImagePlus stored =
                Hounsfield.openSeriesAs(input.toString(), "", "position", "stored", "rescale", "fill", false);
        Hounsfield.saveNifti(stored, path.toString());
        Set<String> forms = new TreeSet<>();
        for (String pixels : List.of("32-bit", "stored")) {
            for (String unit : List.of("", "HU", "mm2/s")) {
                String options = "path=[" + path + "] pixels=" + pixels + " unit=[" + unit + "]";
                ImagePlus menu = run("Open NIfTI...", options);
                assertSame(menu, Hounsfield.openNiftiAs(path.toString(), pixels.toUpperCase(), unit), options);
                forms.add(menu.getBitDepth() + menu.getCalibration().getValueUnit());
            }
        }
        assertTrue(forms.size() >= 4, forms.toString());
        assertSame(run("Open NIfTI...", "path=[" + path + "]"), Hounsfield.openNifti(path.toString()), "defaults");
    }
}
