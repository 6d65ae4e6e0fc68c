// A folder of DICOM files as a table and as pictures. The argument is the folder; without one it is the CT sample's.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
folder = getArgument();
output = getDirectory("temp") + "hounsfield-export";
File.makeDirectory(output);
if (folder == "")
    folder = call("hounsfield.imagej.Hounsfield.writeSample", "CT series", getDirectory("temp") + "hounsfield-ct");
csv = output + File.separator + "table.csv";
run("DICOM Folder Table...", "folder=[" + folder + "] tags=[InstanceNumber, PixelSpacing] window=lungs save=[" + csv + "]");
lines = split(File.openAsString(csv), "\n");
print(lines.length - 1 + " files; the columns are " + lines[0]);

run("DICOM Batch Export...", "folder=[" + folder + "] output=[" + output + "] windows=[lungs, mediastinum] bins=100 size=128");
lines = split(File.openAsString(output + File.separator + "manifest.csv"), "\n");
print(lines.length - 1 + " pictures; the first is " + lines[1]);
