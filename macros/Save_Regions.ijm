// Draws regions, saves them as a DICOM segmentation, reads them back, measures them by name, and saves the image itself as
// DICOM and as NIfTI. The argument is the output folder.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
folder = getArgument();
if (folder == "") folder = getDirectory("temp") + "hounsfield-regions";
File.makeDirectory(folder);
run("DICOM Sample...", "sample=[CT series]");

// The inserts of the phantom that are like liver and bone, on three slices; places in mm from the middle of the image.
getVoxelSize(pixel, pixelHeight, depth, unit);
radius = 6 / pixel;
names = newArray("liver", "bone");
xs = newArray(76, -44);
ys = newArray(66, 84);
for (i = 0; i < names.length; i++) {
    for (slice = 10; slice <= 12; slice++) {
        setSlice(slice);
        makeOval(getWidth() / 2 + xs[i] / pixel - radius, getHeight() / 2 + ys[i] / pixel - radius, 2 * radius, 2 * radius);
        Roi.setName(names[i]);
        Overlay.addSelection;
        Overlay.setPosition(slice);
    }
}
Roi.remove;

file = folder + File.separator + "regions.dcm";
run("Save Regions as DICOM...", "path=[" + file + "] format=segmentation from=overlay codes=[bone: Bone]");
Overlay.remove;
run("DICOM Regions...", "path=[" + file + "] to=overlay");
print(Overlay.size + " regions on slices");
run("HU Statistics...", "regions=overlay");
for (i = 0; i < names.length; i++) {
    region = call("hounsfield.imagej.Hounsfield.tableValue", "HU Statistics", "Region", i);
    mean = call("hounsfield.imagej.Hounsfield.tableValue", "HU Statistics", "Mean", i);
    print(region + ": " + d2s(parseFloat(mean), 1) + " HU");
}
Overlay.remove;

run("Save as DICOM...", "path=[" + folder + File.separator + "saved] form=multi-frame compress=RLE");
run("Save as NIfTI...", "path=[" + folder + File.separator + "saved.nii.gz]");
run("Open NIfTI...", "path=[" + folder + File.separator + "saved.nii.gz]");
getVoxelSize(pixel, pixelHeight, depth, unit);
print("NIfTI: " + nSlices + " slices, " + pixel + " x " + pixelHeight + " x " + depth + " " + unit);
