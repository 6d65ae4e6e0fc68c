package hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every call of the facade names a null argument as its documentation does. */
class NullArgumentsTest {
    private static final Path SOURCE = Path.of("src/main/java/hounsfield/imagej/Hounsfield.java");

    @TestFactory
    List<DynamicTest> nullArgumentsAreNamed() throws IOException {
        String source = Files.readString(SOURCE);
        List<DynamicTest> tests = new ArrayList<>();
        for (Method method : Hounsfield.class.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) continue;
            List<String> names = names(source, method);
            for (int i = 0; i < names.size(); i++) {
                if (method.getParameterTypes()[i].isPrimitive()) continue;
                int index = i;
                String test = method.getName() + " " + names.get(i);
                tests.add(DynamicTest.dynamicTest(test, () -> check(method, index, names.get(index))));
            }
        }
        assertTrue(tests.size() > 80, tests.size() + " arguments");
        return tests;
    }

    /** Returns the names of a method's parameters, which class files do not contain. */
    private static List<String> names(String source, Method method) {
        Matcher matcher = Pattern.compile("public static [^;{}()=]* " + method.getName() + "\\(([^)]*)\\)")
                .matcher(source);
        assertTrue(matcher.find(), method.getName());
        List<String> names = Arrays.stream(matcher.group(1).split(","))
                .map(parameter -> parameter.strip().replaceAll(".*\\s", ""))
                .filter(name -> !name.isEmpty())
                .toList();
        assertEquals(method.getParameterCount(), names.size(), method.getName());
        return names;
    }

    private static void check(Method method, int index, String name) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(NullArgumentsTest::any)
                .toArray();
        arguments[index] = null;
        Throwable thrown = assertThrows(InvocationTargetException.class, () -> method.invoke(null, arguments))
                .getCause();
        assertInstanceOf(IllegalArgumentException.class, thrown);
        assertEquals(name + " is null", thrown.getMessage());
    }

    private static Object any(Class<?> type) {
        if (type == String.class) return "";
        if (type == int.class) return 1;
        if (type == double.class) return 1.0;
        if (type == boolean.class) return false;
        if (type == String[].class) return new String[] {"a"};
        if (type == float[].class) return new float[] {1, 2};
        return IJ.createImage("image", "8-bit", 2, 2, 1);
    }
}
