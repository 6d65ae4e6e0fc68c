// The phantom's histogram in HU and of its stored values, and the volume and part of each tissue.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
setBatchMode(true);
run("DICOM Sample...", "sample=[CT series]");
image = getImageID();

print("HU from " + lowest("hu", " (HU)") + ", stored values from " + lowest("stored", ""));

selectImage(image);
run("HU Statistics...", "scope=stack window=lungs");
row = nResults - 1; // rows are added, as Measure does
print("median " + d2s(getResult("Median", row), 0) + " HU, " + d2s(getResult("% in window", row), 1) + " % in the lung window");
print("lung " + d2s(getResult("% lung", row), 1) + " %, fat " + d2s(getResult("% fat", row), 1) + " %");

selectImage(image);
run("HU Statistics...", "min=-950 max=-500");
print("lung " + d2s(getResult("Volume (ml)", nResults - 1), 0) + " ml");

// The least value that occurs: the lower end of the histogram's first bin.
function lowest(values, unit) {
    selectImage(image);
    run("HU Histogram...", "values=" + values + " log");
    return d2s(Table.get("From" + unit, 0), 0);
}
