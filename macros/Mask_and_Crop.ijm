// Finds the phantom's body, crops the stack to it, and shows two windows and the equalized values as one color picture.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
run("DICOM Sample...", "sample=[CT series]");
original = getImageID();

run("HU Mask and Crop...", "window=mediastinum output=roi");
getStatistics(area, mean);
print("body of slice 1: " + d2s(area / 100, 0) + " cm2, mean " + d2s(mean, 0) + " HU");

Roi.remove;
run("HU Mask and Crop...", "window=mediastinum size=256x192");
getVoxelSize(width, height, depth, unit);
print("crop: " + getWidth() + " x " + getHeight() + " x " + nSlices + ", " + d2s(width, 3) + " " + unit);

run("DICOM Windows to Channels...", "windows=[lungs, mediastinum] output=rgb");
print("channels: " + bitDepth() + "-bit, " + nSlices + " slices");
