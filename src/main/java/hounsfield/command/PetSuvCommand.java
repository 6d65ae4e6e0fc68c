package hounsfield.command;

import hounsfield.imagej.operation.ConvertToSuv;
import hounsfield.imagej.view.ResultView;
import ij.ImagePlus;
import java.io.IOException;

/**
 * {@code PET SUV...}: standardized uptake values of the active PET image. A single 32-bit image is changed in place, and Edit&gt;Undo
 * restores it; stacks and other types give a new image, virtual stacks a virtual one.
 */
public final class PetSuvCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public PetSuvCommand() {
        super("PET SUV");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = image();
        Form form = new Form("PET SUV")
                .on(image)
                .choice("Type", ConvertToSuv.types(), ConvertToSuv.types().get(0));
        form.fill();
        ConvertToSuv.Options options = ConvertToSuv.Options.of(form.text("type"));
        working(image, "", progress -> ResultView.replace(image, ConvertToSuv.run(image, options, progress)));
    }
}
