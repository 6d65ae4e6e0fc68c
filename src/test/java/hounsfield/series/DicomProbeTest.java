package hounsfield.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.series.DicomProbe.Kind;
import hounsfield.testing.DicomImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomProbeTest {
    @TempDir
    Path folder;

    private byte[] image;

    @BeforeEach
    void writeAnImage() throws IOException {
        Path file = DicomImages.write(
                folder,
                "image",
                DicomImages.pixels(
                        DicomImages.gray(DicomImages.ct("1", 1), "MONOCHROME2", 1, 1, 16, 16, false), new int[] {1}));
        image = Files.readAllBytes(file);
        Files.delete(file);
    }

    private Path write(String name, byte... bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static Path zip(Path path, String name, byte[] bytes) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return path;
    }

    @Test
    void filesAreKnownByTheirContent() throws IOException {
        assertEquals(Kind.FILE, DicomProbe.kindOf(write("named.tif", image)));
        assertEquals(Kind.FILE, DicomProbe.kindOf(write("cut", Arrays.copyOf(image, 150))));
        Path gzip = folder.resolve("a.dcm.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(image);
        }
        assertEquals(Kind.FILE, DicomProbe.kindOf(gzip));
        // Without preamble and File Meta Information, the Data Set begins the file.
        int metaLength = 12 + (image[140] & 0xFF) + ((image[141] & 0xFF) << 8);
        byte[] bare = Arrays.copyOfRange(image, 132 + metaLength, image.length);
        assertEquals(Kind.FILE, DicomProbe.kindOf(write("bare", bare)));
    }

    @Test
    void otherFilesAreNotDicom() throws IOException {
        BufferedImage drawn = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (String format : new String[] {"png", "tif", "jpg"}) {
            Path file = folder.resolve("drawn." + format);
            ImageIO.write(drawn, format, file.toFile());
            assertEquals(Kind.OTHER, DicomProbe.kindOf(file), format);
            Files.move(file, folder.resolve("drawn.dcm"));
            assertEquals(Kind.OTHER, DicomProbe.kindOf(folder.resolve("drawn.dcm")), format);
            Files.delete(folder.resolve("drawn.dcm"));
        }
        assertEquals(Kind.OTHER, DicomProbe.kindOf(write("text.dcm", "DICM is text here".getBytes())));
        assertEquals(Kind.OTHER, DicomProbe.kindOf(write("empty")));
        assertEquals(Kind.OTHER, DicomProbe.kindOf(write("zeros", new byte[4096])));
        assertEquals(Kind.OTHER, DicomProbe.kindOf(folder.resolve("missing")));
    }

    @Test
    void foldersAndArchivesAreLookedInto() throws IOException {
        Path deep = write("study/series/image", image).getParent().getParent();
        assertEquals(Kind.COLLECTION, DicomProbe.kindOf(deep));
        assertEquals(Kind.COLLECTION, DicomProbe.kindOf(zip(folder.resolve("a.zip"), "x/y/1", image)));
        assertEquals(Kind.OTHER, DicomProbe.kindOf(zip(folder.resolve("b.zip"), "x/y/1.txt", image)));
        assertEquals(Kind.OTHER, DicomProbe.kindOf(Files.createDirectory(folder.resolve("nothing"))));
        write("zarr/.zgroup", "{}".getBytes());
        write("zarr/0/.zarray", "{}".getBytes());
        write("zarr/0/0.0", new byte[100]);
        assertEquals(Kind.OTHER, DicomProbe.kindOf(folder.resolve("zarr")));
    }

    /** A folder of many files of other kinds is left soon, so that a drop of it is not held up. */
    @Test
    void aFewFilesOfAFolderAreLookedAt() throws IOException {
        for (int i = 0; i < 200; i++) write("many/" + i + ".bin", new byte[10]);
        assertEquals(Kind.OTHER, DicomProbe.kindOf(folder.resolve("many")));
        write("pictures/0.png", new byte[10]);
        for (int i = 1; i < 200; i++) write("pictures/" + i + ".png", new byte[10]);
        write("pictures/image", image);
        assertEquals(Kind.COLLECTION, DicomProbe.kindOf(folder.resolve("pictures")));
    }
}
