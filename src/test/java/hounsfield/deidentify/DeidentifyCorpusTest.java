package hounsfield.deidentify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.FileByteSource;
import hounsfield.codec.Samples;
import hounsfield.corpus.Corpus;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.deidentify.header.ChangeListener;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.deidentify.pixels.Rectangles;
import hounsfield.deidentify.profile.Profile;
import hounsfield.deidentify.profile.ProfileOption;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.series.Series;
import hounsfield.series.SeriesScanner;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.VR;
import hounsfield.work.Progress;
import hounsfield.write.DicomWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For some real files: nothing that was planted remains, and pixels are equal. For all series: references between files are consistent,
 * and the series can be read as before.
 */
class DeidentifyCorpusTest {
    /** Every n-th file is used; {@code -Dhounsfield.every=1} uses all, which takes two minutes. */
    private static final int EVERY = Integer.getInteger("hounsfield.every", 12);

    private static final byte[] KEY = "the key of the corpus".getBytes(StandardCharsets.US_ASCII);
    private static final String KEPT = "retain modified dates, retain safe private";
    private static final String ALL = "clean pixel data,clean graphics,clean structured content,clean descriptors,"
            + "retain modified dates,retain patient characteristics,retain device identity,retain safe private,"
            + "retain institution identity";
    private static final List<String> PLANTED = List.of("ZQXNAME", "PLANTGIVEN", "ZQXID4711");

    @TempDir
    Path folder;

