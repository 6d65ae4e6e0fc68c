// Tutorial 6: a file of many frames. An ultrasound cine opens as a stack, with its time from frame to frame.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
output = getArgument();
if (output == "") output = getDirectory("temp") + "hounsfield-tutorial";
File.makeDirectory(output);

run("DICOM Sample...", "sample=[Ultrasound cine]");
print(nSlices + " frames, " + d2s(1000 * Stack.getFrameInterval(), 1) + " ms a frame");
step = floor(nSlices / 4);
for (frame = 1; frame <= nSlices; frame += step) {
    setSlice(frame);
    updateDisplay();
    saveAs("Jpeg", output + File.separator + "6_" + frame + ".jpg");
}
