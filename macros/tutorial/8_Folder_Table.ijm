// Tutorial 8: a data set. A row for each file of a folder, with header values and pixel statistics in HU, saved as CSV; and
// the share of pixels in the brain window, by which slices that show little can be left out.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
output = getArgument();
if (output == "") output = getDirectory("temp") + "hounsfield-tutorial";
File.makeDirectory(output);

folder = call("hounsfield.imagej.Hounsfield.writeSample", "CT series", output + File.separator + "ct-series");
csv = output + File.separator + "8_table.csv";
run("DICOM Folder Table...", "folder=[" + folder + "] window=brain save=[" + csv + "]");
lines = split(File.openAsString(csv), "\n");
print(lines.length - 1 + " rows");