    private DeidentifySettings settings(String options) throws IOException {
        Path looked = folder.resolve("looked.csv");
        Files.writeString(looked, "*,*,*,*,,,,\n");
        return new DeidentifySettings(
                new Profile(ProfileOption.parse(options)), new Pseudonyms(KEY), Rectangles.read(looked));
    }

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Corpus.shared(name))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"corpus", "formats", "series"})
    void nothingPlantedStaysAndPixelsAreEqual(String name) throws IOException {
        FileDeidentifier basic = new FileDeidentifier(settings(""));
        FileDeidentifier all = new FileDeidentifier(settings(ALL));
        int planted = 0;
        int compared = 0;
        List<Path> files = files(name);
        for (int i = 0; i < files.size(); i += EVERY) {
            Path file = files.get(i);
            Path source = plant(file);
            if (source == null) continue;
            for (FileDeidentifier each : List.of(basic, all)) {
                Path target = folder.resolve("clean.dcm");
                Optional<String> reason;
                try {
                    reason = each.write(new FileByteSource(source), target, ChangeListener.NONE, Progress.NONE);
                } catch (IOException e) {
                    continue;
                }
                if (reason.isPresent()) continue;
                String bytes =
                        new String(Files.readAllBytes(target), StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
                for (String word : PLANTED) assertFalse(bytes.contains(word), word + " in " + file);
                planted++;
                if (samePixels(file, target)) compared++;
                Files.delete(target);
            }
        }
        System.out.println(name + ": " + planted + " outputs searched, pixels of " + compared + " compared");
        assertTrue(planted > 100 / EVERY, "" + planted);
        assertTrue(compared > 80 / EVERY, "" + compared);
    }

    /** Writes a file with identities in each VR, private, nested and among the attributes that stay; null if the file has no object. */
    private Path plant(Path file) {
        try {
            DicomFile read = DicomFile.read(file);
            if (read.isMediaStorageDirectory() || !read.transferSyntax().isKnown()) return null;
            DataSet dataSet = read.dataSet();
            DataSet.Builder builder = new DataSet.Builder(dataSet.characterSet());
            for (Element element : dataSet) builder.add(element);
            DataSet.Builder item = new DataSet.Builder(dataSet.characterSet());
            for (DataSet.Builder each : List.of(builder, item)) {
                int selector = Tag.SELECTOR_AE_VALUE;
                for (VR vr : VR.values()) {
                    if (vr == VR.SQ) continue;
                    each.add(value(0x00991000 + vr.ordinal(), vr));
                    if (selector <= Tag.SELECTOR_CODE_SEQUENCE_VALUE) each.add(value(selector++, vr));
                }
                each.add(text(0x00990010, VR.LO, "ZQXNAME"));
                each.add(text(Tag.CODE_MEANING, VR.LO, "Lung of Plantgiven Zqxname"));
                each.add(text(Tag.SOFTWARE_VERSIONS, VR.LO, "V1 ZQXID4711"));
                each.add(text(Tag.BODY_PART_EXAMINED, VR.CS, "ZQXNAME"));
            }
            builder.add(text(Tag.PATIENT_NAME, VR.PN, "Zqxname^Plantgiven"));
            builder.add(text(Tag.PATIENT_ID, VR.LO, "ZQXID4711"));
            builder.add(text(Tag.SERIES_DESCRIPTION, VR.LO, "Chest of Zqxname"));
            builder.add(Element.sequence(Tag.ANATOMIC_REGION_SEQUENCE, List.of(item.build())));
            builder.add(Element.sequence(0x00991100, List.of(item.build())));
            TransferSyntax syntax = read.transferSyntax().encapsulated()
                    ? read.transferSyntax()
                    : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
            Path target = folder.resolve("planted.dcm");
            DicomWriter.write(target, syntax, builder.build());
            return target;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static Element value(int tag, VR vr) {
        return text(tag, vr, "Zqxname^Plantgiven^ZQXID4711    ");
    }

    private static Element text(int tag, VR vr, String text) {
        return Element.of(tag, vr, text.getBytes(StandardCharsets.US_ASCII), true);
    }

    /** Compares the first, middle and last frame; returns whether there are any that can be decoded. */
    private static boolean samePixels(Path before, Path after) throws IOException {
        DicomFile old = DicomFile.read(before);
        if (old.pixelData().isEmpty()) return false;
        try (FrameReader reader = FrameReader.open(old)) {
            DicomFile clean = DicomFile.read(after);
            try (FrameReader other = FrameReader.open(clean)) {
                assertEquals(reader.frameCount(), other.frameCount(), before.toString());
                for (int frame : new TreeSet<>(List.of(0, reader.frameCount() / 2, reader.frameCount() - 1))) {
                    Samples samples;
                    try {
                        samples = reader.read(frame);
                    } catch (IOException e) {
                        continue;
                    }
                    assertTrue(same(samples, other.read(frame)), before + ", frame " + frame);
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean same(Samples one, Samples other) {
        if (one.length() != other.length()) return false;
        for (int i = 0; i < one.length(); i++) {
            if (Double.compare(one.valueAt(i), other.valueAt(i)) != 0) return false;
        }
        return true;
    }

    /** Structure sets, segmentations, presentation states and reports with their images. */
    @Test
    void referencesLeadToEachOther() throws IOException {
        Path out = folder.resolve("out");
        String options = KEPT + ", clean structured content, clean graphics, clean descriptors";
        FolderDeidentification.run(Corpus.shared("regions"), out, settings(options), Progress.NONE);
        List<Path> written;
        try (Stream<Path> files = Files.list(out)) {
            written = files.filter(file -> file.toString().endsWith(".dcm")).toList();
        }
        Set<String> before = resolved(files("regions"));
        assertTrue(before.size() > 100, "" + before.size());
        Set<String> expected = new HashSet<>();
        Pseudonyms pseudonyms = new Pseudonyms(KEY);
        for (String uid : before) expected.add(pseudonyms.uid(uid));
        assertEquals(expected, resolved(written));
    }

    @Test
    void seriesReadAsBefore() throws IOException {
        Path out = folder.resolve("out");
        FolderDeidentification.run(Corpus.shared("series"), out, settings(KEPT), Progress.NONE);
        List<String> expected = series(Corpus.shared("series"));
        assertTrue(expected.size() > 10, "" + expected.size());
        assertEquals(expected, series(out));
    }

    /** Returns the UIDs of references that lead to one of the files, in sequences that the basic profile keeps. */
    private static Set<String> resolved(List<Path> files) throws IOException {
        Set<String> instances = new HashSet<>();
        Set<String> references = new HashSet<>();
        for (Path file : files) {
            DataSet dataSet;
            try {
                dataSet = DicomFile.read(file).dataSet();
            } catch (IOException e) {
                continue;
            }
            dataSet.findString(Tag.SOP_INSTANCE_UID).ifPresent(instances::add);
            collect(dataSet, references);
        }
        references.retainAll(instances);
        return references;
    }

    private static void collect(DataSet dataSet, Set<String> references) throws IOException {
        dataSet.findString(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(references::add);
        for (Element element : dataSet) {
            boolean kept = element.isSequence()
                    && !Tag.isPrivate(element.tag())
                    && element.tag() != Tag.REFERENCED_STUDY_SEQUENCE
                    && element.tag() != Tag.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE
                    && element.tag() != Tag.REFERENCED_PATIENT_SEQUENCE;
            if (kept) for (DataSet item : element.items()) collect(item, references);
        }
    }

    private static List<String> series(Path folder) throws IOException {
        List<String> all = new ArrayList<>();
        for (Series series : SeriesScanner.scan(folder, Progress.NONE).series()) {
            String place = series.geometry()
                    .map(stack -> stack.medianSpacing() + " "
                            + Arrays.toString(stack.planes().get(0).position().toArray()))
                    .orElse("none");
            all.add(series.modality() + " " + series.slices().size() + " slices, " + series.positions() + " positions, "
                    + series.timePoints() + " times, channels " + series.channels() + ", " + series.quality() + ", "
                    + place);
        }
        all.sort(null);
        return all;
    }
}
