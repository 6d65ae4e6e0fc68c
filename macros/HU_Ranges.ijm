// The phantom in five ranges of HU, as the tutorial of fastai's medical imaging module shows them, and how much of the
// volume lies in each.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
names = newArray("bone", "soft tissue", "between fat and lung", "lung", "air");
lows  = newArray(    300,          -250,                   -600,  -1000, -1024);
highs = newArray(    894,           250,                   -250,   -600,  -900);
luts  = newArray( "bone",        "bone",              "ocean_r", "ocean_r", "ocean_r");

run("DICOM Sample...", "sample=[CT series]");
volume = getImageID();
setSlice(nSlices / 2);
for (i = 0; i < names.length; i++) {
    selectImage(volume);
    range = "min=" + lows[i] + " max=" + highs[i];
    // Shows the range in the volume itself ...
    run("HU Range...", range + " outside=unchanged lut=" + luts[i]);
    getMinAndMax(low, high);
    // ... and makes a mask of it, 255 inside.
    run("HU Range...", range + " outside=mask lut=unchanged");
    Stack.getStatistics(voxels, mean);
    print(names[i] + ", " + low + " to " + high + " HU: " + d2s(100 * mean / 255, 2) + " %");
    close();
}

// Only what is inside: the rest is not a number, and no statistic counts it.
selectImage(volume);
run("HU Range...", "min=-1000 max=-600 outside=nan");
Stack.getStatistics(voxels, mean, min, max);
print("lung without the rest: " + min + " to " + max + " HU");
