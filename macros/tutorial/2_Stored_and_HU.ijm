// Tutorial 2: stored values and Hounsfield units. A CT file stores numbers that begin at 0; Rescale Slope and Intercept make
// them HU, where air is -1000 and water 0. The histograms of both, HU with the bands of tissues behind it.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
output = getArgument();
if (output == "") output = getDirectory("temp") + "hounsfield-tutorial";
File.makeDirectory(output);

run("DICOM Sample...", "sample=[CT series]");
volume = getImageID();
kinds = newArray("stored", "hu");
for (i = 0; i < kinds.length; i++) {
    selectImage(volume);
    run("HU Histogram...", "values=" + kinds[i] + " scope=stack bins=256 log");
    print(kinds[i] + ": bins from " + edge("From" + unit(kinds[i]), 0) + " to " + edge("To" + unit(kinds[i]), 255));
    saveAs("Jpeg", output + File.separator + "2_" + kinds[i] + ".jpg");
    close();
}

function unit(kind) {
    if (kind == "hu") return " (HU)";
    return "";
}

function edge(column, row) {
    return d2s(parseFloat(call("hounsfield.imagej.Hounsfield.tableValue", "HU Histogram", column, "" + row)), 0);
}
