package hounsfield.imagej;

import static hounsfield.testing.DicomImages.at;
import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hounsfield.testing.DicomBytes;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole series as arrays and NIfTI files. */
class SeriesExportTest {
    private static final int ROWS = 3;
    private static final int COLUMNS = 4;
    private static final String UPRIGHT = "1\\0\\0\\0\\1\\0";

    @TempDir
    Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void folders() throws IOException {
        Hounsfield.install();
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
    }

    /** Slices with the values 100 * slice + pixel, divided by ten if asked, at given z. */
    private void series(String uid, String name, String orientation, boolean tenths, double... z) throws IOException {
        Path own = Files.createDirectories(in.resolve(name));
        for (int slice = 0; slice < z.length; slice++) {
            DicomBytes bytes = at(ct(uid, slice + 1), "-10\\-20\\" + z[slice], orientation);
            gray(bytes, "MONOCHROME2", ROWS, COLUMNS, 16, 16, false);
            int[] values = new int[ROWS * COLUMNS];
            for (int i = 0; i < values.length; i++) values[i] = 100 * slice + i;
            write(own, "s" + slice + ".dcm", pixels(rescaled(bytes, "-50", tenths ? "0.1" : "1"), values));
        }
    }

    private void export(String format, boolean regularize, boolean anonymous) throws IOException {
        Hounsfield.batchExportSeries(in.toString(), out.toString(), format, regularize, anonymous, "");
    }

    private List<String> list() throws IOException {
        return Files.readAllLines(out.resolve("manifest.csv"));
    }

    private JsonObject json(String name) throws IOException {
        return JsonParser.parseString(Files.readString(out.resolve(name))).getAsJsonObject();
    }

    private static double[] numbers(JsonArray array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = array.get(i).getAsDouble();
        return numbers;
    }

