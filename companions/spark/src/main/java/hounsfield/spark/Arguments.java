package hounsfield.spark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arguments of a job, {@code key=value} each. */
final class Arguments {
    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * Reads arguments.
     *
     * @param keys the keys of the job, each with what it is
     * @throws IllegalArgumentException if an argument has none of the keys, or a key twice; the message lists them
     */
    Arguments(String[] arguments, Map<String, String> keys) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String key = equals < 0 ? argument : argument.substring(0, equals);
            if (equals < 0 || !keys.containsKey(key))
                throw new IllegalArgumentException("\"" + argument + "\" is no argument; write " + usage(keys));
            if (values.put(key, argument.substring(equals + 1)) != null)
                throw new IllegalArgumentException("the key " + key + " is there twice");
        }
        for (String key : List.of("input", "output"))
            if (!values.containsKey(key))
                throw new IllegalArgumentException("the key " + key + " is missing; write " + usage(keys));
    }

    private static String usage(Map<String, String> keys) {
        StringBuilder usage = new StringBuilder();
        keys.forEach((key, what) -> usage.append("\n  ").append(key).append('=').append(what));
        return usage.toString();
    }

    String text(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        String text = text(key, Boolean.toString(otherwise));
        if (text.equals("true") || text.equals("false")) return text.equals("true");
        throw new IllegalArgumentException(key + "=" + text + ": write true or false");
    }

    int number(String key, int otherwise) {
        String text = text(key, Integer.toString(otherwise));
        if (text.matches("[1-9]\\d{0,8}")) return Integer.parseInt(text);
        throw new IllegalArgumentException(key + "=" + text + ": write a positive number");
    }
}
