package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import ij.ImagePlus;
import ij.WindowManager;
import org.junit.jupiter.api.Test;

/** The keys of {@code Orthogonal DICOM Views}, and the call that does the same. */
class OrthogonalKeysTest extends MacroCommands {
    private static ImagePlus view(ImagePlus image, String options) {
        WindowManager.setTempCurrentImage(image);
        return run("Orthogonal DICOM Views", options);
    }

    @Test
    void macroGetsTheViewOfTheCall() {
        ImagePlus image = volume("", 2.5, new int[] {1, 2, 3, 4}, new int[] {5, 6, 7, 8}, new int[] {9, 10, 11, 12});
        for (String name : new String[] {"axial", "coronal", "sagittal"}) {
            for (String edge : new String[] {"0", "0.5", "1"}) {
                ImagePlus facade = Hounsfield.orthogonalView(image, name.toUpperCase(), Double.parseDouble(edge));
                ImagePlus menu = view(image, "view=" + name + " edge=" + edge);
                OneImage.assertSame(menu, facade, name + " " + edge);
            }
        }
        String problem = MacroRun.failure(image, new OrthogonalViewsCommand(), "view=oblique");
        assertTrue(problem.contains("all, axial, coronal, sagittal"), problem);
    }
}