    @Test
    void anArrayAndItsMeaning() throws IOException {
        series("1", "ct", UPRIGHT, false, 5, 8, 11);
        export("npy", false, false);
        assertEquals(List.of("file,frame,picture,reason", "ct/s0.dcm,,ct/s0.npy,"), list());
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(out.resolve("ct/s0.npy"))).order(ByteOrder.LITTLE_ENDIAN);
        int begin = 10 + bytes.getShort(8);
        assertEquals(0, begin % 64);
        assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, Arrays.copyOf(bytes.array(), 8));
        String header = new String(bytes.array(), 10, begin - 10, StandardCharsets.US_ASCII);
        assertTrue(header.startsWith("{'descr': '<i2', 'fortran_order': False, 'shape': (3, 3, 4), }"), header);
        assertTrue(header.endsWith("\n"));
        assertEquals(begin + 2 * 3 * ROWS * COLUMNS, bytes.capacity());
        for (int slice = 0; slice < 3; slice++) {
            for (int i = 0; i < ROWS * COLUMNS; i++) {
                assertEquals(100 * slice + i - 50, bytes.getShort(begin + 2 * (slice * ROWS * COLUMNS + i)));
            }
        }
        JsonObject json = json("ct/s0.json");
        assertEquals("[\"z\",\"y\",\"x\"]", json.get("axes").toString());
        assertEquals("[3,3,4]", json.get("shape").toString());
        assertEquals("HU", json.get("unit").getAsString());
        double[] spacing = numbers(json.getAsJsonArray("spacing"));
        assertEquals(3, spacing[2]);
        JsonArray transform = json.getAsJsonArray("transform");
        assertArrayEquals(
                new double[] {spacing[0], 0, 0, -10}, numbers(transform.get(0).getAsJsonArray()));
        assertArrayEquals(
                new double[] {0, spacing[1], 0, -20}, numbers(transform.get(1).getAsJsonArray()));
        assertArrayEquals(new double[] {0, 0, 3, 5}, numbers(transform.get(2).getAsJsonArray()));
    }

    @Test
    void fractionsAreFloats() throws IOException {
        series("1", "ct", UPRIGHT, true, 5, 8, 11);
        export("npy", false, false);
        byte[] bytes = Files.readAllBytes(out.resolve("ct/s0.npy"));
        assertTrue(new String(bytes, StandardCharsets.US_ASCII).contains("'<f4'"));
        float last = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(bytes.length - 4);
        assertEquals(211 * 0.1 - 50, last, 1e-5);
    }

    @Test
    void aNiftiFileIsThatOfTheImage() throws IOException {
        series("1", "ct", UPRIGHT, false, 5, 8, 11);
        export("nii.gz", false, false);
        ImagePlus image = Hounsfield.openSeries(in.toString());
        ImagePlus back = Hounsfield.openNifti(out.resolve("ct/s0.nii.gz").toString());
        for (int n = 1; n <= 3; n++) {
            assertArrayEquals((float[]) image.getStack().getPixels(n), (float[])
                    back.getStack().getPixels(n));
            assertArrayEquals(Hounsfield.positionOf(image, 1, 2, n), Hounsfield.positionOf(back, 1, 2, n), 1e-4);
        }
        assertEquals("HU", json("ct/s0.json").get("Units").getAsString());
        assertEquals("CT", json("ct/s0.json").get("Modality").getAsString());
    }

    @Test
    void unevenAndTiltedSeriesAreLeftOutOrResampled() throws IOException {
        series("1", "even", UPRIGHT, false, 1, 2, 3);
        series("2", "tilted", "1\\0\\0\\0\\0.96\\-0.28", false, 1, 2, 3);
        series("3", "uneven", UPRIGHT, false, 1, 2, 5);
        export("npy", false, false);
        String list = String.join("\n", list());
        assertTrue(list.contains("even/s0.dcm,,even/s0.npy,"), list);
        assertTrue(list.contains("uneven/s0.dcm,,,"), list);
        assertTrue(list.contains("not evenly spaced"), list);
        assertTrue(list.contains("Tilted stack"), list);
        out = folder.resolve("regular");
        export("npy", true, false);
        list = String.join("\n", list());
        assertTrue(list.contains("tilted/s0.npy") && list.contains("uneven/s0.npy"), list);
        assertEquals(5, json("uneven/s0.json").getAsJsonArray("shape").get(0).getAsInt());
        assertTrue(json("tilted/s0.json").getAsJsonArray("shape").get(1).getAsInt() >= ROWS);
    }

    @Test
    void anExportResumesAndNoticesNewerFiles() throws IOException {
        series("1", "a", UPRIGHT, false, 1, 2, 3);
        series("2", "b", UPRIGHT, false, 1, 2, 3);
        export("nii.gz", false, false);
        Path one = out.resolve("a/s0.nii.gz");
        Path other = out.resolve("b/s0.nii.gz");
        Files.delete(other);
        FileTime time = FileTime.fromMillis(Files.getLastModifiedTime(one).toMillis() + 60_000);
        Files.setLastModifiedTime(one, time);
        export("nii.gz", false, false);
        assertEquals(time, Files.getLastModifiedTime(one));
        assertTrue(Files.exists(other));
        Files.setLastModifiedTime(in.resolve("a/s2.dcm"), FileTime.fromMillis(time.toMillis() + 60_000));
        export("nii.gz", false, false);
        assertFalse(time.equals(Files.getLastModifiedTime(one)));
        assertThrows(IllegalArgumentException.class, () -> export("nii.gz", true, false));
        assertThrows(IllegalArgumentException.class, () -> export("npy", false, false));
    }

    @Test
    void namesAndDescriptionsStayOut() throws IOException {
        series("1", "SMITH", UPRIGHT, false, 1, 2, 3);
        export("nii.gz", false, true);
        try (Stream<Path> files = Files.walk(out)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .map(name -> name.replaceFirst("^[0-9a-f]{32}", "pseudonym"))
                    .sorted()
                    .toList();
            assertEquals(
                    List.of(
                            "export.txt",
                            "files.txt",
                            "manifest.csv",
                            "part-00000.csv",
                            "pseudonym.json",
                            "pseudonym.nii.gz"),
                    names);
        }
        String picture = list().get(1).split(",")[5];
        assertFalse(json(picture.replace(".nii.gz", ".json")).has("SeriesDescription"));
        assertFalse(String.join("\n", list()).contains("SMITH"));
    }

    @Test
    void damagedSeriesAreListed() throws IOException {
        series("1", "a", UPRIGHT, false, 1, 2, 3);
        Path file = in.resolve("a/s1.dcm");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 5));
        series("2", "b", UPRIGHT, false, 1, 2, 3);
        export("npy", false, false);
        String list = String.join("\n", list());
        assertTrue(list.contains("b/s0.npy"), list);
        assertFalse(Files.exists(out.resolve("a/s0.npy")));
    }

    @Test
    void aFileThatCannotBeWrittenIsListed() throws IOException {
        series("1", "a", UPRIGHT, false, 1, 2, 3);
        series("2", "b", UPRIGHT, false, 1, 2, 3);
        Files.createDirectories(out.resolve("a/s0.npy/in its place"));
        export("npy", false, false);
        String list = String.join("\n", list());
        assertTrue(
                list.contains("a/s0.dcm,,,\"the picture cannot be moved into place")
                        || list.contains("a/s0.dcm,,,the picture cannot be moved into place"),
                list);
        assertTrue(list.contains("b/s0.npy"), list);
        try (Stream<Path> files = Files.walk(out)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
        }
    }

    @Test
    void optionsOfFramesAreRefused() {
        for (String[] option : new String[][] {{"lungs", "0", ""}, {"", "10", ""}, {"", "0", "64"}}) {
            IllegalArgumentException refusal = assertThrows(
                    IllegalArgumentException.class,
                    () -> Hounsfield.batchExport(
                            in.toString(), out.toString(), "npy", option[0], Integer.parseInt(option[1]), option[2]));
            assertTrue(refusal.getMessage().contains("whole series"), refusal.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> export("PNG", true, false));
        assertFalse(Files.exists(out));
    }
}
