package hounsfield.data;

import hounsfield.bytes.BinaryNumbers;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decodes the values of elements by their Value Representation (PS3.5 6.2). */
final class Values {
    private Values() {}

    static List<String> strings(Element element, SpecificCharacterSet characterSet) throws DicomException {
        VR vr = element.vr();
        if (isReadableAsText(element)) return texts(element, characterSet);
        return switch (vr.kind()) {
            case FLOAT ->
                Arrays.stream(floats(element))
                        .mapToObj(number -> text(number, vr))
                        .toList();
            case TAG -> Arrays.stream(tags(element)).mapToObj(Tag::toString).toList();
            case INTEGER, BYTES ->
                Arrays.stream(binary(element))
                        .mapToObj(number -> vr.isSigned() ? Long.toString(number) : Long.toUnsignedString(number))
                        .toList();
            default -> List.of();
        };
    }

    static int[] ints(Element element) throws DicomException {
        VR vr = element.vr();
        if (isReadableAsText(element)) return textInts(element);
        return switch (vr.kind()) {
            case INTEGER, BYTES -> narrow(element, longs(element));
            case FLOAT -> floatInts(element);
            case TAG -> tags(element);
            default -> throw malformed(element, "is a sequence, not a number");
        };
    }

    static long[] longs(Element element) throws DicomException {
        VR.Kind kind = element.vr().kind();
        if (kind != VR.Kind.INTEGER && kind != VR.Kind.BYTES || isReadableUnknown(element)) {
            return Arrays.stream(ints(element)).asLongStream().toArray();
        }
        long[] numbers = binary(element);
        if (!element.vr().isSigned()) {
            for (long number : numbers) if (number < 0) throw malformed(element, "does not fit an integer of 64 bits");
        }
        return numbers;
    }

    static double[] doubles(Element element) throws DicomException {
        VR vr = element.vr();
        if (isReadableAsText(element)) return textDoubles(element);
        return switch (vr.kind()) {
            case INTEGER, BYTES ->
                Arrays.stream(binary(element))
                        .mapToDouble(number -> toDouble(number, vr))
                        .toArray();
            case FLOAT -> floats(element);
            case TAG -> throw malformed(element, "is a tag, not a number");
            default -> throw malformed(element, "is a sequence, not a number");
        };
    }

    /**
     * Returns whether an element of VR UN contains only printable characters, such as private text or numbers written
     * by a system that did not know their VR (PS3.5 6.2.2).
     */
    private static boolean isReadableUnknown(Element element) throws DicomException {
        if (element.vr() != VR.UN) return false;
        byte[] bytes = element.bytes();
        int end = bytes.length;
        if (end > 0 && bytes[end - 1] == 0) end--;
        for (int i = 0; i < end; i++) if (bytes[i] < 0x20 || bytes[i] == 0x7F) return false;
        return true;
    }

    private static List<String> texts(Element element, SpecificCharacterSet characterSet) throws DicomException {
        VR vr = element.vr();
        byte[] bytes = element.bytes();
        if (bytes.length == 0) return List.of();
        List<String> values = vr.kind() == VR.Kind.LOCAL_TEXT
                ? characterSet.values(bytes, vr)
                : SpecificCharacterSet.DEFAULT.values(bytes, vr);
        if (values.size() == 1) {
            String only = trim(values.get(0), vr);
            return only.isEmpty() ? List.of() : List.of(only);
        }
        String[] trimmed = new String[values.size()];
        for (int i = 0; i < trimmed.length; i++) trimmed[i] = trim(values.get(i), vr);
        return List.of(trimmed);
    }

    /**
     * Removes padding (PS3.5 table 6.2-1): trailing spaces, and leading spaces where they are not significant. NUL is
     * padding of UI only, but files contain it everywhere.
     */
    private static String trim(String value, VR vr) {
        int end = value.length();
        while (end > 0 && (value.charAt(end - 1) == ' ' || value.charAt(end - 1) == 0)) end--;
        int start = 0;
        if (vr != VR.LT && vr != VR.ST && vr != VR.UT && vr != VR.UC) {
            while (start < end && value.charAt(start) == ' ') start++;
        }
        return value.substring(start, end);
    }

    /** Returns whether an element contains text, or bytes of VR UN that are printable. */
    static boolean isReadableAsText(Element element) throws DicomException {
        return element.vr().isText() || isReadableUnknown(element);
    }

    /**
     * Returns texts that should be numbers, without empty ones at the end. A backslash separates values in every VR,
     * because some files contain numbers as UT or LT, which have a single value.
     */
    static List<String> numerals(Element element) throws DicomException {
        List<String> texts = new ArrayList<>();
        for (String text : texts(element, SpecificCharacterSet.DEFAULT)) {
            if (text.indexOf('\\') < 0) texts.add(text.strip());
            else for (String part : text.split("\\\\", -1)) texts.add(part.strip());
        }
        while (!texts.isEmpty() && texts.get(texts.size() - 1).isEmpty()) texts.remove(texts.size() - 1);
        return texts;
    }

