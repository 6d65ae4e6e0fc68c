// Tutorial 5: frequency bins. One bin has three breaks, which tell hardly more than black from white. A hundred use all grays
// about alike, as a model likes it. With 100,000 nearly every HU is a break of its own; equal breaks count once, so the grays
// bunch again. The histograms show what a model would see.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
output = getArgument();
if (output == "") output = getDirectory("temp") + "hounsfield-tutorial";
File.makeDirectory(output);

bins = newArray(1, 100, 100000);
run("DICOM Sample...", "sample=[CT series]");
volume = getImageID();
for (i = 0; i < bins.length; i++) {
    selectImage(volume);
    run("Equalize DICOM Frequency Bins...", "bins=" + bins[i] + " output=32-bit");
    setSlice(nSlices / 2);
    saveAs("Jpeg", output + File.separator + "5_" + bins[i] + ".jpg");
    Stack.getStatistics(voxels, mean, min, max, deviation);
    print(bins[i] + " bins: " + min + " to " + max + ", mean " + d2s(mean, 3) + ", standard deviation " + d2s(deviation, 3));
    run("HU Histogram...", "values=hu scope=stack bins=64 min=0 max=1");
    saveAs("Jpeg", output + File.separator + "5_" + bins[i] + "_histogram.jpg");
    close();
    close();
}
