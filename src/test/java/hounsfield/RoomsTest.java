package hounsfield;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rooms of docs/architecture.md and the directions between them: data flows down the table, imports point up. */
class RoomsTest {
    private static final String IMAGEJ = "ij";

    /**
     * A line for each room, with a mark for each room above it, in their order: its first letter if it may be touched, a dot if
     * not. What stands below has no mark. ImageJ itself, with Swing, has a line as if it were a room.
     */
    private static final String TABLE = """
            standard
            bytes      s
            data       s b
            parse      s b d
            write      s b d .
            codec      s b . . .
            frame      s b d p . c
            color      s b d p . c f
            geometry   s . d p . . f .
            calibrate  s . d p . c f . g
            planes     s . . . . . . . . c
            series     s b d p . c f . g c .
            phantom    s b d p w c f . g c . .
            window     s . d p . c f . g c p . .
            equalize   s . . . . . . . . c p . . .
            measure    s . . . . . . . . c p . . w .
            mask       s . . . . . . . . c p . . w . .
            dataset    s b d p . c f c g c p s . w e m m
            ij         . . . . . . . . . . . . . . . . . .
            imagej     s b d p w c f c g c p s p w e m m d i
            command    s . d p . . . . . . . s p w e m m d i i
            demo       . . . . . . . . . . . . p . . . . . i i .
            imageio    s b . . . c . . . . . . . . . . . . . . . .
            """;

    /** Each room with the rooms that it may touch. */
    private static final Map<String, Set<String>> MAY_TOUCH = read(TABLE);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("hounsfield");

    @Test
    void roomsTouchOnlyWhatTheTableAllows() {
        classes()
                .should(new ArchCondition<JavaClass>("touch only the rooms that the table allows") {
                    @Override
                    public void check(JavaClass javaClass, ConditionEvents events) {
                        checkDependencies(javaClass, events);
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
    void imageJBeginsInItsRoom() {
        noClasses()
                .that(describe("are above hounsfield.imagej", javaClass -> !mayTouchImageJ(javaClass)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ij..", "javax.swing..")
                .check(CLASSES);
    }

    private static boolean mayTouchImageJ(JavaClass javaClass) {
        return MAY_TOUCH
                .getOrDefault(room(javaClass.getPackageName()), Set.of())
                .contains(IMAGEJ);
    }

    private static void checkDependencies(JavaClass javaClass, ConditionEvents events) {
        String room = room(javaClass.getPackageName());
        Set<String> allowed = MAY_TOUCH.get(room);
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

    private static Map<String, Set<String>> read(String table) {
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        table.lines().map(line -> line.split(" +")).forEach(words -> {
            List<String> above = List.copyOf(rooms.keySet());
            if (words.length - 1 != above.size()) throw new IllegalStateException("marks of " + words[0]);
            Set<String> touched = new HashSet<>();
            for (int i = 0; i < above.size(); i++) {
                String mark = words[i + 1];
                if (mark.equals(".")) continue;
                if (!above.get(i).startsWith(mark)) throw new IllegalStateException(mark + " of " + words[0]);
                touched.add(above.get(i));
            }
            rooms.put(words[0], touched);
        });
        return rooms;
    }

    /** The package below the root; its own packages share the room. */
    private static String room(String packageName) {
        String[] parts = packageName.split("\\.");
        return parts.length < 2 ? "" : parts[1];
    }
}
