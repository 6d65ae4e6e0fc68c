// The phantom's histogram in HU and of its stored values, and the volume and part of each tissue.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
setBatchMode(true);
run("DICOM Sample...", "sample=[CT series]");
image = getImageID();

print("HU from " + lowest("hu", " (HU)") + ", stored values from " + lowest("stored", ""));

selectImage(image);
run("HU Statistics...", "scope=stack window=lungs");
print("median " + d2s(last("Median"), 0) + " HU, " + d2s(last("% in window"), 1) + " % in the lung window");
print("lung " + d2s(last("% lung"), 1) + " %, fat " + d2s(last("% fat"), 1) + " %");

selectImage(image);
run("HU Statistics...", "min=-949 max=-500");
print("lung " + d2s(last("Volume (ml)"), 0) + " ml");

// A number in the last row of HU Statistics, which has a table of its own: rows are added, as Measure does. With a display
// Table.get reads it as well; without one ImageJ knows only Results.
function last(column) {
    return parseFloat(call("hounsfield.imagej.Hounsfield.tableValue", "HU Statistics", column, "-1"));
}

// The least value that occurs: the lower end of the histogram's first bin.
function lowest(values, unit) {
    selectImage(image);
    run("HU Histogram...", "values=" + values + " log");
    return d2s(parseFloat(call("hounsfield.imagej.Hounsfield.tableValue", "HU Histogram", "From" + unit, "0")), 0);
}
