package hounsfield.imagej.viewer;

import hounsfield.imagej.host.HelpPage;
import ij.IJ;
import ij.Menus;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.util.List;

/**
 * A menu of commands for DICOM images in the menu that ImageJ shows at a right click on an image. It is added when the first image of
 * this plugin is shown; entries from the startup macro of the user are kept.
 */
final class PopupEntries {
    private static final String NAME = "DICOM";
    private static final List<String> COMMANDS =
            List.of("HU Window...", "HU Statistics...", "HU Histogram...", "DICOM Header...", "PNG...");

    /** The section of the help that explains these windows and their keys. */
    private static final String HELP = "HU Window Tool";

    private PopupEntries() {}

    /** Adds the menu, unless the popup has it. */
    static void install() {
        PopupMenu popup = Menus.getPopupMenu();
        if (popup == null) return;
        for (int i = 0; i < popup.getItemCount(); i++)
            if (popup.getItem(i).getLabel().equals(NAME)) return;
        Menu own = new Menu(NAME);
        for (String command : COMMANDS) {
            MenuItem item = new MenuItem(command.equals("PNG...") ? "Save as PNG..." : command);
            item.addActionListener(event -> IJ.doCommand(command));
            own.add(item);
        }
        MenuItem help = new MenuItem("Help");
        help.addActionListener(event -> HelpPage.show(HELP));
        own.add(help);
        popup.addSeparator();
        popup.add(own);
    }
}
