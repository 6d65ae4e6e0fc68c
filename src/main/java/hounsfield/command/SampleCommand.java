package hounsfield.command;

import hounsfield.imagej.operation.MakeSample;
import hounsfield.imagej.view.ResultView;
import java.io.IOException;
import java.util.List;

/** {@code DICOM Sample...}: writes a built-in phantom as DICOM files and opens them. */
public final class SampleCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public SampleCommand() {
        super("DICOM Sample");
    }

    @Override
    void execute() throws IOException {
        List<String> names = MakeSample.names();
        Form form = new Form("DICOM Sample").choice("Sample", names, names.get(0));
        form.fill();
        MakeSample.Options options = MakeSample.Options.DEFAULT.with(form.text("sample"));
        ResultView.show(MakeSample.run(options, progress()));
    }
}
