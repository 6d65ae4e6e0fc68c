package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.imagej.Hounsfield;
import ij.IJ;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All values of all keys of {@code DICOM Options...}: the same options by the menu and by the facade. */
class OneDoorOfOptionsTest extends MacroCommands {
    private static final List<String> SWITCH = List.of("false", "true");

    private Map<String, String> before;

    @BeforeEach
    void remember() {
        before = options();
    }

    @AfterEach
    void restore() throws IOException {
        for (Map.Entry<String, String> option : before.entrySet()) {
            Hounsfield.setOption(option.getKey(), option.getValue());
        }
    }

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        for (String name : List.of("open", "pixels", "hide", "right", "keys")) {
            options.put(name, Hounsfield.option(name));
        }
        return options;
    }

    @Test
    void allOptionsOfDicomOptions() throws IOException {
        Set<Map<String, String>> all = new HashSet<>();
        for (String open : SWITCH) {
            for (String pixels : List.of("32-bit", "16-bit")) {
                for (String hide : SWITCH) {
                    for (String right : SWITCH) {
                        for (String keys : List.of("1=lungs", "1=40/400, 2=brain")) {
                            String options = "pixels=" + pixels + " keys=[" + keys + "]"
                                    + (open.equals("true") ? " open" : "") + (hide.equals("true") ? " hide" : "")
                                    + (right.equals("true") ? " right" : "");
                            IJ.run("DICOM Options...", options);
                            Map<String, String> menu = options();
                            restore();
                            Hounsfield.setOption("Open", open);
                            Hounsfield.setOption("pixels", pixels.toUpperCase());
                            Hounsfield.setOption("hide", hide);
                            Hounsfield.setOption("right", right);
                            Hounsfield.setOption("keys", keys);
                            assertEquals(menu, options(), options);
                            all.add(menu);
                        }
                    }
                }
            }
        }
        assertEquals(32, all.size());
    }
}
