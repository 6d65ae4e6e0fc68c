package hounsfield.command;

import ij.IJ;
import java.awt.GraphicsEnvironment;
import java.util.Optional;

/** {@code Help > About Plugins > Hounsfield...}: the version, and where to find the documentation. */
public final class AboutCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public AboutCommand() {
        super("About Hounsfield");
    }

    @Override
    void execute() {
        String text = "Hounsfield " + version() + "\n \nDICOM in Hounsfield units: all transfer syntaxes in pure Java,"
                + "\nseries as volumes and hyperstacks, windows, statistics, tables.\n \nMenu: Plugins > Hounsfield";
        if (GraphicsEnvironment.isHeadless()) IJ.log(text);
        else IJ.showMessage("About Hounsfield", text);
    }

    /** Returns the version of the jar. */
    static String version() {
        return Optional.ofNullable(AboutCommand.class.getPackage().getImplementationVersion())
                .orElse("(not from a jar)");
    }
}
