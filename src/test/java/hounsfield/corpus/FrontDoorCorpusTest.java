package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hounsfield.Dicom;
import hounsfield.DicomColorImage;
import hounsfield.DicomInstance;
import hounsfield.standard.error.DicomException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.imglib2.img.Img;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.planar.PlanarImg;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scijava.annotations.Index;

/**
 * Every file of the corpus through {@link Dicom}, as in a program with only this project, ImgLib2 and SciJava on its class path: by
 * path, from an array and from a stream.
 */
class FrontDoorCorpusTest {
    private static URLClassLoader alone;

    /** The classes without ImageJ and without those of tests. */
    private static synchronized ClassLoader alone() {
        if (alone == null) {
            URL[] libraries = Stream.of(Dicom.class, Img.class, Index.class)
                    .map(library ->
                            library.getProtectionDomain().getCodeSource().getLocation())
                    .toArray(URL[]::new);
            alone = new URLClassLoader(libraries, ClassLoader.getPlatformClassLoader());
        }
        return alone;
    }

    @AfterAll
    static void close() throws IOException {
        if (alone != null) alone.close();
    }

    /** The result for a file: its frames, or the message of the exception. */
    private record Outcome(List<Object> frames, String problem) {
        static Outcome of(ThrowingSupplier<List<Object>> source) throws Exception {
            try {
                return new Outcome(source.get(), "");
            } catch (InvocationTargetException e) {
                Throwable cause = e.getCause();
                return new Outcome(List.of(), cause.getClass().getName() + ": " + cause.getMessage());
            } catch (DicomException e) {
                return new Outcome(List.of(), e.getClass().getName() + ": " + e.getMessage());
            }
        }
    }

    private interface ThrowingSupplier<T> {
        T get() throws Exception;
    }

    @Test
    void classPathHasNoImageJ() {
        assertThrows(ClassNotFoundException.class, () -> alone().loadClass("ij.ImagePlus"));
    }

    @TestFactory
    Stream<DynamicTest> storedValuesByEveryWay() {
        return Corpus.entries("image", "damaged", "nonimage")
                .map(entry -> dynamicTest(entry.path(), () -> check(entry)));
    }

    private static void check(Corpus.Entry entry) throws Exception {
        Path path = entry.file();
        String name = path.getFileName().toString();
        byte[] bytes = Files.readAllBytes(path);
        Outcome byPath = Outcome.of(() -> frames(open(new Class<?>[] {Path.class}, path)));
        Outcome ofArray = Outcome.of(() -> frames(open(new Class<?>[] {byte[].class, String.class}, bytes, name)));
        Outcome ofStream = Outcome.of(() ->
                frames(open(new Class<?>[] {InputStream.class, String.class}, new ByteArrayInputStream(bytes), name)));
        for (Outcome other : List.of(ofArray, ofStream)) {
            assertEquals(byPath.problem, other.problem);
            assertArrayEquals(byPath.frames.toArray(), other.frames.toArray());
        }
        boolean integers = byPath.frames.stream().allMatch(int[].class::isInstance);
        ExpectedFrames expected = new ExpectedFrames(entry);
        if (byPath.problem.isEmpty() && expected.hasHashes() && integers) {
            expected.checkIntegers(byPath.frames.stream().map(int[].class::cast).toList());
        } else {
            // StoredValuesCorpusTest compares these with what other decoders give.
            Outcome core = Outcome.of(() -> {
                DicomInstance instance = Dicom.open(path);
                List<Object> frames = new ArrayList<>();
                for (int frame = 0; frame < instance.frames(); frame++) {
                    frames.add(values(instance.samples(frame)));
                }
                return frames;
            });
            assertEquals(core.problem, byPath.problem);
            assertArrayEquals(core.frames.toArray(), byPath.frames.toArray());
        }
        if (entry.kind().equals("image")) assertEquals("", byPath.problem);
        else if (entry.kind().equals("nonimage")) assertFalse(byPath.problem.isEmpty());
    }

    private static Object open(Class<?>[] types, Object... arguments) throws Exception {
        return alone().loadClass(Dicom.class.getName()).getMethod("open", types).invoke(null, arguments);
    }

    private static List<Object> frames(Object instance) throws Exception {
        Method samples = instance.getClass().getMethod("samples", int.class);
        int count = (int) instance.getClass().getMethod("frames").invoke(instance);
        List<Object> frames = new ArrayList<>();
        for (int frame = 0; frame < count; frame++) frames.add(values(samples.invoke(instance, frame)));
        return frames;
    }

    /** The integers, or the array of floating point values. */
    private static Object values(Object samples) throws Exception {
        Class<?> type = samples.getClass();
        boolean isFloat = (boolean) type.getMethod("isFloat").invoke(samples);
        return type.getMethod(isFloat ? "values" : "toInts").invoke(samples);
    }

    @TestFactory
    Stream<DynamicTest> colorImages() {
        return Corpus.entries("image")
                .filter(entry -> new ExpectedFrames(entry).hasRgb())
                .map(entry -> dynamicTest(entry.path(), () -> checkColor(entry)));
    }

    private static void checkColor(Corpus.Entry entry) throws IOException {
        DicomInstance instance = Dicom.open(entry.file());
        assertTrue(instance.isColor());
        DicomColorImage image = instance.readColor();
        PlanarImg<?, ?> img = (PlanarImg<?, ?>) image.img();
        List<int[]> frames = new ArrayList<>();
        for (int plane = 0; plane < img.numSlices(); plane++) {
            frames.add(((IntArray) img.getPlane(plane)).getCurrentStorageArray());
        }
        new ExpectedFrames(entry).checkRgb(frames, (int) img.dimension(0));
    }
}
