package hounsfield.imagej;

import hounsfield.imagej.host.TextCalls;
import java.io.IOException;

/**
 * The calls of {@link Hounsfield} for macros, whose {@code call} passes and returns nothing but text:
 *
 * <pre>
 * volume = parseFloat(call("hounsfield.imagej.Macros.call", "volume", "100", "3000"));
 * </pre>
 *
 * <p>The first argument is the name of a method of {@link Hounsfield}; the others are its arguments as text. An image that
 * the method takes first is the active image and is left out; a mask is given by its title. Numbers may be {@code NaN} or
 * empty for none; lists of numbers are separated by blanks or commas.
 *
 * <p>The result is text: a number; a list of numbers, separated by blanks; a list of text or the rows of a table, separated
 * by line breaks; a map as lines for the macro function {@code List.setList}; empty if there is no result. An image is shown,
 * and the text is its ID.
 *
 * <p>Each call throws {@link IOException} and {@link IllegalArgumentException} as the method of {@link Hounsfield} does, and
 * {@link IllegalArgumentException} if there is no such method, if an argument is not of its kind, or if there is no active
 * image. There is one method for each number of arguments, since {@code call} needs them.
 */
public final class Macros {
    private Macros() {}

    /**
     * Calls a method with no arguments.
     *
     * @param name the name of the method
     * @return the result as text
     * @throws IOException if a file cannot be read or written
     */
    public static String call(String name) throws IOException {
        return TextCalls.call(Hounsfield.class, name);
    }

    /**
     * Calls a method with one argument.
     *
     * @param name the name of the method
     * @param a the first argument after the active image
     * @return the result as text
     * @throws IOException if a file cannot be read or written
     */
    public static String call(String name, String a) throws IOException {
        return TextCalls.call(Hounsfield.class, name, a);
    }

    /**
     * Calls a method with two arguments.
     *
     * @param name the name of the method
     * @param a the first argument after the active image
     * @param b the second argument after the active image
     * @return the result as text
     * @throws IOException if a file cannot be read or written
     */
    public static String call(String name, String a, String b) throws IOException {
        return TextCalls.call(Hounsfield.class, name, a, b);
    }

    /**
     * Calls a method with three arguments.
     *
     * @param name the name of the method
     * @param a the first argument after the active image
     * @param b the second argument after the active image
     * @param c the third argument after the active image
     * @return the result as text
     * @throws IOException if a file cannot be read or written
     */
    public static String call(String name, String a, String b, String c) throws IOException {
        return TextCalls.call(Hounsfield.class, name, a, b, c);
    }

    /**
     * Calls a method with four arguments.
     *
     * @param name the name of the method
     * @param a the first argument after the active image
     * @param b the second argument after the active image
     * @param c the third argument after the active image
     * @param d the fourth argument after the active image
     * @return the result as text
     * @throws IOException if a file cannot be read or written
     */
    public static String call(String name, String a, String b, String c, String d) throws IOException {
        return TextCalls.call(Hounsfield.class, name, a, b, c, d);
    }

    /**
     * Calls a method with five arguments.
     *
     * @param name the name of the method
     * @param a the first argument after the active image
     * @param b the second argument after the active image
     * @param c the third argument after the active image
     * @param d the fourth argument after the active image
     * @param e the fifth argument after the active image
     * @return the result as text
     * @throws IOException if a file cannot be read or written
     */
    public static String call(String name, String a, String b, String c, String d, String e) throws IOException {
        return TextCalls.call(Hounsfield.class, name, a, b, c, d, e);
    }

    /**
     * Calls a method with six arguments.
     *
     * @param name the name of the method
     * @param a the first argument after the active image
     * @param b the second argument after the active image
     * @param c the third argument after the active image
     * @param d the fourth argument after the active image
     * @param e the fifth argument after the active image
     * @param f the sixth argument after the active image
     * @return the result as text
     * @throws IOException if a file cannot be read or written
     */
    public static String call(String name, String a, String b, String c, String d, String e, String f)
            throws IOException {
        return TextCalls.call(Hounsfield.class, name, a, b, c, d, e, f);
    }

    /**
     * Calls a method with seven arguments.
     *
     * @param name the name of the method
     * @param a the first argument after the active image
     * @param b the second argument after the active image
     * @param c the third argument after the active image
     * @param d the fourth argument after the active image
     * @param e the fifth argument after the active image
     * @param f the sixth argument after the active image
     * @param g the seventh argument after the active image
     * @return the result as text
     * @throws IOException if a file cannot be read or written
     */
    public static String call(String name, String a, String b, String c, String d, String e, String f, String g)
            throws IOException {
        return TextCalls.call(Hounsfield.class, name, a, b, c, d, e, f, g);
    }

    /**
     * Calls a method with eight arguments.
     *
     * @param name the name of the method
     * @param a the first argument after the active image
     * @param b the second argument after the active image
     * @param c the third argument after the active image
     * @param d the fourth argument after the active image
     * @param e the fifth argument after the active image
     * @param f the sixth argument after the active image
     * @param g the seventh argument after the active image
     * @param h the eighth argument after the active image
     * @return the result as text
     * @throws IOException if a file cannot be read or written
     */
    public static String call(
            String name, String a, String b, String c, String d, String e, String f, String g, String h)
            throws IOException {
        return TextCalls.call(Hounsfield.class, name, a, b, c, d, e, f, g, h);
    }

    /**
     * Calls a method with nine arguments.
     *
     * @param name the name of the method
     * @param a the first argument after the active image
     * @param b the second argument after the active image
     * @param c the third argument after the active image
     * @param d the fourth argument after the active image
     * @param e the fifth argument after the active image
     * @param f the sixth argument after the active image
     * @param g the seventh argument after the active image
     * @param h the eighth argument after the active image
     * @param i the ninth argument after the active image
     * @return the result as text
     * @throws IOException if a file cannot be read or written
     */
    public static String call(
            String name, String a, String b, String c, String d, String e, String f, String g, String h, String i)
            throws IOException {
        return TextCalls.call(Hounsfield.class, name, a, b, c, d, e, f, g, h, i);
    }

    /**
     * Calls a method with ten arguments.
     *
     * @param name the name of the method
     * @param a the first argument after the active image
     * @param b the second argument after the active image
     * @param c the third argument after the active image
     * @param d the fourth argument after the active image
     * @param e the fifth argument after the active image
     * @param f the sixth argument after the active image
     * @param g the seventh argument after the active image
     * @param h the eighth argument after the active image
     * @param i the ninth argument after the active image
     * @param j the tenth argument after the active image
     * @return the result as text
     * @throws IOException if a file cannot be read or written
     */
    public static String call(
            String name,
            String a,
            String b,
            String c,
            String d,
            String e,
            String f,
            String g,
            String h,
            String i,
            String j)
            throws IOException {
        return TextCalls.call(Hounsfield.class, name, a, b, c, d, e, f, g, h, i, j);
    }
}
