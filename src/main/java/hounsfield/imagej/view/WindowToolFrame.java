package hounsfield.imagej.view;

import hounsfield.imagej.host.GuiScale;
import hounsfield.imagej.host.HelpPage;
import hounsfield.standard.Numbers;
import hounsfield.window.ClosedRange;
import hounsfield.window.Window;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;

/** The Swing frame of the {@link WindowTool}. Displays the tool's state and forwards user actions to it. */
final class WindowToolFrame extends JFrame {
    private static final long serialVersionUID = 1;
    private static final int STEPS = 2000;
    private final transient WindowTool tool;
    private final JLabel title = new JLabel(" ");
    private final JTextField center = new JTextField(7);
    private final JTextField width = new JTextField(7);
    private final JSlider centerSlider = new JSlider(0, STEPS);
    private final JSlider widthSlider = new JSlider(1, STEPS);
    private final DefaultListModel<String> names = new DefaultListModel<>();
    private final JList<String> list = new JList<>(names);
    private final JButton save = new JButton("Save...");
    private final JButton delete = new JButton("Delete");
    private double low;
    private double span = 1;
    /** Whether the program is setting values, so that listeners ignore the changes. */
    private boolean setting;

    WindowToolFrame(WindowTool tool) {
        super("HU Window Tool");
        this.tool = tool;
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        JPanel numbers = new JPanel(new GridBagLayout());
        addRow(numbers, 0, "Center", centerSlider, center);
        addRow(numbers, 1, "Width", widthSlider, width);
        JPanel buttons = new JPanel();
        buttons.add(save);
        buttons.add(delete);
        JButton help = new JButton("Help");
        help.addActionListener(event -> HelpPage.show("HU Window Tool"));
        buttons.add(help);
        JPanel top = new JPanel(new BorderLayout());
        top.add(title, BorderLayout.NORTH);
        top.add(numbers, BorderLayout.CENTER);
        top.setBorder(BorderFactory.createEmptyBorder(6, 8, 4, 8));
        add(top, BorderLayout.NORTH);
        add(new JScrollPane(list), BorderLayout.CENTER);
        add(buttons, BorderLayout.SOUTH);
        listen();
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        GuiScale.apply(getContentPane());
        setPreferredSize(GuiScale.of(320, 430));
        pack();
    }

    private static void addRow(JPanel panel, int row, String label, JSlider slider, JTextField field) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridy = row;
        place.insets = new Insets(2, 2, 2, 2);
        panel.add(new JLabel(label), place);
        place.weightx = 1;
        place.fill = GridBagConstraints.HORIZONTAL;
        panel.add(slider, place);
        place.weightx = 0;
        place.fill = GridBagConstraints.NONE;
        // The slider shrinks instead of the field.
        slider.setPreferredSize(new Dimension(GuiScale.of(140), slider.getPreferredSize().height));
        field.setMinimumSize(field.getPreferredSize());
        panel.add(field, place);
    }

    private void listen() {
        centerSlider.addChangeListener(event -> slid(centerSlider));
        widthSlider.addChangeListener(event -> slid(widthSlider));
        center.addActionListener(event -> typed());
        width.addActionListener(event -> typed());
        list.addListSelectionListener(event -> {
            delete.setEnabled(tool.isUsers(list.getSelectedIndex()));
            if (!setting && !event.getValueIsAdjusting()) tool.choose(list.getSelectedIndex());
        });
        save.addActionListener(event -> window().ifPresent(tool::save));
        delete.addActionListener(event -> tool.delete(list.getSelectedIndex()));
    }

    /** Disables the controls and shows the reason. */
    void showNothing(String why) {
        setting = true;
        title.setText(why);
        names.clear();
        enableAll(false);
        setting = false;
    }

    /** Shows an image's name and windows to choose from; the sliders span the range of its values. */
    void showImage(String name, List<String> labels, ClosedRange values) {
        setting = true;
        title.setText(name);
        names.clear();
        labels.forEach(names::addElement);
        low = values.min();
        span = values.max() - values.min();
        enableAll(true);
        delete.setEnabled(false);
        setting = false;
    }

    /** Shows the image's window, unless the user is moving a slider. */
    void showWindow(Window window) {
        if (centerSlider.getValueIsAdjusting() || widthSlider.getValueIsAdjusting()) return;
        setting = true;
        center.setText(Numbers.text(window.center()));
        width.setText(Numbers.text(window.width()));
        centerSlider.setValue((int) Math.round((window.center() - low) / span * STEPS));
        widthSlider.setValue((int) Math.round(window.width() / span * STEPS));
        setting = false;
    }

    /** Selects an entry of the list; none if {@code n} is negative. */
    void select(int n) {
        if (n == list.getSelectedIndex()) return;
        setting = true;
        if (n < 0) list.clearSelection();
        else {
            list.setSelectedIndex(n);
            list.ensureIndexIsVisible(n);
        }
        setting = false;
    }

    private void slid(JSlider slider) {
        if (setting) return;
        setting = true;
        double value = slider.getValue() * span / STEPS;
        if (slider == centerSlider) center.setText(Numbers.text(round(low + value)));
        else width.setText(Numbers.text(round(value)));
        list.clearSelection();
        setting = false;
        window().ifPresent(window -> {
            tool.show(window);
            if (!slider.getValueIsAdjusting()) tool.record();
        });
    }

    /** Rounds to whole numbers where a step of the slider is about one, as for CT. */
    private double round(double value) {
        return span >= STEPS / 4 ? Math.rint(value) : value;
    }

    private void typed() {
        window().ifPresent(window -> {
            list.clearSelection();
            tool.show(window);
            tool.record();
            showWindow(window);
        });
    }

    /** Returns the window in the text fields; empty if they do not contain a valid window. */
    private Optional<Window> window() {
        try {
            return Optional.of(new Window(Double.parseDouble(center.getText()), Double.parseDouble(width.getText())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void enableAll(boolean enabled) {
        for (var component : List.of(center, width, centerSlider, widthSlider, list, save, delete)) {
            component.setEnabled(enabled);
        }
    }
}
