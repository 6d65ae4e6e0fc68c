package hounsfield.imagej;

import hounsfield.standard.Warnings;
import ij.IJ;
import java.util.Collection;

/** What the user should know and that stops nothing: lines in ImageJ's log, never a patient's attributes. */
final class Messages {
    private Messages() {}

    static void log(String about, Collection<String> sentences) {
        for (String sentence : sentences) IJ.log(about + ": " + sentence);
    }

    static void log(String about, Warnings warnings) {
        log(about, warnings.list());
    }
}
