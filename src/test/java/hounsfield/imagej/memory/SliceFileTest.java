package hounsfield.imagej.memory;

import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hounsfield.imagej.Hounsfield;
import ij.ImagePlus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a series' slices are found for every form of the folder's path. */
class SliceFileTest {
    @TempDir
    Path folder;

    private void series(String first, String second) {
        write(folder, first, slice(1, 0, -1024, 1, 2, 3, 4));
        write(folder, second, slice(2, 1, -1024, 5, 6, 7, 8));
    }

    private static Optional<Path> file(ImagePlus image, int slice) {
        return SliceFile.of(image, slice).map(file -> file.place().path());
    }

    @Test
    void dicomdirIsReadAsItsFolder() throws IOException {
        series("sub/a", "sub/b");
        Path directory = Files.writeString(folder.resolve("DICOMDIR"), "names the files");
        ImagePlus image = Hounsfield.openSeries(directory.toString());
        assertEquals(Optional.of(folder.resolve("sub/a")), file(image, 1));
        assertEquals(Optional.of(folder.resolve("sub/b")), file(image, 2));
        assertEquals(1, Hounsfield.histogramOfStored(image)[0][0]);
    }

    @Test
    void linkIsReadAsItsFolder() throws IOException {
        series("real/sub/a", "real/sub/b");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        ImagePlus image = Hounsfield.openSeries(link.toString());
        assertEquals(Optional.of(link.resolve("sub/b")), file(image, 2));
    }

    @Test
    void noFileOutsideTheFolderIsRead() throws IOException {
        series("in/a", "in/b");
        write(folder, "out/a", slice(1, 0, -1024, 1, 2, 3, 4));
        ImagePlus image = Hounsfield.openSeries(folder.resolve("in").toString());
        image.getStack().setSliceLabel("../out/a", 1);
        assertEquals(Optional.empty(), file(image, 1));
        image = Hounsfield.openSeries(folder.resolve("in").toString());
        SliceFile.mark(image, folder.resolve("in") + "/", List.of("../out/a", "../in/a"));
        assertEquals(Optional.empty(), file(image, 1));
        assertEquals(Optional.of(folder.resolve("in/../in/a")), file(image, 2));
    }

    @Test
    void aFileMayBeCalledAsAFrameIs() throws IOException {
        series("frame 12", "x frame 1");
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        assertEquals(Optional.of(folder.resolve("frame 12")), file(image, 1));
        assertEquals(Optional.of(folder.resolve("x frame 1")), file(image, 2));
        assertEquals(9, Hounsfield.histogramOfStored(image)[0].length);
        // Another file to which the label could refer.
        write(folder, "x", slice(3, 2, -1024, 100, 100, 100, 100));
        assertEquals(Optional.of(folder.resolve("x frame 1")), file(image, 2));
        ImagePlus single = Hounsfield.open(folder.resolve("frame 12").toString());
        assertEquals(OptionalInt.of(0), SliceFile.of(single, 1).orElseThrow().frame());
        assertEquals(1, Hounsfield.histogramOfStored(single)[0][0]);
    }

    @Test
    void aNameMayHoldABackslash() throws IOException {
        assumeTrue(File.separatorChar == '/', "where a backslash may stand in a name");
        series("IMAGES\\a", "IMAGES\\b");
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        assertEquals(Optional.of(folder.resolve("IMAGES\\b")), file(image, 2));
    }
}
