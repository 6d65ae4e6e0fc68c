package hounsfield.nifti;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.testing.FuzzLimits;
import hounsfield.work.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a NIfTI file: as many values or colors as voxels, or a {@link DicomException}. */
class NiftiFuzzTest {
    private Path file;

    @BeforeEach
    void makeFile() throws IOException {
        file = Files.createTempFile("fuzz", ".nii");
    }

    @AfterEach
    void deleteFile() throws IOException {
        Files.delete(file);
    }

    static Stream<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (NiftiType type : NiftiType.values()) {
            VolumeShape shape = new VolumeShape(3, 2, 2, 2, 2);
            VoxelPlace place = new VoxelPlace(1, 2, 3, true, OptionalDouble.of(2), Optional.empty());
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            plain.write(HeaderBytes.encode(NiftiHeader.of(shape, type, place, 0, 1, "HU")));
            for (int i = 0; i < shape.pixels() * shape.planes() * type.bytes(); i++) plain.write(i);
            seeds.add(plain.toByteArray());
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(plain.toByteArray());
            }
            seeds.add(packed.toByteArray());
        }
        return seeds.stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void voxelsOrDicomException(byte[] bytes) {
        FuzzLimits.check(bytes, () -> {
            try {
                Files.write(file, bytes);
                return read();
            } catch (IOException e) {
                throw DicomException.of(e, Location.NOWHERE);
            }
        });
    }

    private long read() throws IOException {
        try (NiftiReader reader = NiftiReader.open(file)) {
            VolumeShape shape = reader.header().shape();
            reader.header().place().affine().ifPresent(affine -> affine.planes(shape.rows(), 1));
            reader.read(
                    true,
                    (channel, slice, time, pixels) -> {
                        boolean within = channel < shape.channels() && slice < shape.slices() && time < shape.times();
                        if (!within || Array.getLength(pixels) != shape.pixels()) throw new AssertionError("pixels");
                    },
                    Progress.NONE);
            return shape.pixels() * shape.planes();
        }
    }
}
