package hounsfield.imagej.memory;

import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.ValueSource;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Stores an {@link ImageRecord} in an image and reads it. The property {@value #KEY} has one line per fact, and {@value
 * #SLICES} the {@link SliceTable}. ImageJ copies properties in Duplicate, Crop, Make Substack and Reduce
 * Dimensionality, and saves them in TIFF files.
 *
 * <p>Reslice and Z Project copy an image's calibration but not its properties, so the calibration's info has the facts
 * that remain true: padding, if all slices agree, the number for the stored value 0, and whether the slice distance is
 * unknown.
 */
final class RecordCodec {
    /** The property's name, visible in Show Info. */
    static final String KEY = "Hounsfield";

    /** The name of the property with the slices. */
    static final String SLICES = "Hounsfield slices";

    private static final String VERSION = "1";
    private static final String NONE = "none";
    private static final String DIFFERS = "differs from slice to slice";

    /** Limit of slices in a text. */
    private static final int MOST_SLICES = 1 << 20;

    /** The calibration's info, with the bit depth for which it holds. */
    private static final Pattern INFO = Pattern.compile(
            "Hounsfield 1: padding ([^,]+), zero (\\d{1,5}), slice distance (known|unknown), (\\d+)-bit");

    /** The last table that was read. Images made from each other have the same text. */
    private static volatile Decoded last = new Decoded("", SliceTable.EMPTY);

    /** The last record that was read, because one action requests it many times. */
    private static volatile Known lastRecord = new Known("", SliceTable.EMPTY, ImageRecord.NONE);

    private record Decoded(String text, SliceTable table) {}

    private record Known(String text, SliceTable table, ImageRecord record) {}

    private RecordCodec() {}

    /** Stores a record in an image. */
    static void write(ImagePlus image, ImageRecord record) {
        String text = encode(record);
        if (!text.equals(image.getProp(KEY))) image.setProp(KEY, text);
        if (record.slices() != table(image)) {
            String slices = SliceCodec.encode(record.slices());
            image.setProp(SLICES, slices);
            if (!slices.isEmpty()) last = new Decoded(slices, record.slices());
        }
        Calibration calibration = image.getLocalCalibration();
        // Other plugins may use this field; their text is kept. In a derived image, this field is the source of the
        // record.
        if (record.values().origin() == ValueRecord.Origin.DERIVED) return;
        if (calibration.info == null || INFO.matcher(calibration.info).matches()) {
            calibration.info = info(record, image.getBitDepth());
        }
    }

    /** Returns properties, names and values in turn, with another record. {@code null} is an empty list. */
    static String[] with(ImageRecord record, String[] properties) {
        List<String> all = new ArrayList<>(properties == null ? List.of() : List.of(properties));
        int at = all.indexOf(KEY);
        if (at < 0) all.addAll(List.of(KEY, encode(record)));
        else all.set(at + 1, encode(record));
        return all.toArray(String[]::new);
    }

    /** Returns the record in an image's properties, otherwise in its calibration. */
    static ImageRecord read(ImagePlus image) {
        String text = image.getProp(KEY);
        if (text == null) return ofCalibration(image);
        SliceTable table = table(image);
        Known known = lastRecord;
        if (known.table != table || !known.text.equals(text)) {
            known = new Known(text, table, decode(text, table).orElse(ImageRecord.NONE));
            lastRecord = known;
        }
        return known.record;
    }

    private static SliceTable table(ImagePlus image) {
        String text = image.getProp(SLICES);
        if (text == null) return SliceTable.EMPTY;
        Decoded decoded = last;
        if (!text.equals(decoded.text)) {
            decoded = new Decoded(text, SliceCodec.decode(text).orElse(SliceTable.EMPTY));
            last = decoded;
        }
        return decoded.table;
    }

    /** Returns one line per fact that differs from {@link ImageRecord#NONE}; empty text for that record. */
    private static String encode(ImageRecord record) {
        if (record.equals(ImageRecord.NONE)) return "";
        ValueRecord values = record.values();
        StringBuilder text = new StringBuilder("version " + VERSION);
        line(text, "values", values.origin().name().toLowerCase(Locale.ROOT));
        if (values.bits() > 0) line(text, "bits", Integer.toString(values.bits()));
        if (values.stored()) line(text, "stored", "yes");
        if (values.source() != ValueSource.RESCALE)
            line(text, "source", values.source().label());
        if (!values.unit().isEmpty()) line(text, "unit", values.unit());
        if (values.zero() != 0) line(text, "zero", Integer.toString(values.zero()));
        if (!values.paddings().isEmpty()) line(text, "padding", paddings(values.paddings()));
        if (!values.damaged().isEmpty()) {
            line(
                    text,
                    "damaged",
                    values.damaged().stream()
                            .map(index -> Integer.toString(index + 1))
                            .collect(Collectors.joining(" ")));
        }
        if (!record.depthKnown()) line(text, "slice distance", "unknown");
        record.area()
                .ifPresent(area -> line(
                        text,
                        "area",
                        area.left() + " " + area.top() + " " + area.width() + " " + area.height() + " " + area.columns()
                                + " " + area.rows()));
        record.curve().ifPresent(curve -> line(text, "curve", curve.inverted() + " " + curve.lutHash()));
        if (!record.folder().isEmpty()) line(text, "folder", record.folder());
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append('\n').append(name).append(": ");
        text.append(value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"));
    }

    /** Returns {@code low high} for each slice, with {@code *n} for n equal ones in a row. */
    private static String paddings(List<Optional<PixelPadding>> paddings) {
        StringBuilder text = new StringBuilder();
        for (int from = 0, to; from < paddings.size(); from = to) {
            to = from + 1;
            while (to < paddings.size() && paddings.get(to).equals(paddings.get(from))) to++;
            text.append(from == 0 ? "" : ";").append(padding(paddings.get(from)));
            if (to - from > 1) text.append('*').append(to - from);
        }
        return text.toString();
    }

    private static String padding(Optional<PixelPadding> padding) {
        return padding.map(each -> each.low() + " " + each.high()).orElse(NONE);
    }

    /** Returns the record of a text; empty for a text that this version does not write. */
    private static Optional<ImageRecord> decode(String text, SliceTable table) {
        Map<String, String> lines = new HashMap<>();
        for (String line : text.split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) lines.put(line.substring(0, colon), unescape(line.substring(colon + 2)));
        }
        if (!text.startsWith("version " + VERSION + "\n")) return Optional.empty();
        try {
            ValueRecord values = new ValueRecord(
                    ValueRecord.Origin.valueOf(lines.get("values").toUpperCase(Locale.ROOT)),
                    Integer.parseInt(lines.getOrDefault("bits", "0")),
                    lines.containsKey("stored"),
                    ValueSource.byLabel(lines.getOrDefault("source", ValueSource.RESCALE.label())),
                    lines.getOrDefault("unit", ""),
                    Integer.parseInt(lines.getOrDefault("zero", "0")),
                    parsePaddings(lines.get("padding")),
                    parseDamaged(lines.get("damaged")));
            return Optional.of(new ImageRecord(
                    values,
                    table,
                    lines.getOrDefault("folder", ""),
                    !lines.containsKey("slice distance"),
                    Optional.ofNullable(lines.get("area")).map(RecordCodec::parseArea),
                    Optional.ofNullable(lines.get("curve")).map(RecordCodec::parseCurve)));
        } catch (IllegalArgumentException | NullPointerException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static List<Optional<PixelPadding>> parsePaddings(String text) {
        if (text == null) return List.of();
        List<Optional<PixelPadding>> paddings = new ArrayList<>();
        for (String each : text.split(";")) {
            int star = each.indexOf('*');
            int count = star < 0 ? 1 : Integer.parseInt(each.substring(star + 1));
            if (count < 1 || count > MOST_SLICES - paddings.size()) throw new IllegalArgumentException("slices");
            paddings.addAll(Collections.nCopies(count, parsePadding(star < 0 ? each : each.substring(0, star))));
        }
        return paddings;
    }

    private static Optional<PixelPadding> parsePadding(String text) {
        if (text.equals(NONE)) return Optional.empty();
        String[] ends = text.split(" ");
        return Optional.of(new PixelPadding(Float.parseFloat(ends[0]), Float.parseFloat(ends[1])));
    }

    private static List<Integer> parseDamaged(String text) {
        if (text == null) return List.of();
        return Arrays.stream(text.split(" "))
                .map(number -> Integer.parseInt(number) - 1)
                .toList();
    }

    private static ImageRecord.ShownArea parseArea(String text) {
        double[] numbers =
                Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) throw new IllegalArgumentException("not finite");
        return new ImageRecord.ShownArea(
                numbers[0], numbers[1], numbers[2], numbers[3], (int) numbers[4], (int) numbers[5]);
    }

    private static ImageRecord.ShownCurve parseCurve(String text) {
        String[] parts = text.split(" ");
        return new ImageRecord.ShownCurve(Boolean.parseBoolean(parts[0]), Integer.parseInt(parts[1]));
    }

    private static String info(ImageRecord record, int bits) {
        List<Optional<PixelPadding>> paddings = record.values().paddings();
        int zero = record.values().zero();
        if (paddings.isEmpty() && zero == 0 && record.depthKnown()) return null;
        String padding = paddings.isEmpty() ? NONE : paddings.size() == 1 ? padding(paddings.get(0)) : DIFFERS;
        String distance = record.depthKnown() ? "known" : "unknown";
        return "Hounsfield 1: padding " + padding + ", zero " + zero + ", slice distance " + distance + ", " + bits
                + "-bit";
    }

    /**
     * Returns whether the padding of an image is unknown because it was made from an image whose padding differed from slice to slice.
     */
    static boolean isPaddingLost(ImagePlus image) {
        Matcher info = infoOf(image);
        boolean derived = read(image).values().origin() == ValueRecord.Origin.DERIVED;
        return derived && info.matches() && info.group(1).equals(DIFFERS);
    }

    private static ImageRecord ofCalibration(ImagePlus image) {
        Matcher info = infoOf(image);
        if (!info.matches()) return ImageRecord.NONE;
        try {
            String padding = info.group(1);
            int bits = Integer.parseInt(info.group(4));
            ValueRecord values = new ValueRecord(
                    ValueRecord.Origin.DERIVED,
                    bits,
                    false,
                    ValueSource.RESCALE,
                    "",
                    Integer.parseInt(info.group(2)),
                    padding.equals(DIFFERS) ? List.of() : List.of(parsePadding(padding)),
                    List.of());
            boolean depthKnown = info.group(3).equals("known");
            return new ImageRecord(values, SliceTable.EMPTY, "", depthKnown, Optional.empty(), Optional.empty());
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return ImageRecord.NONE;
        }
    }

    private static Matcher infoOf(ImagePlus image) {
        String info = image.getCalibration().info;
        return INFO.matcher(info == null ? "" : info);
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) return text;
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                character = next == 'n' ? '\n' : next == 'r' ? '\r' : next;
            }
            plain.append(character);
        }
        return plain.toString();
    }
}
