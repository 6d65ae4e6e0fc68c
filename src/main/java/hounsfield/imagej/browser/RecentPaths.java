package hounsfield.imagej.browser;

import hounsfield.imagej.host.UserOption;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JComponent;

/** The list of folders and archives that the browser showed last, in ImageJ's preferences. */
final class RecentPaths {
    private static final int MOST = 12;
    private static final String TITLE = "Recent";
    private static final String SEPARATOR = "|";

    private final JComboBox<String> list = new JComboBox<>();
    private boolean changing;

    /** @param chosen receives the path that a user chooses */
    RecentPaths(Consumer<List<Path>> chosen) {
        list.setName("recent");
        list.addActionListener(event -> {
            if (changing || list.getSelectedIndex() <= 0) return;
            String path = (String) list.getSelectedItem();
            chosen.accept(List.of(new File(path).toPath()));
        });
        fill(paths());
    }

    JComponent component() {
        return list;
    }

    /** Puts a path first. */
    void add(Path path) {
        String text = path.toAbsolutePath().toString();
        if (text.contains(SEPARATOR)) return;
        List<String> paths = new ArrayList<>(paths());
        paths.remove(text);
        paths.add(0, text);
        List<String> kept = paths.subList(0, Math.min(MOST, paths.size()));
        UserOption.RECENT.set(String.join(SEPARATOR, kept));
        fill(kept);
    }

    private static List<String> paths() {
        return Arrays.stream(UserOption.RECENT.text().split("\\" + SEPARATOR))
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private void fill(List<String> paths) {
        changing = true;
        list.removeAllItems();
        list.addItem(TITLE);
        for (String path : paths) list.addItem(path);
        list.setSelectedIndex(0);
        changing = false;
    }
}
