// Tutorial 1: reading the header. Shows a file's elements as a table, and reads some by their tags. The argument is the
// folder for what the tutorial makes; without one it is a temporary folder.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
output = getArgument();
if (output == "") output = getDirectory("temp") + "hounsfield-tutorial";
File.makeDirectory(output);

folder = call("hounsfield.imagej.Hounsfield.writeSample", "CT series", output + File.separator + "ct-series");
files = getFileList(folder);
file = folder + File.separator + files[0];

// The table of all elements; sequences have the level of their elements.
run("DICOM Header...", "path=[" + file + "]");
print(call("hounsfield.imagej.Hounsfield.tableSize", "DICOM Header") + " elements");

// The same values by tag, once the image is open.
run("Open DICOM...", "path=[" + file + "]");
tags = newArray("0008,0060", "0028,0010", "0028,0011", "0028,0030", "0028,1052", "0028,1053", "0028,1050", "0028,1051");
names = newArray("Modality", "Rows", "Columns", "Pixel Spacing", "Rescale Intercept", "Rescale Slope", "Window Center",
    "Window Width");
lines = newArray(tags.length);
for (i = 0; i < tags.length; i++) {
    lines[i] = tags[i] + "  " + names[i] + ":" + Property.getDicomTag(tags[i]);
    print(lines[i]);
}

// A picture of them.
newImage("Header", "8-bit white", 440, 20 + 24 * lines.length, 1);
setFont("Monospaced", 15);
setColor("black");
for (i = 0; i < lines.length; i++) drawString(lines[i], 12, 28 + 24 * i);
updateDisplay();
saveAs("Jpeg", output + File.separator + "1_header.jpg");
