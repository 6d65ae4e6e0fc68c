package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hounsfield.imagej.Hounsfield;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real series as NIfTI files beside those of dcm2niix, read by nibabel: the same matrix and the same values. Skips where the series,
 * dcm2niix, or Debian's nibabel are absent.
 */
class NiftiCorpusTest {
    private static final Path SERIES = Path.of("..", "shared", "series");
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path DCM2NIIX = Path.of("/usr/bin/dcm2niix");

    /**
     * Compares each volume of ours with all of dcm2niix, and prints a line for each. dcm2niix reverses the columns of some
     * images, so both are compared in the axes of the patient too. A volume is {@code unlike} if none has its size.
     */
    private static final String COMPARE = """
            import glob, sys
            import nibabel, numpy
            def same(one, other, tolerance=1e-4):
                return (numpy.abs(one.affine - other.affine).max() < tolerance
                        and numpy.allclose(one.get_fdata(), other.get_fdata(), rtol=1e-5, atol=1e-3))
            theirs = [nibabel.load(name) for name in sorted(glob.glob(sys.argv[2] + '/*.nii'))]
            for name in sorted(glob.glob(sys.argv[1] + '/*.nii.gz')):
                image = nibabel.load(name)
                assert numpy.abs(image.get_qform() - image.get_sform()).max() < 2e-3, name
                data = image.get_fdata()
                for part in [data] if data.ndim < 5 else [data[..., c] for c in range(data.shape[4])]:
                    part = part[..., 0] if part.ndim == 4 and part.shape[3] == 1 else part
                    part = nibabel.Nifti1Image(part, image.affine)
                    found = 'unlike'
                    for other in theirs:
                        if other.shape != part.shape:
                            continue
                        found = 'different'
                        if same(part, other):
                            found = 'same'
                            break
                        if same(part, other, 6e-4):
                            found = 'rounded'
                        elif same(*map(nibabel.as_closest_canonical, (part, other))):
                            found = 'reversed'
                    print(found)
            """;

