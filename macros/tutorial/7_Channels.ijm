// Tutorial 7: channels. Lungs in red, mediastinum in green, and equalized values in blue: three views of the same slice in
// the three channels that a network for photographs takes.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
output = getArgument();
if (output == "") output = getDirectory("temp") + "hounsfield-tutorial";
File.makeDirectory(output);

run("DICOM Sample...", "sample=[CT series]");
setSlice(nSlices / 2);
run("DICOM Windows to Channels...", "windows=[lungs, mediastinum] bins=100 output=rgb");
print(getTitle() + ": " + bitDepth() + "-bit, " + nSlices + " slices");
saveAs("Jpeg", output + File.separator + "7_channels.jpg");
