package hounsfield.command;

import hounsfield.imagej.host.HelpPage;
import ij.gui.GenericDialog;
import java.awt.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** The dialog for the SNOMED CT terms of regions: a list of terms for each name. */
final class TermsDialog {
    private static final String TITLE = "Save Regions as DICOM";
    /** The most names in the dialog, so that it is not higher than the screen. */
    private static final int MOST = 20;

    private TermsDialog() {}

    /**
     * Shows the dialog.
     *
     * @param suggested the term for each name if the user changes nothing
     * @param terms all terms
     * @return names with their chosen terms, in the syntax of the key {@code codes}, only where the choice differs from the suggestion
     * @throws CancellationException if the user cancels
     */
    static String ask(Map<String, String> suggested, List<String> terms) {
        List<String> names = List.copyOf(suggested.keySet());
        List<String> shown = names.subList(0, Math.min(MOST, names.size()));
        GenericDialog dialog = new GenericDialog(TITLE);
        HelpPage.of(TITLE).ifPresent(dialog::addHelp);
        dialog.addMessage(Form.wrapped("SNOMED CT term of each region. The name is kept as the label."
                + (names.size() > MOST ? " Regions after the first " + MOST + " keep their suggested terms." : "")));
        for (String name : shown) {
            List<String> items = new ArrayList<>();
            items.add("suggested: " + suggested.get(name));
            items.addAll(terms);
            dialog.addChoice(name, items.toArray(String[]::new), items.get(0));
        }
        dialog.showDialog();
        if (dialog.wasCanceled()) throw new CancellationException();
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            // getNextChoice would record the names of regions as keys.
            int index = ((Choice) dialog.getChoices().get(i)).getSelectedIndex();
            String term = index > 0 ? terms.get(index - 1) : suggested.get(shown.get(i));
            if (!term.equals(suggested.get(shown.get(i)))) chosen.add(shown.get(i) + ": " + term);
        }
        return String.join(", ", chosen);
    }
}
