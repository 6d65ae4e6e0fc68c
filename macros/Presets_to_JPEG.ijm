// Saves one slice through several windows as JPEG. The argument is the output folder; without one it is a temporary one.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
output = getArgument();
if (output == "") output = getDirectory("temp") + "hounsfield-presets";
File.makeDirectory(output);

run("DICOM Sample...", "sample=[CT series]");
setSlice(nSlices / 2);
presets = newArray("mediastinum", "lungs", "abdomen soft", "spine bone");
for (i = 0; i < presets.length; i++) {
    run("HU Window...", "preset=[" + presets[i] + "]");
    saveAs("Jpeg", output + File.separator + presets[i] + ".jpg");
    print("saved " + presets[i] + ".jpg");
}
