// Equalizes the phantom by frequency bins: every gray value is used about equally often, whatever the scanner's range.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
run("DICOM Sample...", "sample=[CT series]");
run("Equalize DICOM Frequency Bins...", "bins=100 output=8-bit");
Stack.getStatistics(voxels, mean, min, max);
print(getTitle() + ": " + bitDepth() + "-bit, " + min + " to " + max + ", mean " + d2s(mean, 1));
