package hounsfield.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made here, byte by byte. */
class NiftiReaderTest {
    private static final int COLUMNS = 3;
    private static final int ROWS = 2;
    private static final int SLICES = 2;
    private static final int VOXELS = COLUMNS * ROWS * SLICES;

    @TempDir
    Path folder;

    /** A header of 3 x 2 x 2 voxels, with 4 bytes after it. */
    private static ByteBuffer header(int type, int bits, ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.allocate(352).order(order);
        bytes.putInt(0, 348);
        short[] dim = {3, COLUMNS, ROWS, SLICES, 1, 1, 1, 1};
        for (int i = 0; i < 8; i++) bytes.putShort(40 + 2 * i, dim[i]);
        bytes.putShort(70, (short) type).putShort(72, (short) bits);
        float[] pixdim = {1, 2, 3, 4, 0, 0, 0, 0};
        for (int i = 0; i < 8; i++) bytes.putFloat(76 + 4 * i, pixdim[i]);
        bytes.putFloat(108, 352);
        bytes.put(123, (byte) 2);
        bytes.put(344, (byte) 'n').put(345, (byte) '+').put(346, (byte) '1');
        return bytes;
    }

    private Path file(String name, byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.write(part);
        return Files.write(folder.resolve(name), all.toByteArray());
    }

