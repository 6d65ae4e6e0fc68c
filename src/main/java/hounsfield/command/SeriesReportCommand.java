package hounsfield.command;

import hounsfield.imagej.operation.ReportSeries;
import java.io.IOException;

/**
 * {@code DICOM Series Report}: adds the active image to the table of the same name: spacing, gaps, tilt, and the findings of
 * its import.
 */
public final class SeriesReportCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public SeriesReportCommand() {
        super(ReportSeries.TABLE);
    }

    @Override
    void execute() throws IOException {
        // The command has no options, so there is no dialog.
        if (Form.isUnattended()) new Form(ReportSeries.TABLE).fill();
        ReportSeries.append(image());
    }
}
