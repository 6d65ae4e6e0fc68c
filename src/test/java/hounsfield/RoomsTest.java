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
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rooms of docs/architecture.md and the directions between them: data flows down the table, imports point up. */
class RoomsTest {
    /** Each room with the rooms that it may touch. */
    private static final Map<String, Set<String>> MAY_TOUCH = Map.ofEntries(
            Map.entry("standard", Set.of()),
            Map.entry("bytes", Set.of("standard")),
            Map.entry("data", Set.of("standard", "bytes")),
            Map.entry("parse", Set.of("standard", "bytes", "data")),
            Map.entry("write", Set.of("standard", "bytes", "data")),
            Map.entry("codec", Set.of("standard", "bytes")),
            Map.entry("frame", Set.of("standard", "bytes", "data", "parse", "codec")),
            Map.entry("color", Set.of("standard", "bytes", "data", "parse", "codec", "frame")),
            Map.entry("geometry", Set.of("standard", "data", "parse", "frame")),
            Map.entry("calibrate", Set.of("standard", "data", "parse", "codec", "frame", "geometry")),
            Map.entry("planes", Set.of("standard", "calibrate")),
            Map.entry(
                    "window", Set.of("standard", "data", "parse", "codec", "frame", "geometry", "calibrate", "planes")),
            Map.entry("equalize", Set.of("standard", "calibrate", "planes")),
            Map.entry(
                    "series", Set.of("standard", "bytes", "data", "parse", "codec", "frame", "geometry", "calibrate")),
            Map.entry(
                    "phantom",
                    Set.of("standard", "bytes", "data", "parse", "write", "codec", "frame", "geometry", "calibrate")),
            Map.entry("measure", Set.of("standard", "calibrate", "planes", "window")),
            Map.entry("mask", Set.of("standard", "calibrate", "planes", "window")),
            Map.entry(
                    "dataset",
                    Set.of(
                            "standard",
                            "bytes",
                            "data",
                            "parse",
                            "codec",
                            "frame",
                            "color",
                            "geometry",
                            "calibrate",
                            "planes",
                            "series",
                            "window",
                            "equalize",
                            "measure",
                            "mask")),
            Map.entry(
                    "imagej",
                    Set.of(
                            "standard",
                            "bytes",
                            "data",
                            "parse",
                            "write",
                            "codec",
                            "frame",
                            "color",
                            "geometry",
                            "calibrate",
                            "planes",
                            "series",
                            "window",
                            "equalize",
                            "measure",
                            "mask",
                            "dataset",
                            "phantom")),
            Map.entry(
                    "command",
                    Set.of(
                            "standard",
                            "data",
                            "parse",
                            "series",
                            "window",
                            "equalize",
                            "measure",
                            "mask",
                            "dataset",
                            "phantom",
                            "imagej")),
            Map.entry("demo", Set.of("phantom", "imagej")));

    private static final Set<String> MAY_TOUCH_IMAGEJ = Set.of("imagej", "command", "demo");

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
                .that(describe(
                        "are above hounsfield.imagej",
                        javaClass -> !MAY_TOUCH_IMAGEJ.contains(room(javaClass.getPackageName()))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ij..", "javax.swing..")
                .check(CLASSES);
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

    /** The package below the root; its own packages share the room. */
    private static String room(String packageName) {
        String[] parts = packageName.split("\\.");
        return parts.length < 2 ? "" : parts[1];
    }
}