    /**
     * Folders with the expected result of each volume. The other volumes are refused, because they are uneven, tilted or incomplete.
     */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("ct-gantry-tilt", "refused"),
            Map.entry("ct-missing-slices", "refused"),
            Map.entry("enhanced-mr-one-file-a-time-point", "same"),
            Map.entry("ge-fmri", "same"),
            Map.entry("ge-localizer-plane--0_1_0_-0_-0_-1", "same"),
            Map.entry("ge-localizer-plane-1_-0_0_-0_-0_-1", "same"),
            Map.entry("ge-localizer-plane-1_-0_0_-0_1_0", "same"),
            Map.entry("hyperfine-enhanced", "reversed"),
            Map.entry("incomplete-echoes", "refused"),
            Map.entry("lidc-frame-of-reference-per-slice", "same"),
            Map.entry("pet-slope-per-slice", "same"),
            // dcm2niix takes Spacing Between Slices, 3.313 mm; the positions are 3.3125 mm apart.
            Map.entry("philips-enhanced-fmri", "rounded"),
            Map.entry("philips-multiband-dwi-acquisition-number", "same"),
            Map.entry("siemens-mosaic-2-echoes", "same same"),
            Map.entry("siemens-mosaic-ep2d-asc", "same"),
            Map.entry("table-philips-mag-phase-2-echoes", "same same same same"),
            Map.entry("uih-grid-dwi", "same"),
            // A volume is missing that dcm2niix writes as two files.
            Map.entry("xa-4d-interrupted", "unlike"));

    @TempDir
    Path folder;

    private static String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("HOME", System.getProperty("java.io.tmpdir"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void seriesAreThoseOfDcm2niix() throws Exception {
        assumeTools();
        List<Path> cases;
        try (Stream<Path> all = Files.list(SERIES)) {
            cases = all.filter(Files::isDirectory).sorted().toList();
        }
        Map<String, String> found = new TreeMap<>();
        for (Path each : cases) {
            String name = each.getFileName().toString();
            Path ours = Files.createDirectories(folder.resolve(name + "-ours"));
            Path theirs = Files.createDirectories(folder.resolve(name + "-theirs"));
            // -p n: the rescale of the standard, not the private one of Philips.
            run(List.of(
                    DCM2NIIX.toString(), "-b", "n", "-p", "n", "-f", "%j", "-o", theirs.toString(), each.toString()));
            StringJoiner words = new StringJoiner(" ");
            int count = 0;
            for (String uid : Hounsfield.listSeries(each.toString())) {
                ImagePlus image = Hounsfield.openSeriesByUid(each.toString(), uid);
                try {
                    Hounsfield.saveNifti(
                            image, ours.resolve(++count + ".nii.gz").toString());
                } catch (IllegalArgumentException e) {
                    assertTrue(e.getMessage().contains("not an even grid"), e.getMessage());
                    words.add("refused");
                }
            }
            String lines = run(List.of(PYTHON.toString(), "-c", COMPARE, ours.toString(), theirs.toString()));
            lines.lines().forEach(words::add);
            found.put(name, words.toString());
        }
        assertEquals(new TreeMap<>(EXPECTED), found);
    }

    private static void assertSame(ImagePlus image, ImagePlus back) {
        assertArrayEquals(image.getDimensions(), back.getDimensions());
        assertEquals(image.getCalibration().frameInterval, back.getCalibration().frameInterval, 1e-6);
        for (int n = 1; n <= image.getStackSize(); n++) {
            float[] values = (float[]) image.getStack().getPixels(n);
            float[] others = (float[]) back.getStack().getPixels(n);
            for (int i = 0; i < values.length; i++) {
                boolean same = values[i] == others[i] || Float.isNaN(values[i]) && Float.isNaN(others[i]);
                if (!same) assertEquals(values[i], others[i], image.getTitle() + ", slice " + n);
            }
            assertArrayEquals(Hounsfield.positionOf(image, 3, 5, n), Hounsfield.positionOf(back, 3, 5, n), 1e-3);
        }
    }

    /** Prints the names of arrays that differ from the NIfTI files of the same name, whose rows begin at the bottom, and counts all. */
    private static final String ARRAYS = """
            import glob, json, sys
            import nibabel, numpy
            names = sorted(glob.glob(sys.argv[1] + '/**/*.npy', recursive=True))
            for name in names:
                image = nibabel.load(name.replace(sys.argv[1], sys.argv[2])[:-4] + '.nii.gz')
                array = numpy.load(name)
                other = numpy.transpose(image.get_fdata())
                if other.ndim == 5 and other.shape[1] == 1:
                    other = other[:, 0]
                meaning = json.load(open(name[:-4] + '.json'))
                same = array.shape == tuple(meaning['shape']) and str(array.dtype) == meaning['dtype']
                same = same and numpy.allclose(array, other[..., ::-1, :], rtol=1e-6, atol=1e-6)
                corner = image.affine @ [0, array.shape[-2] - 1, 0, 1]
                lps = numpy.array(meaning['transform'])[:, 3] * [-1, -1, 1, 1]
                if not same or numpy.abs(corner - lps).max() > 1e-3:
                    print('different', name)
            print(len(names))
            """;

    @Test
    void exportedSeriesAreThoseOfTheImagesAndArraysToo() throws Exception {
        assumeTools();
        Path arrays = folder.resolve("arrays");
        Path files = folder.resolve("files");
        Hounsfield.batchExportSeries(SERIES.toString(), arrays.toString(), "npy", true, false, "");
        Hounsfield.batchExportSeries(SERIES.toString(), files.toString(), "nii.gz", true, false, "");
        // Incomplete series are left out.
        assertEquals(
                "16",
                run(List.of(PYTHON.toString(), "-c", ARRAYS, arrays.toString(), files.toString()))
                        .strip());
    }

    private static void assumeTools() throws Exception {
        assumeTrue(Files.isDirectory(SERIES), "no series beside the project");
        assumeTrue(Files.isExecutable(DCM2NIIX), "no dcm2niix");
        assumeTrue(
                Files.isExecutable(PYTHON)
                        && run(List.of(PYTHON.toString(), "-c", "import nibabel"))
                                .isEmpty(),
                "no nibabel");
    }
}
