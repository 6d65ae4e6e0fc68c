package hounsfield.command;

import hounsfield.dataset.BatchExport;
import hounsfield.dataset.ExportFormat;
import hounsfield.dataset.ExportSettings;
import hounsfield.dataset.ExportWindow;
import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.display.WindowPresets;
import hounsfield.imagej.files.ExportWriter;
import hounsfield.imagej.host.ImageJProgress;
import hounsfield.mask.MaskSettings;
import hounsfield.mask.Size;
import ij.IJ;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code DICOM Batch Export...}: a folder of DICOM files to a folder of pictures, one a frame, and a list of them. */
public final class BatchExportCommand extends DicomCommand {
    public BatchExportCommand() {
        super("DICOM Batch Export");
    }

    @Override
    void execute() throws IOException {
        Form form = new Form("DICOM Batch Export")
                .folder("Folder")
                .folder("Output")
                .choice("Format", ExportFormat.labels(), ExportFormat.PNG.label())
                .longText("Windows (presets, center/width, file 1)", "")
                .number("Bins (0 for none)", 0)
                .text("Size (256x128; empty: as it is)", "")
                .text("Crop by a mask's window (empty: none)", "")
                .number("Quality of JPEG", 90)
                .flag("Anonymous: numbers for names");
        form.fill();
        Path folder = form.path("folder");
        Path output = form.path("output");
        ExportSettings settings = settings(form);
        ImageJProgress progress = new ImageJProgress();
        BatchExport.Result result = BatchExport.run(folder, output, settings, new ExportWriter(), progress);
        IJ.showStatus("");
        IJ.log("DICOM Batch Export: " + sentence(result));
    }

    private static ExportSettings settings(Form form) {
        String crop = form.text("crop");
        return new ExportSettings(
                ExportFormat.byLabel(form.text("format")),
                ExportWindow.list(form.text("windows"), WindowPresets::byName),
                form.whole("bins", 0),
                Size.parseOptional(form.text("size")),
                crop.isEmpty() ? Optional.empty() : Optional.of(MaskSettings.of(WindowParser.preset(crop))),
                crop.strip(),
                form.whole("quality", 1),
                form.isOn("anonymous"));
    }

    private static String sentence(BatchExport.Result result) {
        String text = result.written() + " pictures written";
        if (result.there() > 0) text += ", " + result.there() + " were there already";
        if (result.leftOut() > 0)
            text += "\n  " + result.leftOut() + " left out, see the reasons in " + BatchExport.MANIFEST;
        return text;
    }
}
