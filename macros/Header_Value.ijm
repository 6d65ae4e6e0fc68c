// Reads header values of the active image with ImageJ's own macro functions.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
run("DICOM Sample...", "sample=[CT series]");
for (slice = 1; slice <= nSlices; slice += 8) {
    setSlice(slice);
    number = Property.getDicomTag("0020,0013");
    position = Property.getDicomTag("0020,0032");
    print("slice " + slice + ": instance" + number + ", position" + position);
}
print("kVp" + Property.getDicomTag("0018,0060"));
