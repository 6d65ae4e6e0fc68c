package hounsfield.command;

import java.lang.StackWalker.StackFrame;
import java.util.function.Predicate;

/** The methods that lead to the one that runs: what ImageJ and Fiji wanted when they passed a path, which no argument says. */
final class Callers {
    private Callers() {}

    /** Returns whether a method on the stack of this thread is one of those. */
    static boolean has(Predicate<StackFrame> method) {
        return StackWalker.getInstance().walk(frames -> frames.anyMatch(method));
    }
}
