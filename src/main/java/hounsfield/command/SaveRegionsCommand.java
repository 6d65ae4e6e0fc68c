package hounsfield.command;

import hounsfield.imagej.host.Messages;
import hounsfield.imagej.operation.SaveRegions;
import ij.ImagePlus;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
                        SaveRegions.algorithms().get(0))
                .hidden("Codes");
        form.fill();
        SaveRegions.Options options = SaveRegions.Options.DEFAULT
                .withFormat(form.text("format"))
                .withFrom(form.text("from"))
                .withAlgorithm(form.text("algorithm"));
        String codes = Form.isUnattended() ? form.text("codes") : chosen(image, options);
        SaveRegions.Options coded = options.withCodes(codes);
        working(image, "Saving", progress -> {
            String summary = SaveRegions.run(image, form.path("path"), coded, progress);
            Messages.summarize("Save Regions as DICOM", summary, List.of(), 0);
        });
    }

    /** Lets the user choose a term for each region; returns and records the terms that differ from the suggested ones. */
    private String chosen(ImagePlus image, SaveRegions.Options options) throws IOException {
        Map<String, String> suggested = new LinkedHashMap<>();
        working(
                image,
                "Finding regions",
                progress -> suggested.putAll(SaveRegions.suggestedTerms(image, options, progress)));
        String codes = TermsDialog.ask(suggested, SaveRegions.terms());
        if (!codes.isEmpty()) Form.record("codes", codes);
        return codes;
    }
}
