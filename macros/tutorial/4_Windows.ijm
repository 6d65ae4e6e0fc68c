// Tutorial 4: windows. The same slice through every preset; what is below the window is black, what is above it white.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
output = getArgument();
if (output == "") output = getDirectory("temp") + "hounsfield-tutorial";
File.makeDirectory(output);

presets = newArray("brain", "subdural", "stroke", "brain bone", "brain soft", "lungs", "mediastinum", "abdomen soft", "liver",
    "spine soft", "spine bone");
run("DICOM Sample...", "sample=[CT series]");
setSlice(nSlices / 2);
for (i = 0; i < presets.length; i++) {
    run("HU Window...", "preset=[" + presets[i] + "]");
    getMinAndMax(low, high);
    print(presets[i] + ": " + low + " to " + high + " HU");
    saveAs("Jpeg", output + File.separator + "4_" + replace(presets[i], " ", "_") + ".jpg");
}
