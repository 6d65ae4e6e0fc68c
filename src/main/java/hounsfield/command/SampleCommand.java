package hounsfield.command;

import hounsfield.imagej.Hounsfield;
import hounsfield.phantom.Phantoms;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** {@code DICOM Sample...}: a built-in phantom, written as DICOM files and opened as any others. */
public final class SampleCommand extends DicomCommand {
    public SampleCommand() {
        super("DICOM Sample");
    }

    @Override
    void execute() throws IOException {
        List<String> names = Arrays.asList(Phantoms.names());
        Form form = new Form("DICOM Sample").choice("Sample", names, names.get(0));
        form.fill();
        Hounsfield.sample(form.text("sample")).show();
    }
}
