// Multi-frame files: an ultrasound cine in color, and an enhanced CT whose frames have each a rescale of their own.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
run("DICOM Sample...", "sample=[Ultrasound cine]");
print("cine: " + nSlices + " frames, " + bitDepth() + "-bit, " + d2s(1000 * Stack.getFrameInterval(), 1) + " ms a frame");
close();

run("DICOM Sample...", "sample=[Enhanced CT]");
getVoxelSize(width, height, depth, unit);
print("enhanced CT: " + nSlices + " frames, " + depth + " " + unit + " apart");
// The middle of the body is 20 HU in every frame.
for (slice = 1; slice <= nSlices; slice++) {
    setSlice(slice);
    makeRectangle(getWidth() / 2 - 8, getHeight() / 2 - 8, 16, 16);
    getStatistics(area, mean);
    print("frame " + slice + ": " + d2s(mean, 1) + " HU");
}
