package hounsfield;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import hounsfield.data.DataSet;
import hounsfield.standard.Tag;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/**
 * Since files come from strangers, no class of the plugin deserializes objects, parses XML, starts programs, opens connections, or
 * makes a path from text of a header. No class has a shape of loop on which C2 crashes. Each rule is also tested on a class below that
 * breaks it.
 */
class SafetyRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("hounsfield");

    /** The classes that make a path of a text, each with the origin of the text. */
    private static final Map<String, String> PATH_MAKERS = Map.ofEntries(
            Map.entry("hounsfield.series.FolderFiles", "paths of the file system, walked"),
            Map.entry(
                    "hounsfield.series.ReferencedFiles", "names by a DICOMDIR, checked: files below its folder alone"),
            Map.entry("hounsfield.command.Form", "a field of the user's dialog or macro"),
            Map.entry("hounsfield.command.DialogMemory", "a field of the user's dialog"),
            Map.entry("hounsfield.command.DicomIO", "a path that Fiji's user opens"),
            Map.entry("hounsfield.imagej.operation.EditOptions", "ImageJ's macros folder"),
            Map.entry("hounsfield.imagej.host.StartupMacro", "constants"),
            Map.entry("hounsfield.imagej.browser.RecentPaths", "the user's preferences"),
            Map.entry("hounsfield.demo.Demo", "the command line"),
            Map.entry("hounsfield.demo.DesktopDemo", "constants"),
            Map.entry("hounsfield.demo.Report", "constants"),
            Map.entry("hounsfield.phantom.CtPhantom", "constants and a number"),
            Map.entry("hounsfield.phantom.EnhancedCtPhantom", "constants"),
            Map.entry("hounsfield.phantom.UltrasoundPhantom", "constants"),
            Map.entry("hounsfield.imagej.Hounsfield", "an argument of the user's script"),
            Map.entry("hounsfield.imagej.open.SampleImage", "constants"),
            Map.entry("hounsfield.imagej.display.Luts", "ImageJ's luts folder"),
            Map.entry(
                    "hounsfield.imagej.memory.SliceFile",
                    "the folder and the slices in an image's record, or its label: a file within that folder"),
            Map.entry("hounsfield.dataset.part.PartFolder", "constants and a number"),
            Map.entry("hounsfield.dataset.csv.AtomicFile", "the target's own name"),
            Map.entry("hounsfield.imagej.save.DicomSaver", "constants and a number"),
            Map.entry("hounsfield.imagej.files.PreferencesFile", "a constant in ImageJ's folder of preferences"),
            Map.entry("hounsfield.nifti.NiftiPaths", "the file's own name"),
            Map.entry("hounsfield.dataset.picture.NpyFile", "the file's own name"),
            Map.entry("hounsfield.dataset.picture.PicturePlace", "names by ExportNames, and constants"),
            Map.entry("hounsfield.dataset.export.ExportFolder", "constants"),
            Map.entry("hounsfield.dataset.csv.RowSpool", "constants"));

    /** The classes among them that depend on Data Sets: phantoms write them; the others open files by paths from ImageJ or a script. */
    private static final Set<String> PATH_MAKERS_WITH_DATA_SETS = Set.of(
            "hounsfield.phantom.CtPhantom",
            "hounsfield.phantom.EnhancedCtPhantom",
            "hounsfield.phantom.UltrasoundPhantom",
            "hounsfield.imagej.Hounsfield");

    /** Classes that take single numbers from a {@link ByteBuffer}, of one byte order each and in no loop over values. */
    private static final Set<String> BUFFER_READERS = Set.of("Fragments", "RowSpool", "Uid");

    private static final ArchRule NO_SERIALIZED_OBJECTS = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.beans.XMLDecoder")
            .because("bytes of a stranger's file must not become objects of any class");

    private static final ArchRule NO_XML = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "parse XML",
                    type -> type.getPackageName().matches("(javax\\.xml|org\\.w3c\\.dom|org\\.xml\\.sax).*")
                            // A list of ImageIO's metadata nodes, which are made in memory.
                            && !type.getName().equals("org.w3c.dom.NodeList")))
            .because("an XML parser opens what a document names");

    private static final ArchRule NO_PROGRAMS_NO_CONNECTIONS = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "start programs or open connections",
                    type -> type.getName().startsWith("java.lang.Process")
                            || type.getPackageName().startsWith("java.net.http")
                            || Set.of("java.net.Socket", "java.net.URLConnection", "java.net.ServerSocket")
                                    .contains(type.getName())
                            || type.getPackageName().startsWith("javax.script")))
            .because("opening a file has no effect beside it");

    private static final ArchRule PATHS_BY_NAMED_CLASSES = classes()
            .should(notAccess(SafetyRulesTest::makesPath, type -> PATH_MAKERS.containsKey(outermost(type))))
            .because(
                    "no path is made of a header's text; a class that makes one of other text has its line in this test");

    private static final ArchRule PATHS_APART_FROM_HEADERS = classes()
            .that(describe("know Data Sets", SafetyRulesTest::knowsDataSets))
            .should(notAccess(SafetyRulesTest::makesPath, type -> PATH_MAKERS_WITH_DATA_SETS.contains(outermost(type))))
            .because("a header's text reaches the file system through ExportNames only, which gives names of its own");

    private static final ArchRule ONE_VIEW = classes()
            .should(new ArchCondition<JavaClass>("have one view of byte arrays at most") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    long views = type.getFields().stream()
                            .filter(field -> field.getRawType().isEquivalentTo(VarHandle.class))
                            .count();
                    if (views > 1) events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + views));
                }
            })
            .because("C2 crashes on loops that choose between views; use BinaryNumbers");

    private static final ArchRule NO_BUFFER_NUMBERS = classes()
            .should(notAccess(
                    access -> access.getTargetOwner().isEquivalentTo(ByteBuffer.class)
                            && access.getName().matches("get(Short|Int|Long|Float|Double|Char)"),
                    type -> BUFFER_READERS.contains(type.getSimpleName())))
            .because("a buffer's byte order is a condition in each read; use BinaryNumbers, or copy in bulk");

    @Test
    void noSerializedObjects() {
        check(NO_SERIALIZED_OBJECTS, Deserializes.class);
    }

    @Test
    void noXmlParser() {
        check(NO_XML, ParsesXml.class);
    }

    @Test
    void noProgramsAndNoConnections() {
        check(NO_PROGRAMS_NO_CONNECTIONS, StartsPrograms.class);
    }

    @Test
    void onlyNamedClassesMakePathsOfText() {
        check(PATHS_BY_NAMED_CLASSES, NamesFileByHeader.class);
        Set<String> makers = CLASSES.stream()
                .filter(type -> type.getAccessesFromSelf().stream().anyMatch(SafetyRulesTest::makesPath))
                .map(SafetyRulesTest::outermost)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(PATH_MAKERS.keySet()), makers, "lines of classes that make paths no more");
    }

    @Test
    void noPathIsMadeOfHeaderText() {
        check(PATHS_APART_FROM_HEADERS, NamesFileByHeader.class);
    }

    /** ExportNames makes the names of all files that an export writes. */
    @Test
    void picturesAreNamedByExportNames() {
        JavaClass folder = CLASSES.get("hounsfield.dataset.picture.PicturePlace");
        Set<JavaClass> callers = folder.getAccessesToSelf().stream()
                .filter(access -> access.getName().equals("place"))
                .map(JavaAccess::getOriginOwner)
                .collect(Collectors.toSet());
        assertTrue(!callers.isEmpty(), "nothing calls PicturePlace.place");
        for (JavaClass caller : callers) {
            assertTrue(
                    caller.getAccessesFromSelf().stream()
                            .anyMatch(access -> Set.of("ExportNames", "ExportLines", "PartUnits")
                                            .contains(access.getTargetOwner().getSimpleName())
                                    && access.getName().equals("picture")),
                    caller + " names pictures itself");
        }
    }

    @Test
    void noLoopChoosesBetweenViewsOfBytes() {
        check(ONE_VIEW, ChoosesView.class);
        check(NO_BUFFER_NUMBERS, ChoosesOrder.class);
    }

    private static void check(ArchRule rule, Class<?> breach) {
        rule.check(CLASSES);
        JavaClasses breaches = new ClassFileImporter().importClasses(breach);
        assertThrows(AssertionError.class, () -> rule.check(breaches), "the rule holds for " + breach);
    }

    private static boolean makesPath(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        if (owner.isEquivalentTo(File.class)) return name.equals("<init>") || name.equals("createTempFile");
        if (owner.isEquivalentTo(Files.class)) return name.startsWith("createTemp");
        if (owner.isEquivalentTo(Paths.class) || owner.isEquivalentTo(FileSystem.class)) return name.startsWith("get");
        return owner.isEquivalentTo(Path.class) && (name.equals("of") || name.startsWith("resolve"));
    }

    private static boolean knowsDataSets(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass())
                .anyMatch(target -> target.getPackageName().equals(DataSet.class.getPackageName()));
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static ArchCondition<JavaClass> notAccess(
            Predicate<JavaAccess<?>> forbidden, Predicate<JavaClass> allowed) {
        return new ArchCondition<>("not do so elsewhere") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (allowed.test(type)) return;
                type.getAccessesFromSelf().stream()
                        .filter(forbidden)
                        .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
            }
        };
    }

    /** Breaks a rule. */
    private static final class Deserializes {
        Object read(InputStream in) throws IOException, ClassNotFoundException {
            return new ObjectInputStream(in).readObject();
        }
    }

    /** Breaks a rule. */
    private static final class ParsesXml {
        Object parser() {
            return DocumentBuilderFactory.newInstance();
        }
    }

    /** Breaks a rule. */
    private static final class StartsPrograms {
        Object start(String program) throws IOException {
            return new ProcessBuilder(program).start();
        }
    }

    /** Breaks two rules. */
    private static final class NamesFileByHeader {
        Path name(Path folder, DataSet dataSet) throws IOException {
            return folder.resolve(dataSet.requireString(Tag.PATIENT_ID));
        }
    }

    /** Breaks a rule. */
    private static final class ChoosesView {
        static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
        static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    }

    /** Breaks a rule. */
    private static final class ChoosesOrder {
        int read(ByteBuffer buffer) {
            return buffer.getInt();
        }
    }
}
