package hounsfield.deidentify.pixels;

import hounsfield.data.DataSet;
import hounsfield.dataset.csv.AtomicFile;
import hounsfield.dataset.csv.CsvLine;
import hounsfield.standard.error.OneLine;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rectangles to blank, by device and size. A file of rectangles is CSV with the columns {@code
 * manufacturer,model,rows,columns,x,y,width,height}, one per rectangle. A line whose last four cells are empty says that images of the
 * device were looked at and show no text. {@code *} in one of the first four matches all.
 */
public final class Rectangles {
    /** No rectangles for any device. */
    public static final Rectangles NONE = new Rectangles(Map.of());

    private static final String HEADER = "manufacturer,model,rows,columns,x,y,width,height";
    private static final int CELLS = 8;
    private static final long LONGEST_FILE = 1 << 24;

    private final Map<Device, List<Rectangle>> byDevice;

    private Rectangles(Map<Device, List<Rectangle>> byDevice) {
        this.byDevice = byDevice;
    }

    /**
     * Reads a file.
     *
     * @param path of the file
     * @return the rectangles
     * @throws IllegalArgumentException if there is no such file, or a line has another form; the message names the line
     * @throws IOException if the file cannot be read
     */
    public static Rectangles read(Path path) throws IOException {
        String file = OneLine.of(path);
        if (!Files.isRegularFile(path)) throw new IllegalArgumentException("there is no file of rectangles " + file);
        if (Files.size(path) > LONGEST_FILE)
            throw new IllegalArgumentException(file + " is too long for a file of rectangles");
        List<String> lines;
        try {
            lines = Files.readAllLines(path, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not a text in UTF-8");
        }
        Map<Device, List<Rectangle>> byDevice = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "");
            if (line.isBlank() || i == 0 && line.strip().equalsIgnoreCase(HEADER)) continue;
            try {
                add(cells(line), byDevice);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        file + ", line " + (i + 1) + ": " + e.getMessage() + "; the columns are " + HEADER);
            }
        }
        return new Rectangles(byDevice);
    }

    private static void add(List<String> cells, Map<Device, List<Rectangle>> byDevice) {
        if (cells.size() != CELLS) throw new IllegalArgumentException(cells.size() + " cells in place of " + CELLS);
        Device device = new Device(cells.get(0), cells.get(1), size(cells.get(2)), size(cells.get(3)));
        List<Rectangle> rectangles = byDevice.computeIfAbsent(device, key -> new ArrayList<>());
        if (cells.subList(4, CELLS).stream().allMatch(String::isBlank)) return;
        rectangles.add(
                new Rectangle(whole(cells.get(4)), whole(cells.get(5)), whole(cells.get(6)), whole(cells.get(7))));
    }

    private static String size(String cell) {
        return cell.strip().equals(Device.ANY) ? Device.ANY : Integer.toString(whole(cell));
    }

    private static int whole(String cell) {
        try {
            return Integer.parseInt(cell.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a cell is not a whole number");
        }
    }

    /** Splits a line of CSV. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            boolean doubled = quoted && character == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (doubled) cell.append(line.charAt(++i));
            else if (character == '"') quoted = !quoted;
            else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else cell.append(character);
        }
        if (quoted) throw new IllegalArgumentException("a quotation mark is not closed");
        cells.add(cell.toString());
        return cells;
    }

    /**
     * Finds the rectangles of an image.
     *
     * @param image its Data Set
     * @return the rectangles of all lines for its device and size; an empty list if the lines say that it shows no text; empty if no
     *     line is for them
     */
    public Optional<List<Rectangle>> find(DataSet image) {
        if (byDevice.isEmpty()) return Optional.empty();
        Device device = Device.of(image);
        List<List<Rectangle>> found = byDevice.entrySet().stream()
                .filter(entry -> entry.getKey().matches(device))
                .map(Map.Entry::getValue)
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.stream().flatMap(List::stream).distinct().toList());
    }

    /**
     * Returns a copy in which the rectangles of a device are replaced.
     *
     * @param device device and size
     * @param rectangles may be empty: the images show no text
     * @return the new rectangles
     */
    public Rectangles with(Device device, List<Rectangle> rectangles) {
        Map<Device, List<Rectangle>> all = new LinkedHashMap<>(byDevice);
        all.put(device, List.copyOf(rectangles));
        return new Rectangles(all);
    }

    /**
     * Writes a file that {@link #read} reads.
     *
     * @param path of the file; an existing one is replaced
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if its folder does not exist
     */
    public void write(Path path) throws IOException {
        String text = HEADER + "\n" + lines();
        AtomicFile.write(path, part -> Files.writeString(part, text));
    }

    /** {@return the lines of the file after the first, which identify these rectangles} */
    public String lines() {
        return byDevice.entrySet().stream()
                .map(entry -> lines(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    private static String lines(Device device, List<Rectangle> rectangles) {
        StringBuilder lines = new StringBuilder();
        CsvLine line = new CsvLine();
        for (int i = 0; i < Math.max(1, rectangles.size()); i++) {
            line.add(device.manufacturer())
                    .add(device.model())
                    .add(device.rows())
                    .add(device.columns());
            Rectangle rectangle = rectangles.isEmpty() ? null : rectangles.get(i);
            if (rectangle == null) line.add(null).add(null).add(null).add(null);
            else
                line.add(rectangle.x())
                        .add(rectangle.y())
                        .add(rectangle.width())
                        .add(rectangle.height());
            lines.append(line.end());
        }
        return lines.toString();
    }
}
