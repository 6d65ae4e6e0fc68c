package hounsfield.command;

import hounsfield.imagej.host.Messages;
import hounsfield.imagej.operation.SaveRegions;
import ij.ImagePlus;
import java.io.IOException;
import java.util.List;

/** {@code Save Regions as DICOM...}: writes ROIs, a mask or labels as a Segmentation or an RT Structure Set. */
public final class SaveRegionsCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public SaveRegionsCommand() {
        super("Save Regions as DICOM");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = image();
        Form form = new Form("Save Regions as DICOM")
                .on(image)
                .file("Path (of the new file)")
                .choice("Format", SaveRegions.formats(), SaveRegions.formats().get(0))
                .choice("From", SaveRegions.sources(), SaveRegions.sources().get(0))
                .choice(
                        "Algorithm",
                        SaveRegions.algorithms(),
                        SaveRegions.algorithms().get(0));
        form.fill();
        SaveRegions.Options options = SaveRegions.Options.DEFAULT
                .withFormat(form.text("format"))
                .withFrom(form.text("from"))
                .withAlgorithm(form.text("algorithm"));
        working(image, "Saving", progress -> {
            String summary = SaveRegions.run(image, form.path("path"), options, progress);
            Messages.summarize("Save Regions as DICOM", summary, List.of(), 0);
        });
    }
}
