package hounsfield.dcm4che;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.data.DataSet;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.phantom.Phantoms;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Dcm4cheTest {
    @TempDir
    Path folder;

    /** Reads a file with both; returns the first difference. */
    private static String difference(Path path) throws IOException {
        DicomFile ours = DicomFile.read(path);
        DataSet theirs;
        try (DicomInputStream stream = new DicomInputStream(path.toFile())) {
            theirs = Dcm4che.dataSet(stream.readDataset());
        }
        String there = Same.difference(ours.dataSet(), theirs);
        return there.isEmpty() ? Same.difference(theirs, Dcm4che.dataSet(Dcm4che.attributes(ours.dataSet()))) : there;
    }

    private static int[] pixels(Path path) throws IOException {
        try (DicomInputStream stream = new DicomInputStream(path.toFile())) {
            return FrameReader.integers(Dcm4che.open(stream), 0);
        }
    }

    @Test
    void samplesAreReadAlike() throws IOException {
        for (String name : Phantoms.names()) {
            Path place = Files.createDirectories(folder.resolve(name.replace(' ', '-')));
            List<Path> files = Phantoms.write(name, place);
            for (Path file : files.subList(0, Math.min(2, files.size()))) {
                assertEquals("", difference(file), name);
                assertArrayEquals(FrameReader.integers(DicomFile.read(file), 0), pixels(file), name);
            }
        }
    }

    private static Attributes sample(boolean bigEndian) {
        Attributes attributes = new Attributes(bigEndian);
        attributes.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
        attributes.setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);
        attributes.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3");
        attributes.setString(Tag.PatientName, VR.PN, "Müller^Käthe");
        attributes.setDouble(Tag.PixelSpacing, VR.DS, 0.5, 0.25);
        attributes.setInt(Tag.Rows, VR.US, 1);
        attributes.setInt(Tag.Columns, VR.US, 2);
        attributes.setInt(Tag.SamplesPerPixel, VR.US, 1);
        attributes.setInt(Tag.BitsAllocated, VR.US, 16);
        attributes.setInt(Tag.BitsStored, VR.US, 16);
        attributes.setInt(Tag.HighBit, VR.US, 15);
        attributes.setInt(Tag.PixelRepresentation, VR.US, 1);
        attributes.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        attributes.setNull(Tag.StudyID, VR.SH);
        attributes.setString("ACME", 0x00110001, VR.LO, "Größe");
        attributes.setDouble("ACME", 0x00110002, VR.FD, Math.PI);
        Attributes item = new Attributes(bigEndian);
        attributes.newSequence(Tag.AnatomicRegionSequence, 1).add(item);
        item.setString(Tag.CodeMeaning, VR.LO, "Schädel");
        attributes.newSequence(Tag.ReferencedImageSequence, 0);
        attributes.setInt(Tag.PixelData, VR.OW, -1000, 300);
        return attributes;
    }

    @Test
    void everyValueComesOver() throws IOException {
        for (boolean bigEndian : new boolean[] {false, true}) {
            Attributes attributes = sample(bigEndian);
            DataSet dataSet = Dcm4che.dataSet(attributes);
            assertEquals("Müller^Käthe", dataSet.requireString(Tag.PatientName));
            assertArrayEquals(new double[] {0.5, 0.25}, dataSet.doubles(Tag.PixelSpacing));
            assertEquals(Math.PI, dataSet.requireDouble(0x00111002));
            assertEquals("Größe", dataSet.requireString(0x00111001));
            assertEquals(
                    "Schädel",
                    dataSet.item(Tag.AnatomicRegionSequence).orElseThrow().requireString(Tag.CodeMeaning));
            assertTrue(dataSet.find(Tag.ReferencedImageSequence).orElseThrow().isSequence());
            assertEquals(0, dataSet.find(Tag.StudyID).orElseThrow().length());
            Attributes back = Dcm4che.attributes(dataSet);
            assertEquals("Müller^Käthe", back.getString(Tag.PatientName));
            assertEquals(Math.PI, back.getDouble("ACME", 0x00110002, 0));
            assertEquals(
                    "Schädel", back.getNestedDataset(Tag.AnatomicRegionSequence).getString(Tag.CodeMeaning));
            assertArrayEquals(new int[] {-1000, 300}, FrameReader.integers(Dcm4che.open(attributes), 0));
            assertArrayEquals(new int[] {-1000, 300}, FrameReader.integers(Dcm4che.open(back), 0));
        }
    }

    /** Two bytes of 8 bits, in segments of RLE; the fragment has an odd length. */
    @Test
    void fragmentsAreDecodedInTheirTransferSyntax() throws IOException {
        Attributes attributes = sample(false);
        attributes.setInt(Tag.BitsAllocated, VR.US, 8);
        attributes.setInt(Tag.BitsStored, VR.US, 8);
        attributes.setInt(Tag.HighBit, VR.US, 7);
        attributes.setInt(Tag.PixelRepresentation, VR.US, 0);
        byte[] frame = new byte[67];
        frame[0] = 1;
        frame[4] = 64;
        frame[64] = 1;
        frame[65] = 7;
        frame[66] = (byte) 200;
        Fragments fragments = attributes.newFragments(Tag.PixelData, VR.OB, 2);
        fragments.add(new byte[0]);
        fragments.add(frame);
        DicomFile file = Dcm4che.open(attributes, UID.RLELossless);
        assertEquals(TransferSyntax.RLE_LOSSLESS, file.transferSyntax());
        assertArrayEquals(new int[] {7, 200}, FrameReader.integers(file, 0));
        Attributes back = Dcm4che.attributes(file.dataSet());
        assertEquals(2, ((Fragments) back.getValue(Tag.PixelData)).size());
        assertThrows(DicomException.class, () -> Dcm4che.open(attributes));
        assertThrows(DicomException.class, () -> Dcm4che.open(sample(false), UID.RLELossless));
    }

    @Test
    void sequencesNestedTooDeepAreRefused() {
        Attributes outer = new Attributes();
        Attributes inner = outer;
        for (int i = 0; i < 1000; i++) {
            Attributes item = new Attributes();
            inner.newSequence(Tag.ConceptCodeSequence, 1).add(item);
            inner = item;
        }
        DicomException refused = assertThrows(DicomException.class, () -> Dcm4che.dataSet(outer));
        assertTrue(refused.getMessage().contains("nested deeper"));
    }

    /** Values that dcm4che leaves in the file stay there, and are read from it. */
    @Test
    void bulkDataStaysInItsFile() throws IOException {
        byte[] bytes = "....\1\2\3\4".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("bulk data"), bytes);
        Attributes attributes = sample(false);
        attributes.setValue(
                Tag.PixelData,
                VR.OW,
                new org.dcm4che3.data.BulkData(file.toUri().toString(), 4, 4, false));
        DataSet dataSet = Dcm4che.dataSet(attributes);
        assertTrue(dataSet.find(Tag.PixelData).orElseThrow().bulk().isPresent());
        assertArrayEquals(new int[] {0x0201, 0x0403}, FrameReader.integers(Dcm4che.open(attributes), 0));
        assertArrayEquals(new byte[] {1, 2, 3, 4}, Dcm4che.attributes(dataSet).getBytes(Tag.PixelData));
    }

    /** Real files: what both programs read has the same elements and the same pixels. */
    @Test
    void corpusIsReadAlike() throws IOException {
        Path shared = Path.of("../../../shared");
        Assumptions.assumeTrue(Files.isDirectory(shared), "../shared is not there");
        List<String> differences = new ArrayList<>();
        int same = 0;
        int images = 0;
        int refused = 0;
        for (String name : List.of("corpus", "formats", "series", "regions")) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(shared.resolve(name))) {
                files = walk.filter(Files::isRegularFile).sorted().toList();
            }
            for (Path file : files) {
                // The programs read damaged files in their own ways.
                if (file.toString().contains("damaged")) continue;
                String difference;
                int[] expected;
                try {
                    difference = difference(file);
                    expected = integers(file);
                } catch (IOException | RuntimeException e) {
                    refused++;
                    continue;
                }
                if (!difference.isEmpty()) differences.add(file + ": " + difference);
                else same++;
                if (expected == null) continue;
                assertArrayEquals(expected, pixels(file), file.toString());
                images++;
            }
        }
        System.out.println(
                same + " Data Sets and " + images + " images are the same, " + refused + " files not read by both");
        assertEquals(List.of(), differences);
        assertTrue(same > 500 && images > 500, same + " and " + images);
    }

    /** Returns the first frame; {@code null} if the file has none that can be decoded, or is one that {@code open} refuses. */
    private static int[] integers(Path file) throws IOException {
        DicomFile read = DicomFile.read(file);
        if (read.pixelData().isEmpty() || !read.dataSet().contains(Tag.SOPInstanceUID)) return null;
        boolean encapsulated = read.pixelData().get().length() < 0;
        if (encapsulated != read.transferSyntax().encapsulated()) return null;
        try {
            return FrameReader.integers(read, 0);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
