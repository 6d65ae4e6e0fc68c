package hounsfield.command;

import hounsfield.imagej.host.TableView;
import hounsfield.imagej.operation.LoadRegions;
import hounsfield.imagej.operation.PresentImage;
import hounsfield.imagej.operation.ReadReport;
import hounsfield.imagej.view.ResultView;
import ij.ImagePlus;
import ij.WindowManager;
import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code DICOM Regions...}: places the regions of a structure set, segmentation, measurement report or image with overlays on the
 * active DICOM image, or on the series to which the file refers if none is open, as ROIs, masks or labels. Shows the measurements of a
 * report in a table.
 */
public final class RegionsCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public RegionsCommand() {
        super("DICOM Regions");
    }

    @Override
    void execute() throws IOException {
        ImagePlus active = WindowManager.getCurrentImage();
        boolean onActive = active != null && LoadRegions.isPossible(active);
        Form form = new Form("DICOM Regions");
        if (onActive) form.on(active);
        form.file("Path")
                .longText("Segments (numbers or names; empty: all)", "")
                .choice("To", LoadRegions.To.labels(), LoadRegions.To.ROI_MANAGER.label())
                .choice(
                        "Overlap",
                        LoadRegions.overlaps(),
                        LoadRegions.overlaps().get(0));
        form.fill();
        Path path = form.path("path");
        LoadRegions.Options options = LoadRegions.Options.DEFAULT
                .withSegments(form.text("segments"))
                .withTo(form.text("to"))
                .withOverlap(form.text("overlap"));
        if (ReadReport.isSelection(path)) {
            working("Opening key images", progress -> {
                TableView.show(ReadReport.imageTable(path, progress), ReadReport.IMAGES);
                ReadReport.open(path, progress).forEach(ResultView::show);
            });
            return;
        }
        if (ReadReport.isReport(path)) TableView.show(ReadReport.table(path), ReadReport.TABLE);
        working("Placing regions", progress -> {
            ImagePlus image = onActive ? active : LoadRegions.openSeries(path, progress);
            if (PresentImage.isState(path)) {
                PresentImage.Presented presented = PresentImage.run(image, path, progress);
                if (presented.image() != image) ResultView.show(image, presented.image());
                else if (!onActive) ResultView.showOpened(image, path);
                presented.zoom();
                return;
            }
            LoadRegions.Loaded loaded = LoadRegions.run(image, path, options, progress);
            if (!onActive) ResultView.showOpened(image, path);
            loaded.images().forEach(made -> ResultView.show(image, made));
            image.updateAndDraw();
        });
    }
}
