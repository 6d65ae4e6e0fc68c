// Opens the built-in CT phantom and looks at it through a lung and a bone window.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
run("DICOM Sample...", "sample=[CT series]");
setSlice(nSlices / 2);

run("HU Window...", "preset=lungs");
getMinAndMax(low, high);
print("lungs: " + low + " to " + high + " HU");

run("HU Window...", "preset=[spine bone]");
getMinAndMax(low, high);
print("spine bone: " + low + " to " + high + " HU");

// Any window by numbers.
run("HU Window...", "center=60 width=120");
getMinAndMax(low, high);
print("60/120: " + low + " to " + high + " HU");
