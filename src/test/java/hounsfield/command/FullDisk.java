package hounsfield.command;

import hounsfield.imagej.Hounsfield;
import hounsfield.phantom.CtPhantom;
import hounsfield.testing.SmallHeap;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Saves regions and images with macros in a JVM that cannot write files of more than a few kilobytes. */
public final class FullDisk {
    private FullDisk() {}

    /** Writes a sample to the folder, and tries to save regions of it. */
    static SmallHeap.Result run(Path folder, Path target) throws IOException, InterruptedException {
        new CtPhantom().write(folder.resolve("ct"));
        List<String> limited = List.of("/bin/sh", "-c", "ulimit -f 8; exec \"$@\"", "sh");
        return SmallHeap.run(
                limited, 512, folder, FullDisk.class, folder.resolve("ct").toString(), target.toString());
    }

    /** @param arguments the folder of the series and the file to save */
    public static void main(String[] arguments) throws IOException {
        Hounsfield.install();
        ImagePlus image = Hounsfield.openSeries(arguments[0]);
        OvalRoi roi = new OvalRoi(100, 100, 80, 90);
        roi.setPosition(2);
        image.setOverlay(new Overlay(roi));
        WindowManager.setTempCurrentImage(image);
        Path target = Path.of(arguments[1]);
        IJ.run("Save Regions as DICOM...", "path=[" + target + "] from=overlay");
        IJ.run("Save as DICOM...", "path=[" + target + "] form=multi-frame");
        IJ.run("Save as DICOM...", "path=[" + target + "] form=multi-frame compress=RLE");
        IJ.run("Save as DICOM...", "path=[" + target.resolveSibling("series") + "]");
        IJ.run("Save as NIfTI...", "path=[" + target.resolveSibling("saved.nii") + "]");
    }
}
