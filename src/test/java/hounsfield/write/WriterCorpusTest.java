package hounsfield.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.codec.FrameDecoders;
import hounsfield.codec.Samples;
import hounsfield.corpus.Corpus;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.VR;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real files, rewritten in explicit little endian, have the same elements and the same stored values. */
class WriterCorpusTest {
    @TempDir
    Path folder;

    static Stream<Corpus.Entry> files() {
        return Corpus.entries("image", "nonimage").filter(entry -> !entry.has("expect") || isOk(entry));
    }

    private static boolean isOk(Corpus.Entry entry) {
        return entry.expected().get("expect").getAsString().equals("ok");
    }

    @ParameterizedTest
    @MethodSource("files")
    void writtenAgainIsTheSame(Corpus.Entry entry) throws IOException {
        DicomFile original = DicomFile.read(entry.file());
        TransferSyntax syntax = original.transferSyntax().encapsulated()
                ? original.transferSyntax()
                : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
        Path file = folder.resolve("again.dcm");
        DicomWriter.write(file, syntax, withInstance(original.dataSet()));
        DicomFile again = DicomFile.read(file);
        assertEquals(syntax, again.transferSyntax());
        compare(withInstance(original.dataSet()), again.dataSet());
        if (original.pixelData().isPresent() && FrameDecoders.find(syntax).isPresent()) compareFrames(original, again);
    }

    /** A few old files lack a UID that File Meta Information requires. */
    private static DataSet withInstance(DataSet dataSet) {
        DataSet.Builder builder = new DataSet.Builder(dataSet.characterSet());
        builder.add(Element.of(Tag.SOP_CLASS_UID, VR.UI, new byte[] {'1', 0}, true));
        builder.add(Element.of(Tag.SOP_INSTANCE_UID, VR.UI, new byte[] {'2', 0}, true));
        for (Element element : dataSet) if (!isEmptyInstance(element)) builder.add(element);
        return builder.build();
    }

    private static boolean isEmptyInstance(Element element) {
        boolean instance = element.tag() == Tag.SOP_CLASS_UID || element.tag() == Tag.SOP_INSTANCE_UID;
        return instance && element.length() == 0;
    }

    private static void compare(DataSet expected, DataSet actual) throws IOException {
        List<Element> elements = new ArrayList<>();
        for (Element element : expected) {
            boolean leftOut = Tag.group(element.tag()) <= 2 || Tag.element(element.tag()) == 0;
            if (!leftOut) elements.add(element);
        }
        assertEquals(elements.size(), actual.size());
        for (Element element : elements) {
            String where = element.toString();
            Element other = actual.require(element.tag());
            assertEquals(element.items().size(), other.items().size(), where);
            for (int i = 0; i < element.items().size(); i++) {
                compare(element.items().get(i), other.items().get(i));
            }
            boolean pixels = Tag.group(element.tag()) == 0x7FE0;
            if (element.vr() == VR.AT)
                assertEquals(expected.strings(element.tag()), actual.strings(element.tag()), where);
            if (!element.isSequence() && !pixels) assertArrayEquals(littleEndian(element), littleEndian(other), where);
        }
    }

    /** A value without its padding, its numbers in one byte order. */
    private static byte[] littleEndian(Element element) throws IOException {
        byte[] bytes = element.bytes().clone();
        // A tag is two numbers of 16 bits (PS3.5 6.2).
        int width = element.vr() == VR.AT ? 2 : element.vr().width();
        if (!element.littleEndian()) {
            for (int i = 0; i + width <= bytes.length; i += width) {
                for (int j = 0; j < width / 2; j++) {
                    byte swapped = bytes[i + j];
                    bytes[i + j] = bytes[i + width - 1 - j];
                    bytes[i + width - 1 - j] = swapped;
                }
            }
        }
        int length = bytes.length;
        while (width == 1 && length > 0 && (bytes[length - 1] == ' ' || bytes[length - 1] == 0)) length--;
        return Arrays.copyOf(bytes, length);
    }

    private static void compareFrames(DicomFile original, DicomFile again) throws IOException {
        try (FrameReader expected = FrameReader.open(original);
                FrameReader actual = FrameReader.open(again)) {
            assertEquals(expected.frameCount(), actual.frameCount());
            int last = expected.frameCount() - 1;
            assertArrayEquals(values(expected.read(last)), values(actual.read(last)));
        }
    }

    private static double[] values(Samples samples) {
        double[] values = new double[samples.length()];
        for (int i = 0; i < values.length; i++) values[i] = samples.valueAt(i);
        return values;
    }
}
