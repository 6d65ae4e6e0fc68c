package hounsfield.command;

import java.lang.StackWalker.StackFrame;
import java.util.function.Predicate;

/** The methods on the call stack. They show what ImageJ and Fiji want when they pass a path, because no argument does. */
final class Callers {
    private Callers() {}

    /** Returns whether a method on the stack of this thread matches. */
    static boolean has(Predicate<StackFrame> method) {
        return StackWalker.getInstance().walk(frames -> frames.anyMatch(method));
    }
}
