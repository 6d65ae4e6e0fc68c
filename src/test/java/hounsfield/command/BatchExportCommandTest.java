package hounsfield.command;

import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import ij.IJ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code DICOM Batch Export...} in macros without a display, and the same call in scripts. */
class BatchExportCommandTest extends MacroCommands {
    private static final String COMMAND = "DICOM Batch Export...";

    private String in;

    @BeforeEach
    void files() {
        in = folder.resolve("in put").toString();
        write(folder.resolve("in put"), "a.dcm", slice(1, 0, -1024, 1000, 1024, 1064, 1124));
    }

    @Test
    void everyOptionReplays() throws IOException {
        Path out = folder.resolve("out");
        run(
                COMMAND,
                "folder=[" + in + "] output=" + out
                        + " format=JPEG windows=[lungs, 40/80] bins=10 size=8x4 crop=40/80 quality=95 anonymous");
        List<String> lines = Files.readAllLines(out.resolve("manifest.csv"));
        assertEquals("file,patient,study,series,frame,picture,reason", lines.get(0));
        assertTrue(lines.get(1).matches("([0-9a-f]{32}),,2\\.25\\.\\d+,2\\.25\\.\\d+,0,\\1\\.jpg,"), lines.get(1));
        assertTrue(Files.size(out.resolve(lines.get(1).split(",")[5])) > 0);
        assertTrue(Files.readString(out.resolve("export.txt"))
                .contains("windows=lungs (-600.0/1500.0), 40/80 (40.0/80.0)\nbins=10\nsize=8x4\n"));
    }

    @Test
    void scriptsHaveTheSame() throws IOException {
        Path out = folder.resolve("out");
        String manifest = Hounsfield.batchExport(in, out.toString(), "32-bit TIFF", "", 0, "");
        assertEquals(out.resolve("manifest.csv").toString(), manifest);
        assertEquals(
                100,
                IJ.openImage(out.resolve("a.tif").toString()).getProcessor().getf(3));
    }

    @Test
    void wrongOptionsAreNamed() {
        String both = "folder=[" + in + "] output=" + folder.resolve("out");
        assertFailure("folder", "output=" + folder);
        assertFailure("output", "folder=[" + in + "]");
        assertFailure("PNG", both + " format=GIF");
        assertFailure("2 channels", both + " windows=[lungs, brain]");
        assertFailure("size", both + " size=0x");
        assertFailure("quality", both + " quality=101");
        assertFailure("bins", both + " bins=100001");
        assertFailure("nowhere", both + " crop=nowhere");
        assertFailure("there is no folder", "folder=" + folder.resolve("none") + " output=" + folder.resolve("out"));
    }

    private static void assertFailure(String about, String options) {
        String message = MacroRun.failure(null, new BatchExportCommand(), options);
        assertTrue(message.contains(about), message);
    }
}
