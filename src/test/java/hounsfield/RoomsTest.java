package hounsfield;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import hounsfield.imagej.host.ImageJProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms of docs/architecture.md: which package may import which. */
class RoomsTest {
    /**
     * One line per room: its package below {@code hounsfield}, and the rooms that it may import. A room may import only rooms on lines
     * above its own, so there cannot be a circle. A star stands for the rooms of another line.
     */
    private static final String ROOMS = """
            standard:
            standard.error:    standard
            work:              *standard.error standard.error
            cache:             *work work
            bytes:             *work work
            bytes.packed:      *bytes bytes
            data:              *bytes bytes
            parse:             *data data bytes.packed
            parse.header:      *parse parse
            write:             *data data
            codec:             *bytes bytes
            imageio:           *codec codec
            frame.fragment:    *data data codec
            frame.pixeldata:   *frame.fragment frame.fragment parse
            frame:             *frame.pixeldata frame.pixeldata
            color:             *frame frame
            geometry:          *frame frame
            geometry.grid:     *geometry geometry
            calibrate:         *geometry geometry
            calibrate.suv:     *calibrate calibrate
            planes:            standard standard.error work calibrate
            series.slice:      *geometry geometry
            series.axis:       *series.slice series.slice
            series:            *series.axis series.axis calibrate bytes.packed
            region:            *geometry geometry
            region.structure:  *region region
            region.segmentation: *region region color
            region.overlay:    *region region
            region.report:     *region.structure region.structure
            region.presentation: *region region
            region.source:     *series series color region region.structure region.segmentation region.overlay region.report region.presentation
            phantom:           *calibrate calibrate write
            window:            standard standard.error work calibrate planes
            derive:            standard standard.error work bytes data write frame geometry calibrate series.slice planes window
            derive.file:       *derive derive
            derive.region:     *region.segmentation region.segmentation derive write window
            window.voi:        *calibrate calibrate planes window
            equalize:          *planes planes
            measure:           *planes planes window
            mask:              *planes planes window
            dataset.csv:       *planes planes bytes
            nifti:             *calibrate calibrate dataset.csv bytes.packed
            dataset.part:      *series series dataset.csv
            deidentify.profile: standard standard.error
            deidentify.key:    standard standard.error write
            dataset.picture:   *series series color planes window window.voi equalize measure mask dataset.csv dataset.part nifti geometry.grid deidentify.key
            dataset.export:    *dataset.picture dataset.picture
            dataset.table:     *dataset.picture dataset.picture
            deidentify.header: *data data deidentify.profile deidentify.key
            deidentify.pixels: *frame frame dataset.csv
            deidentify:        *series series write dataset.csv dataset.part deidentify.profile deidentify.key deidentify.header deidentify.pixels
            :                  *series series color planes window window.voi equalize measure cache region region.source
            imagej.host:       *dataset.table dataset.table dataset.export nifti *deidentify deidentify *region.source region.source geometry.grid calibrate.suv cache parse.header
            imagej.memory:     *imagej.host imagej.host
            imagej.roi:        *imagej.memory imagej.memory
            imagej.pixels:     *imagej.memory imagej.memory
            imagej.display:    *imagej.pixels imagej.pixels
            imagej.viewer:     *imagej.display imagej.display
            imagej.files:      *imagej.host imagej.host
            imagej.open:       *imagej.viewer imagej.viewer phantom
            imagej.process:    *imagej.display imagej.display imagej.files imagej.roi
            imagej.save:       *imagej.display imagej.display derive derive.file write
            imagej.save.region: *imagej.save imagej.save derive.region region imagej.roi
            imagej.present:    *imagej.display imagej.display imagej.roi
            imagej.measure:    *imagej.process imagej.process
            imagej.operation:  *imagej.measure imagej.measure imagej.present imagej.open imagej.viewer imagej.save imagej.save.region phantom derive derive.file
            imagej.view:       *imagej.operation imagej.operation
            imagej.browser:    *imagej.view imagej.view
            imagej:            imagej.host imagej.operation
            command:           standard standard.error imagej.host imagej.operation imagej.view imagej.viewer imagej.browser
            demo:              phantom imagej
            """;

    /** Rooms that may use ImageJ and Swing. */
    private static final Set<String> IMAGEJ_ROOMS = Set.of("imagej", "command", "demo");

    private static final Map<String, Set<String>> MAY_IMPORT = read(ROOMS);

    private static final Pattern ROW = Pattern.compile("\\| `hounsfield\\.?([\\w.]*)` \\| .* \\| (.*) \\|");
    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("hounsfield");

    @Test
    void roomsImportOnlyWhatTheTableAllows() {
        classes()
                .should(new ArchCondition<JavaClass>("import only the rooms that the table allows") {
                    @Override
                    public void check(JavaClass javaClass, ConditionEvents events) {
                        checkImports(javaClass, events);
                    }
                })
                .check(CLASSES);
    }