    private static int[] textInts(Element element) throws DicomException {
        int[] plain = PlainNumbers.ints(element.bytes());
        if (plain != null) return plain;
        List<String> texts = numerals(element);
        int[] numbers = new int[texts.size()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = parseInt(element, texts.get(i));
        return numbers;
    }

    private static int parseInt(Element element, String text) throws MalformedDicomException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            // Some files contain "1.0", which is an integer but not a valid Integer String.
            double number = DecimalText.parse(text);
            if (number == Math.rint(number) && number == (int) number) return (int) number;
            throw malformed(element, "is " + quote(element, text) + ", not an integer of 32 bits");
        }
    }

    private static double[] textDoubles(Element element) throws DicomException {
        double[] plain = PlainNumbers.doubles(element.bytes());
        if (plain != null) return plain;
        List<String> texts = numerals(element);
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = parseDouble(element, texts.get(i));
        return numbers;
    }

    private static double parseDouble(Element element, String text) throws MalformedDicomException {
        double number = DecimalText.parse(text);
        if (Double.isNaN(number)) throw malformed(element, "is " + quote(element, text) + ", not a decimal number");
        return number;
    }

    private static int[] floatInts(Element element) throws DicomException {
        double[] numbers = floats(element);
        int[] ints = new int[numbers.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) numbers[i];
            if (ints[i] != numbers[i]) throw malformed(element, "is not an integer of 32 bits");
        }
        return ints;
    }

    private static int[] narrow(Element element, long[] numbers) throws MalformedDicomException {
        int[] ints = new int[numbers.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) numbers[i];
            if (ints[i] != numbers[i]) throw malformed(element, "does not fit an integer of 32 bits");
        }
        return ints;
    }

    private static double[] floats(Element element) throws DicomException {
        int width = element.vr().width();
        long[] bits = BinaryNumbers.signed(wholeValues(element), width, order(element));
        double[] numbers = new double[bits.length];
        if (width == Float.BYTES) {
            for (int i = 0; i < numbers.length; i++) numbers[i] = Float.intBitsToFloat((int) bits[i]);
        } else {
            for (int i = 0; i < numbers.length; i++) numbers[i] = Double.longBitsToDouble(bits[i]);
        }
        return numbers;
    }

    /** Reads tags, each of which is two 16-bit numbers in the byte order of the element. */
    private static int[] tags(Element element) throws DicomException {
        long[] halves = BinaryNumbers.signed(wholeValues(element), Short.BYTES, order(element));
        int[] tags = new int[halves.length / 2];
        for (int i = 0; i < tags.length; i++) tags[i] = Tag.of((int) halves[2 * i], (int) halves[2 * i + 1]);
        return tags;
    }

    /** Reads binary integers; unsigned 64-bit integers are returned as their bits. */
    private static long[] binary(Element element) throws DicomException {
        VR vr = element.vr();
        byte[] bytes = wholeValues(element);
        if (!vr.isSigned()) return BinaryNumbers.unsigned(bytes, vr.width(), order(element));
        long[] numbers = BinaryNumbers.signed(bytes, vr.width(), order(element));
        if (vr == VR.SS && isLutDescriptor(element.tag())) unsignedCounts(numbers);
        return numbers;
    }

    private static ByteOrder order(Element element) {
        return element.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /** Makes number of entries and bits per entry unsigned, whatever the VR (PS3.3 C.11.1.1.1); the first input keeps its sign. */
    private static void unsignedCounts(long[] descriptor) {
        for (int i = 0; i < descriptor.length; i += 2) descriptor[i] &= 0xFFFF;
    }

    private static boolean isLutDescriptor(int tag) {
        return switch (tag) {
            case Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                    Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                    Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                    Tag.LUT_DESCRIPTOR -> true;
            default -> false;
        };
    }

    /** Returns the bytes of an element, after checking that there are none or enough for one value. */
    private static byte[] wholeValues(Element element) throws DicomException {
        byte[] bytes = element.bytes();
        if (bytes.length > 0 && bytes.length < element.vr().width()) {
            throw malformed(
                    element,
                    "has " + bytes.length + " bytes, a value of " + element.vr() + " needs "
                            + element.vr().width());
        }
        return bytes;
    }

    private static double toDouble(long number, VR vr) {
        // Only UV and OV can exceed Long.MAX_VALUE.
        return vr.isSigned() || number >= 0 ? number : (number >>> 1) * 2.0;
    }

    private static String text(double number, VR vr) {
        String text = vr.width() == 4 ? Float.toString((float) number) : Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Quotes an invalid value, but only of image attributes; others may contain patient data. */
    private static String quote(Element element, String text) {
        return Tag.group(element.tag()) == 0x0028 && text.length() <= 32 ? "'" + text + "'" : "a text";
    }

    private static MalformedDicomException malformed(Element element, String problem) {
        return new MalformedDicomException(problem, Location.ofTag(element.tag()));
    }
}
