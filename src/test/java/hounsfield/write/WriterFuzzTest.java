package hounsfield.write;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.bytes.ArrayByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.frame.ImageBytes;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.VR;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.FuzzLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A Data Set that is parsed, written and parsed again has the same elements and values, and further rounds give the same bytes; or a
 * {@link hounsfield.standard.error.DicomException}.
 */
class WriterFuzzTest {
    /** Levels of UN in UN that are followed; the input is too short for more. */
    private static final int MOST_LEVELS = 64;

    static Stream<byte[]> seeds() {
        return Stream.concat(
                ImageBytes.variety().stream(),
                Stream.of(
                                DicomBytes.IMPLICIT_LITTLE_ENDIAN,
                                DicomBytes.EXPLICIT_LITTLE_ENDIAN,
                                DicomBytes.EXPLICIT_BIG_ENDIAN)
                        .map(syntax -> {
                            DicomBytes file = DicomBytes.file(syntax);
                            DicomBytes item = file.same()
                                    .at(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME)
                                    .text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2");
                            return file.text(Tag.SOP_CLASS_UID, "UI", "1.2")
                                    .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3")
                                    .sequence(
                                            Tag.REFERENCED_IMAGE_SEQUENCE,
                                            item,
                                            file.same().undefinedSequence(Tag.SOURCE_IMAGE_SEQUENCE, item))
                                    .text(Tag.PATIENT_NAME, "PN", "Doe^John")
                                    .floats(Tag.CALCIUM_SCORING_MASS_FACTOR_DEVICE, "FL", 1, 2)
                                    .doubles(Tag.REAL_WORLD_VALUE_SLOPE, "FD", 0.5)
                                    .bytes(Tag.ENCAPSULATED_DOCUMENT, "OB", new byte[] {1, 2, 3, 4})
                                    .ints(Tag.TRIANGLE_POINT_INDEX_LIST, "OL", 1, 2, 3)
                                    .toBytes();
                        }));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void writtenAgainIsTheSame(byte[] bytes) {
        FuzzLimits.check(bytes, () -> {
            DicomFile file = read(bytes);
            DataSet original = withInstance(file.dataSet());
            TransferSyntax syntax = syntax(file);
            if (syntax == null) return 0;
            byte[] once = write(syntax, original);
            DataSet again = read(once).dataSet();
            compare(original, again);
            // A known attribute that was UN has the dictionary's VR once it is read again, and from then on. One in the
            // Items
            // of another is read only then, so that each level takes a round.
            for (int level = 0; level < MOST_LEVELS && hasKnownUnknown(again); level++) {
                again = read(write(syntax, again)).dataSet();
            }
            byte[] twice = write(syntax, again);
            byte[] thrice = write(syntax, read(twice).dataSet());
            if (!Arrays.equals(twice, thrice)) {
                throw new AssertionError("written again, byte " + Arrays.mismatch(twice, thrice) + " is another");
            }
            return once.length;
        });
    }

    private static DicomFile read(byte[] bytes) throws IOException {
        return DicomFile.read(new ArrayByteSource("fuzz", bytes));
    }

    private static byte[] write(TransferSyntax syntax, DataSet dataSet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(out, syntax, dataSet);
        return out.toByteArray();
    }

    /** The syntax that the pixel data is encoded in, {@code null} if that is not the file's. */
    private static TransferSyntax syntax(DicomFile file) {
        boolean encapsulated = file.dataSet()
                .find(Tag.PIXEL_DATA)
                .flatMap(Element::bulk)
                .map(BulkData::isEncapsulated)
                .orElse(false);
        if (!encapsulated) return TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
        return file.transferSyntax().encapsulated() ? file.transferSyntax() : null;
    }

    /** File Meta Information must name both. */
    private static DataSet withInstance(DataSet dataSet) {
        DataSet.Builder builder = new DataSet.Builder(dataSet.characterSet());
        builder.add(Element.of(Tag.SOP_CLASS_UID, VR.UI, new byte[] {'1', 0}, true));
        builder.add(Element.of(Tag.SOP_INSTANCE_UID, VR.UI, new byte[] {'2', 0}, true));
        for (Element element : dataSet) {
            if (element.tag() != Tag.SOP_CLASS_UID && element.tag() != Tag.SOP_INSTANCE_UID) builder.add(element);
        }
        return builder.build();
    }

    /** Returns whether an element at any depth is UN although the dictionary has its VR. */
    private static boolean hasKnownUnknown(DataSet dataSet) {
        for (Element element : dataSet) {
            boolean known = Dictionary.vrs(element.tag()).stream().anyMatch(vr -> vr != VR.UN);
            if (element.vr() == VR.UN && known) return true;
            if (element.items().stream().anyMatch(WriterFuzzTest::hasKnownUnknown)) return true;
        }
        return false;
    }

    private static void compare(DataSet expected, DataSet actual) throws IOException {
        int count = 0;
        boolean lengthsAreRead = false;
        for (Element element : expected) {
            int group = Tag.group(element.tag());
            if (group <= 2 || group == 0xFFFF || Tag.element(element.tag()) == 0) continue;
            count++;
            Element other = actual.find(element.tag()).orElseThrow(() -> new AssertionError(element + " is lost"));
            if (element.vr() == VR.UN && other.isSequence()) {
                lengthsAreRead = true;
                continue;
            }
            if (element.items().size() != other.items().size()) throw new AssertionError("Items of " + element);
            for (int i = 0; i < element.items().size(); i++) {
                compare(element.items().get(i), other.items().get(i));
            }
            if (!element.isSequence() && element.length() >= 0) compareBytes(element, other);
        }
        // A sequence that was UN can declare more bytes than its Items have: the next elements come to light only then.
        boolean enough = lengthsAreRead ? actual.size() >= count : actual.size() == count;
        if (!enough) throw new AssertionError(actual.size() + " elements of " + count);
    }

    /** Bytes but for their order and for padding; of Pixel Data the length, since its words turn by Bits Allocated. */
    private static void compareBytes(Element element, Element other) throws IOException {
        long padded = element.length() + (element.length() & 1);
        if (other.length() != padded) throw new AssertionError(element + " has " + other.length() + " bytes");
        if (element.tag() == Tag.PIXEL_DATA && !element.littleEndian()) return;
        byte[] bytes = element.bytes();
        byte[] others = other.bytes();
        int width = element.littleEndian()
                ? 1
                : element.vr() == VR.AT ? 2 : element.vr().width();
        for (int i = 0; i < bytes.length; i++) {
            int group = i - i % width;
            int at = group + width <= bytes.length ? group + width - 1 - i % width : i;
            if (others[i] != bytes[at]) throw new AssertionError("byte " + i + " of " + element);
        }
    }
}
