package hounsfield.imagej.host;

import hounsfield.standard.Numbers;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Calls static methods with text for arguments and results, because a macro's {@code call} supports only text. The first image that a
 * method takes is the active image; other images are given by their titles.
 */
public final class TextCalls {
    private TextCalls() {}

    /**
     * Calls a method.
     *
     * @param type the class with the public static methods, no two of one name
     * @param name the method's name
     * @param arguments the arguments without the active image: text, numbers ({@code NaN} or an empty text for no number),
     *     {@code true} or {@code false}, lists of numbers separated by blanks or commas, lists of text by line breaks, titles of
     *     images
     * @return the result as text: lists of numbers separated by blanks, lists of text and rows of tables by line breaks, maps
     *     as lines for the macro function {@code List.setList}. An image is shown, and its text is its ID
     * @throws IOException as the method throws it
     * @throws IllegalArgumentException if there is no such method, if the number of arguments or an argument is invalid, if
     *     there is no active image, and as the method throws it
     */
    public static String call(Class<?> type, String name, String... arguments) throws IOException {
        for (int i = 0; i < arguments.length; i++) Given.check("argument " + (i + 1) + " of " + name, arguments[i]);
        Method method = find(type, name);
        Class<?>[] parameters = method.getParameterTypes();
        int first = Arrays.asList(parameters).indexOf(ImagePlus.class);
        int wanted = parameters.length - (first < 0 ? 0 : 1);
        if (arguments.length != wanted) {
            throw new IllegalArgumentException(name + " takes " + wanted + " arguments"
                    + (wanted == 0 ? "" : " (" + kinds(parameters, first) + ")")
                    + (first < 0 ? "" : " besides the active image") + ", not " + arguments.length);
        }
        Object[] values = new Object[parameters.length];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = i == first ? activeImage() : value(name, next + 1, parameters[i], arguments[next++]);
        }
        return text(invoke(method, values), first < 0 ? null : (ImagePlus) values[first]);
    }

    private static Method find(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getName().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no call \"" + name + "\""));
    }

    private static Object invoke(Method method, Object[] values) throws IOException {
        try {
            return method.invoke(null, values);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException failure) throw failure;
            if (cause instanceof RuntimeException failure) throw failure;
            if (cause instanceof Error failure) throw failure;
            throw new IllegalStateException(cause);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String kinds(Class<?>[] parameters, int active) {
        return IntStream.range(0, parameters.length)
                .filter(index -> index != active)
                .mapToObj(index -> kind(parameters[index]))
                .collect(Collectors.joining(", "));
    }

    private static String kind(Class<?> type) {
        if (type == String.class) return "text";
        if (type == String[].class) return "lines of text";
        if (type == boolean.class) return "true or false";
        if (type == int.class) return "whole number";
        if (type == double.class) return "number";
        return type == ImagePlus.class ? "title of an image" : "numbers";
    }

    private static Object value(String call, int place, Class<?> type, String text) {
        if (type == String.class) return text;
        if (type == ImagePlus.class) return image(text);
        if (type == String[].class) return text.isEmpty() ? new String[0] : text.split("\n");
        String word = text.strip();
        try {
            if (type == int.class) return whole(word);
            if (type == double.class) return word.isEmpty() ? Double.NaN : Double.parseDouble(word);
            if (type == float[].class) return numbers(word);
            if (word.equalsIgnoreCase("true") || word.equals("1")) return true;
            if (word.equalsIgnoreCase("false") || word.equals("0")) return false;
        } catch (NumberFormatException e) {
            // The message below names the argument.
        }
        throw new IllegalArgumentException(
                "argument " + place + " of " + call + ", \"" + text + "\": it is " + kind(type));
    }

    /** Parses a whole number. ImageJ writes a macro's number 5 as 5 or 5.0000. */
    private static int whole(String word) {
        double number = Double.parseDouble(word);
        if (number != (int) number) throw new NumberFormatException();
        return (int) number;
    }

    private static float[] numbers(String text) {
        String[] words = text.isEmpty() ? new String[0] : text.split("[\\s,;]+");
        float[] numbers = new float[words.length];
        for (int i = 0; i < words.length; i++) numbers[i] = Float.parseFloat(words[i]);
        return numbers;
    }

    private static ImagePlus activeImage() {
        ImagePlus image = WindowManager.getCurrentImage();
        if (image == null) throw new IllegalArgumentException("there are no images open");
        return image;
    }

    private static ImagePlus image(String title) {
        ImagePlus image = WindowManager.getImage(title);
        if (image == null) throw new IllegalArgumentException("there is no image \"" + title + "\"");
        return image;
    }

    private static String text(Object result, ImagePlus active) {
        if (result == null) return "";
        if (result instanceof ImagePlus image) return shown(image, active);
        if (result instanceof ResultsTable table) return rows(table);
        if (result instanceof Map<?, ?> map) return lines(map);
        if (result instanceof Object[] list) {
            return Arrays.stream(list).map(each -> text(each, active)).collect(Collectors.joining("\n"));
        }
        if (result.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(result))
                    .mapToObj(index -> text(Array.get(result, index), active))
                    .collect(Collectors.joining(" "));
        }
        return result instanceof Number number ? Numbers.exact(number.doubleValue()) : result.toString();
    }

    private static String shown(ImagePlus image, ImagePlus active) {
        if (image != active) image.show();
        return Integer.toString(image.getID());
    }

    /** Returns headings and rows, their cells separated by tabs. */
    private static String rows(ResultsTable table) {
        if (table.size() == 0) return "";
        String[] headings = table.getHeadings();
        StringJoiner rows = new StringJoiner("\n");
        rows.add(String.join("\t", headings));
        for (int row = 0; row < table.size(); row++) {
            int at = row;
            rows.add(Arrays.stream(headings)
                    .map(heading -> TableView.cell(table, heading, at))
                    .collect(Collectors.joining("\t")));
        }
        return rows.toString();
    }

    /** Returns lines as {@link java.util.Properties#load(java.io.InputStream)} reads them, which the macro function uses. */
    private static String lines(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry ->
                        escaped(entry.getKey().toString(), true) + "=" + escaped(text(entry.getValue(), null), false))
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String text, boolean isKey) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character > '~') escaped.append(String.format("\\u%04X", (int) character));
            else if (character == '\\' || character == ' ' && (isKey || i == 0))
                escaped.append('\\').append(character);
            else if (isKey && "=:#!".indexOf(character) >= 0)
                escaped.append('\\').append(character);
            else escaped.append(character);
        }
        return escaped.toString();
    }
}
