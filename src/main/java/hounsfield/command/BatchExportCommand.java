package hounsfield.command;

import hounsfield.imagej.operation.EditPresets;
import hounsfield.imagej.operation.ExportPictures;
import ij.IJ;
import java.io.IOException;

/**
 * {@code DICOM Batch Export...}: writes one picture per frame of a folder of DICOM files, and a list of the pictures.
 */
public final class BatchExportCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public BatchExportCommand() {
        super("DICOM Batch Export");
    }

    @Override
    void execute() throws IOException {
        Form form = new Form("DICOM Batch Export")
                .folder("Folder")
                .folder("Output")
                .choice(
                        "Format",
                        ExportPictures.formats(),
                        ExportPictures.formats().get(0))
                .windows("Windows (presets, center/width, file 1)", "", EditPresets::offered)
                .number("Bins (0 for none)", 0)
                .text("Size (256x128; empty: unchanged)", "")
                .window("Crop by the window of a mask (empty: none)", "", EditPresets::offered)
                .number("Quality of JPEG", 90)
                .longText("Series Instance UIDs (empty for all)", "")
                .flag("Anonymous: pseudonyms instead of names")
                .file("Key of the pseudonyms (empty: your own)")
                .flag("Regularize uneven or tilted series (npy, nii.gz)")
                .text("Shard (3/16; empty for all)", "");
        form.fill();
        ExportPictures.Options options = ExportPictures.Options.DEFAULT
                .withFormat(form.text("format"))
                .withChannels(form.text("windows"), form.whole("bins", 0))
                .withSize(form.text("size"))
                .withCrop(form.text("crop"))
                .withQuality(form.whole("quality", 1))
                .withSeries(form.text("series"))
                .anonymous(form.isOn("anonymous"))
                .regularize(form.isOn("regularize"))
                .withShard(form.text("shard"));
        if (!form.text("key").isEmpty()) options = options.withKey(form.path("key"));
        ExportPictures.Result result =
                ExportPictures.run(form.path("folder"), form.path("output"), options, progress());
        IJ.showStatus("");
        IJ.log("DICOM Batch Export: " + result.summary());
    }
}