    @Test
    void codecsDoNotImportEachOther() {
        slices().matching("hounsfield.codec.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyTheUpperRoomsUseImageJ() {
        noClasses()
                .that(describe("are above hounsfield.imagej", javaClass -> !mayUseImageJ(javaClass)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ij..", "javax.swing..")
                .check(CLASSES);
    }

    /** New progress forgets an Esc, so it is created only once: in a command, or in a call of the facade. */
    @Test
    void progressOfImageJBeginsInCommandsAndTheFacadeAlone() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("hounsfield.command.DicomCommand")
                .and()
                .doNotHaveFullyQualifiedName("hounsfield.imagej.Hounsfield")
                .should()
                .callConstructor(ImageJProgress.class)
                .check(CLASSES);
    }

    /** Each room has its row, below those that it may import, and names them or others that lead to them. */
    @Test
    void theArchitectureHasTheSameTable() throws IOException {
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("docs/architecture.md"))) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) continue;
            String room = row.group(1);
            Set<String> named = NAME.matcher(row.group(2))
                    .results()
                    .map(name -> name.group(1))
                    .collect(Collectors.toSet());
            assertTrue(rows.keySet().containsAll(named), room + " imports a room that is not above it: " + named);
            assertTrue(MAY_IMPORT.get(room).containsAll(named), room + " may not import all of " + named);
            Set<String> reached = new TreeSet<>(named);
            if (!line.contains(" alone")) named.forEach(name -> reached.addAll(rows.get(name)));
            Set<String> unnamed = new TreeSet<>(MAY_IMPORT.get(room));
            unnamed.removeAll(reached);
            assertEquals(Set.of(), unnamed, room + " may import these too");
            rows.put(room, reached);
        }
        assertEquals(MAY_IMPORT.keySet(), rows.keySet());
    }

    /** A room with more files than a reader can remember has several purposes. Decoders and commands are lists. */
    @Test
    void noRoomIsAHall() {
        Map<String, Long> files = CLASSES.stream()
                .filter(javaClass -> !javaClass.isNestedClass())
                .collect(Collectors.groupingBy(
                        javaClass -> room(javaClass.getPackageName()), TreeMap::new, Collectors.counting()));
        files.keySet().removeAll(Set.of("codec", "command", "imagej.operation"));
        files.values().removeIf(count -> count <= 17);
        assertEquals(Map.of(), files, "rooms with more than 16 files and package-info");
    }

    /** Only the facade is long, because it is a flat list of calls. */
    @Test
    void filesAreShort() throws IOException {
        Map<String, Long> lines = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                try (Stream<String> text = Files.lines(file)) {
                    lines.put(file.toString(), text.count());
                }
            }
        }
        List<Long> ascending = lines.values().stream().sorted().toList();
        long median = ascending.get(ascending.size() / 2);
        assertTrue(median < 80, "median of " + ascending.size() + " files: " + median);
        lines.values().removeIf(count -> count <= 400);
        assertEquals(
                List.of(Path.of("src/main/java/hounsfield/imagej/Hounsfield.java")
                        .toString()),
                List.copyOf(lines.keySet()),
                "files of more than 400 lines");
    }

    private static boolean mayUseImageJ(JavaClass javaClass) {
        String room = room(javaClass.getPackageName());
        return IMAGEJ_ROOMS.contains(room) || room.startsWith("imagej.");
    }

    private static void checkImports(JavaClass javaClass, ConditionEvents events) {
        String room = room(javaClass.getPackageName());
        Set<String> allowed = MAY_IMPORT.get(room);
        if (allowed == null) {
            events.add(SimpleConditionEvent.violated(javaClass, javaClass.getName() + " is in no known room"));
            return;
        }
        javaClass.getDirectDependenciesFromSelf().forEach(dependency -> {
            String target = dependency.getTargetClass().getPackageName();
            String targetRoom = room(target);
            if (target.startsWith("hounsfield") && !targetRoom.equals(room) && !allowed.contains(targetRoom)) {
                events.add(SimpleConditionEvent.violated(javaClass, dependency.getDescription()));
            }
        });
    }

    private static Map<String, Set<String>> read(String lines) {
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            List<String> words = new ArrayList<>(List.of(line.split(":? +|:$")));
            Set<String> allowed = words.stream()
                    .skip(1)
                    .flatMap(word ->
                            word.startsWith("*") ? rooms.get(word.substring(1)).stream() : List.of(word).stream())
                    .collect(Collectors.toSet());
            if (!rooms.keySet().containsAll(allowed)) {
                throw new IllegalStateException(words.get(0) + " imports a room that is not above it: " + allowed);
            }
            rooms.put(words.get(0), allowed);
        });
        return rooms;
    }

    /** The package below the root. Codecs share a room. */
    private static String room(String packageName) {
        String room = packageName.substring(packageName.indexOf('.') + 1);
        if (room.equals(packageName)) return "";
        return room.startsWith("codec.") ? "codec" : room;
    }
}
