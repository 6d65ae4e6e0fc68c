package hounsfield.imagej.host;

import ij.IJ;
import ij.gui.GenericDialog;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of ImageJ's own menus by their labels. ImageJ reads most of them from {@code IJ_Props.txt} in its jar; those that
 * {@code ij.Menus} adds by itself while it builds the menus are listed here, without those that only open a window or page.
 */
final class ImageJCommands {
    private static final String FILE = "/IJ_Props.txt";

    /** A label, which may end in a shortcut key in brackets, and a class with an argument. */
    private static final Pattern LINE = Pattern.compile("\"(.+?)(?:\\[[A-Za-z0-9]\\])?\"\\s*,\\s*(ij\\..+?)\\s*");

    private static final String[] BUILT_IN = {
        "Open...=Commands(\"open\")",
        "Open Next=NextImageOpener",
        "Close=Commands(\"close\")",
        "Close All=Commands(\"close-all\")",
        "Save=Commands(\"save\")",
        "Revert=Commands(\"revert\")",
        "Undo=Commands(\"undo\")",
        "Cut=Clipboard(\"cut\")",
        "Copy=Clipboard(\"copy\")",
        "Paste=Clipboard(\"paste\")",
        "Clear=filter.Filler(\"clear\")",
        "Clear Outside=filter.Filler(\"outside\")",
        "Fill=filter.Filler(\"fill\")",
        "Draw=filter.Filler(\"draw\")",
        "Invert=filter.Filters(\"invert\")",
        "8-bit=Converter(\"8-bit\")",
        "16-bit=Converter(\"16-bit\")",
        "32-bit=Converter(\"32-bit\")",
        "8-bit Color=Converter(\"8-bit Color\")",
        "RGB Color=Converter(\"RGB Color\")",
        "RGB Stack=Converter(\"RGB Stack\")",
        "HSB Stack=Converter(\"HSB Stack\")",
        "HSB (32-bit)=Converter(\"HSB (32-bit)\")",
        "Lab Stack=Converter(\"Lab Stack\")",
        "Show Info...=ImageInfo",
        "Properties...=filter.ImageProperties",
        "Crop=Resizer(\"crop\")",
        "Duplicate...=Duplicator",
        "Rename...=SimpleCommands(\"rename\")",
        "Scale...=Scaler",
        "Smooth=filter.Filters(\"smooth\")",
        "Sharpen=filter.Filters(\"sharpen\")",
        "Find Edges=filter.Filters(\"edge\")",
        "Find Maxima...=filter.MaximumFinder",
        "Enhance Contrast...=ContrastEnhancer",
        "Image Calculator...=ImageCalculator",
        "Subtract Background...=filter.BackgroundSubtracter",
        "Measure=filter.Analyzer",
        "Analyze Particles...=filter.ParticleAnalyzer",
        "Summarize=filter.Analyzer(\"sum\")",
        "Distribution...=Distribution",
        "Label=filter.Filler(\"label\")",
        "Clear Results=filter.Analyzer(\"clear\")",
        "Set Measurements...=filter.Analyzer(\"set\")",
        "Set Scale...=filter.ScaleDialog",
        "Calibrate...=filter.Calibrator",
        "Histogram=Histogram",
        "Plot Profile=Profiler(\"plot\")",
        "Surface Plot...=SurfacePlotter",
    };

    /** Classes that ask only for a path, which a macro passes without a dialog. */
    private static final Set<String> SAVERS = Set.of(
            "ij.plugin.filter.Writer",
            "ij.plugin.filter.RoiWriter",
            "ij.plugin.filter.XYWriter",
            "ij.plugin.MeasurementsWriter",
            "ij.plugin.TextWriter");

    private static final String OPENS_A_DIALOG = "...";

    private ImageJCommands() {}

    /**
     * Returns the commands that work correctly without a display. Plain ImageJ cannot make the dialogs of the other commands there, and
     * some of them then use default numbers instead of the options of a macro.
     */
    static Map<String, String> available() {
        Map<String, String> commands = all();
        if (GraphicsEnvironment.isHeadless() && !hasDialogs()) {
            commands.entrySet()
                    .removeIf(command -> command.getKey().strip().endsWith(OPENS_A_DIALOG)
                            && !SAVERS.contains(command.getValue().replaceFirst("\\(.*", "")));
        }
        return commands;
    }

    /** Returns whether dialogs work, as in Fiji, which replaces their classes where there is no display. */
    private static boolean hasDialogs() {
        try {
            new GenericDialog("");
            return true;
        } catch (HeadlessException e) {
            return false;
        }
    }

    /** Returns the class of each command, with its argument if it has one, by menu label. */
    static Map<String, String> all() {
        Map<String, String> commands = new LinkedHashMap<>();
        for (String command : BUILT_IN) {
            int end = command.indexOf('=');
            commands.put(command.substring(0, end), "ij.plugin." + command.substring(end + 1));
        }
        Properties properties = new Properties();
        try (InputStream file = IJ.class.getResourceAsStream(FILE)) {
            if (file != null) properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : properties.stringPropertyNames()) {
            Matcher line = LINE.matcher(properties.getProperty(key));
            if (line.matches()) commands.put(line.group(1), line.group(2));
        }
        return commands;
    }
}
