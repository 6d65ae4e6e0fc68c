// Imports a folder of DICOM files as a volume in HU. The folder is the macro's argument; without one, or in the macro
// editor, it is a sample that is written to the temporary folder first.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
folder = getArgument();
if (folder == "")
    folder = call("hounsfield.imagej.Hounsfield.writeSample", "CT series", getDirectory("temp") + "hounsfield-series");

run("Import DICOM Series...", "folder=[" + folder + "]");

getVoxelSize(width, height, depth, unit);
print(getTitle() + ": " + nSlices + " slices, " + width + " x " + height + " x " + depth + " " + unit);
Stack.getStatistics(voxels, mean, min, max);
print("values: " + min + " to " + max + " HU");