    private static byte[] packed(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(all)) {
            for (byte[] part : parts) out.write(part);
        }
        return all.toByteArray();
    }

    /** The voxels 0, 1, 2 ... of a type. */
    private static byte[] counting(NiftiType type, ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.allocate(VOXELS * type.bytes()).order(order);
        for (int i = 0; i < VOXELS; i++) {
            switch (type) {
                case UINT8, INT8 -> bytes.put((byte) i);
                case INT16, UINT16 -> bytes.putShort((short) i);
                case INT32, UINT32 -> bytes.putInt(i);
                case INT64, UINT64 -> bytes.putLong(i);
                case FLOAT32 -> bytes.putFloat(i);
                case FLOAT64 -> bytes.putDouble(i);
                default -> bytes.put((byte) i).put((byte) (i + 20)).put((byte) (i + 40));
            }
            if (type == NiftiType.RGBA32) bytes.put((byte) 9);
        }
        return bytes.array();
    }

    private static List<Object> planes(Path file, boolean stored) throws IOException {
        List<Object> planes = new ArrayList<>();
        try (NiftiReader reader = NiftiReader.open(file)) {
            reader.read(stored, (channel, slice, time, pixels) -> planes.add(pixels), Progress.NONE);
        }
        return planes;
    }

    @ParameterizedTest
    @EnumSource
    void typesInBothByteOrders(NiftiType type) throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            ByteBuffer header = header(type.code(), 8 * type.bytes(), order);
            header.putFloat(112, 2).putFloat(116, -5);
            Path file = file("image.nii", header.array(), counting(type, order));
            List<Object> planes = planes(file, false);
            assertEquals(SLICES, planes.size());
            if (type.isColor()) {
                assertEquals(0xFF000000 | 3 << 16 | 23 << 8 | 43, ((int[]) planes.get(0))[0]);
                continue;
            }
            // The last row of the file is the first of the image.
            assertArrayEquals(new float[] {1, 3, 5, -5, -3, -1}, (float[]) planes.get(0));
            assertArrayEquals(new float[] {13, 15, 17, 7, 9, 11}, (float[]) planes.get(1));
        }
    }

    @Test
    void unsignedNumbersAboveTheSignedOnes() throws IOException {
        ByteBuffer header = header(1280, 64, ByteOrder.LITTLE_ENDIAN);
        byte[] voxels = new byte[8 * VOXELS];
        Arrays.fill(voxels, (byte) -1);
        assertEquals(
                0x1p64f,
                ((float[]) planes(file("big.nii", header.array(), voxels), false)
                                .get(0))
                        [0]);
        header = header(512, 16, ByteOrder.LITTLE_ENDIAN);
        Path file = file("short.nii", header.array(), Arrays.copyOf(voxels, 2 * VOXELS));
        assertEquals(65535f, ((float[]) planes(file, false).get(0))[0]);
        assertEquals((short) -1, ((short[]) planes(file, true).get(0))[0]);
    }

    @Test
    void aSlopeOfZeroIsNone() throws IOException {
        ByteBuffer header = header(4, 16, ByteOrder.LITTLE_ENDIAN);
        header.putFloat(112, 0).putFloat(116, 7);
        byte[] voxels = counting(NiftiType.INT16, ByteOrder.LITTLE_ENDIAN);
        assertEquals(
                3f,
                ((float[]) planes(file("image.nii", header.array(), voxels), false)
                                .get(0))
                        [0]);
    }

    @Test
    void placesByQuaternionMatrixAndUnit() throws IOException {
        ByteBuffer header = header(2, 8, ByteOrder.LITTLE_ENDIAN);
        // A quarter turn about the third axis, and the third axis reversed; in meters.
        header.putFloat(76, -1).putShort(252, (short) 1).put(123, (byte) 1);
        header.putFloat(264, (float) Math.sqrt(0.5));
        header.putFloat(268, 10).putFloat(272, 20).putFloat(276, 30);
        byte[] voxels = counting(NiftiType.UINT8, ByteOrder.LITTLE_ENDIAN);
        RasAffine affine = affine(file("image.nii", header.array(), voxels));
        assertVector(new Vector3(0, 2000, 0), affine.right());
        assertVector(new Vector3(-3000, 0, 0), affine.up());
        assertVector(new Vector3(0, 0, -4000), affine.next());
        assertVector(new Vector3(10000, 20000, 30000), affine.origin());
        // The matrix comes first.
        header.putShort(254, (short) 2);
        float[] matrix = {-1, 0, 0, 5, 0, 1, 0, 6, 0, 0, 1, 7};
        for (int i = 0; i < 12; i++) header.putFloat(280 + 4 * i, matrix[i]);
        header.put(123, (byte) 2);
        affine = affine(file("image.nii", header.array(), voxels));
        List<PlaneGeometry> planes = affine.planes(ROWS, SLICES).orElseThrow();
        assertVector(new Vector3(-5, -7, 7), planes.get(0).position());
        assertVector(new Vector3(-5, -7, 8), planes.get(1).position());
        assertVector(new Vector3(1, 0, 0), planes.get(0).rowDirection());
        assertVector(new Vector3(0, 1, 0), planes.get(0).columnDirection());
    }

    private static RasAffine affine(Path file) throws IOException {
        try (NiftiReader reader = NiftiReader.open(file)) {
            return reader.header().place().affine().orElseThrow();
        }
    }

    private static void assertVector(Vector3 expected, Vector3 vector) {
        assertArrayEquals(expected.toArray(), vector.toArray(), 1e-2);
    }

    @Test
    void quaternionsOfAllDirections() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            Vector3 x = new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).normalized();
            Vector3 any = new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            Vector3 y = x.cross(any).normalized();
            int side = random.nextBoolean() ? 1 : -1;
            Vector3 z = x.cross(y).times(side);
            // Half of the directions are along axes, where a quaternion has a zero.
            if (i % 2 == 0) {
                x = new Vector3(i % 4 == 0 ? -1 : 1, 0, 0);
                y = new Vector3(0, i % 8 < 4 ? -1 : 1, 0);
                z = x.cross(y).times(side);
            }
            RasAffine affine = new RasAffine(x.times(2), y.times(3), z.times(4), new Vector3(1, 2, 3));
            assertEquals(side, affine.handedness());
            float[] bcd = affine.quaternion();
            RasAffine back = RasAffine.ofQuaternion(
                    new double[] {bcd[0], bcd[1], bcd[2]}, new double[] {2, 3, 4}, side, affine.origin());
            // Near half turns, floats hold few digits of the angle.
            double rounding = i % 2 == 0 ? 1e-6 : 2e-3;
            assertArrayEquals(affine.right().toArray(), back.right().toArray(), rounding);
            assertArrayEquals(affine.up().toArray(), back.up().toArray(), rounding);
            assertArrayEquals(affine.next().toArray(), back.next().toArray(), rounding);
        }
    }

    @Test
    void aPairOfFiles() throws IOException {
        ByteBuffer header = header(4, 16, ByteOrder.LITTLE_ENDIAN);
        header.put(345, (byte) 'i').putFloat(108, 0);
        file("pair.hdr", Arrays.copyOf(header.array(), 348));
        Path image = file("pair.img", counting(NiftiType.INT16, ByteOrder.LITTLE_ENDIAN));
        for (Path path : List.of(image, folder.resolve("pair.hdr"))) {
            assertEquals(3f, ((float[]) planes(path, false).get(0))[0]);
        }
        Files.delete(image);
        file("pair.img.gz", packed(counting(NiftiType.INT16, ByteOrder.LITTLE_ENDIAN)));
        assertEquals(3f, ((float[]) planes(folder.resolve("pair.hdr"), false).get(0))[0]);
    }

    @Test
    void aPackedFileOfAnyNameAndAnExtension() throws IOException {
        ByteBuffer header = header(4, 16, ByteOrder.LITTLE_ENDIAN);
        header.putFloat(108, 352 + 32);
        byte[] bytes = packed(header.array(), new byte[32], counting(NiftiType.INT16, ByteOrder.LITTLE_ENDIAN));
        assertEquals(3f, ((float[]) planes(file("image.dat", bytes), false).get(0))[0]);
    }

    private DicomException refusal(Path file) {
        return assertThrows(DicomException.class, () -> planes(file, false));
    }

    @ParameterizedTest
    @CsvSource({
        "40, 0, 0 dimensions",
        "40, 9, 9 dimensions",
        "42, -4, dimension 1 is -4",
        "44, 0, dimension 2 is 0",
        "70, 32, data type 32",
        "70, 1792, data type 1792"
    })
    void wrongNumbers(int at, short value, String message) throws IOException {
        ByteBuffer header = header(4, 16, ByteOrder.LITTLE_ENDIAN);
        header.putShort(at, value);
        Path file = file("wrong.nii", header.array(), new byte[2 * VOXELS]);
        DicomException refusal = refusal(file);
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith("wrong.nii, byte "), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(floats = {10, -1, Float.NaN, Float.POSITIVE_INFINITY, 1e9f})
    void wrongOffsets(float offset) throws IOException {
        ByteBuffer header = header(4, 16, ByteOrder.LITTLE_ENDIAN);
        header.putFloat(108, offset);
        refusal(file("wrong.nii", header.array(), new byte[2 * VOXELS]));
        refusal(file("wrong.nii.gz", packed(header.array(), new byte[2 * VOXELS])));
    }

    @Test
    void otherFiles() throws IOException {
        assertTrue(refusal(file("short.nii", new byte[100])).getMessage().contains("not a NIfTI-1 file"));
        assertTrue(refusal(file("empty.nii")).getMessage().contains("not a NIfTI-1 file"));
        byte[] text = "a text that is long enough ".repeat(20).getBytes(StandardCharsets.US_ASCII);
        assertTrue(refusal(file("text.nii", text)).getMessage().contains("not a NIfTI-1 file"));
        ByteBuffer second = ByteBuffer.allocate(540).putInt(0, 540);
        assertTrue(refusal(file("second.nii", second.array())).getMessage().contains("NIfTI-2"));
        ByteBuffer analyze = header(4, 16, ByteOrder.LITTLE_ENDIAN).putInt(344, 0);
        assertTrue(refusal(file("analyze.hdr", analyze.array())).getMessage().contains("Analyze"));
    }

    /** The place of the end is in the message, and nothing of the size that the header claims is allocated. */
    @Test
    void filesThatEndEarly() throws IOException {
        ByteBuffer header = header(4, 16, ByteOrder.LITTLE_ENDIAN);
        Path cut = file("cut.nii", header.array(), new byte[2 * VOXELS - 1]);
        assertTrue(
                refusal(cut).getMessage().startsWith("cut.nii, byte 375: the file has 375 bytes"), "" + refusal(cut));
        Path packed = file("cut.nii.gz", packed(header.array(), new byte[2 * VOXELS - 1]));
        assertTrue(refusal(packed).getMessage().contains("frame 1, byte 375"), "" + refusal(packed));
        byte[] whole = packed(header.array(), new byte[2 * VOXELS]);
        Path torn = file("torn.nii.gz", Arrays.copyOf(whole, whole.length - 12));
        assertTrue(refusal(torn).getMessage().startsWith("torn.nii.gz"), "" + refusal(torn));
        for (int i = 0; i < 5; i++) header.putShort(42 + 2 * i, Short.MAX_VALUE);
        header.putShort(40, (short) 3);
        refusal(file("huge.nii", header.array(), new byte[2 * VOXELS]));
        refusal(file("huge.nii.gz", packed(header.array(), new byte[2 * VOXELS])));
        header.putShort(40, (short) 5);
        refusal(file("huge.nii", header.array(), new byte[2 * VOXELS]));
        // Products that do not fit into 32 and into 64 bits.
        for (int dimensions = 5; dimensions <= 7; dimensions++) {
            for (short size : new short[] {4096, 8192, 16384, Short.MAX_VALUE}) {
                header.putShort(40, (short) dimensions).putShort(42, (short) 1).putShort(44, (short) 1);
                for (int i = 3; i <= 7; i++) header.putShort(40 + 2 * i, size);
                refusal(file("huge.nii", header.array(), new byte[2 * VOXELS]));
                refusal(file("huge.nii.gz", packed(header.array(), new byte[2 * VOXELS])));
            }
        }
    }

    /** No change of a byte of the header leads to anything but a reading or a DicomException. */
    @Test
    void changedBytes() throws IOException {
        byte[] good = header(4, 16, ByteOrder.LITTLE_ENDIAN).array();
        byte[] voxels = counting(NiftiType.INT16, ByteOrder.LITTLE_ENDIAN);
        Random random = new Random(1);
        for (int i = 0; i < 1500; i++) {
            byte[] bytes = good.clone();
            for (int n = 0; n <= i % 3; n++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            byte[][] parts = {bytes, voxels};
            Path file = i % 2 == 0 ? file("changed.nii", parts) : file("changed.nii", packed(parts));
            try {
                planes(file, random.nextBoolean());
            } catch (DicomException e) {
                assertTrue(e.getMessage().startsWith("changed.nii"), e.getMessage());
            }
        }
    }
}
