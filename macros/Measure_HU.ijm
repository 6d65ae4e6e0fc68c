// Measures the mean HU of the phantom's inserts in a region of interest, on every slice, into the Results table.
call("hounsfield.imagej.Hounsfield.install"); // lets run() find the commands where there is no menu
run("DICOM Sample...", "sample=[CT series]");
getVoxelSize(pixel, pixelHeight, depth, unit);

// Centers in mm from the middle of the image, as the phantom has them.
names = newArray("air", "lung", "fat",  "water", "muscle", "liver", "bone", "metal");
xs    = newArray(    0,      0,  -107,      107,      -76,      76,    -44,      44);
ys    = newArray(  -72,    -42,    52,       52,       66,      66,     84,      84);
radius = 6 / pixel;

row = nResults;
for (i = 0; i < names.length; i++) {
    x = getWidth() / 2 + xs[i] / pixel;
    y = getHeight() / 2 + ys[i] / pixel;
    makeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    sum = 0;
    for (slice = 1; slice <= nSlices; slice++) {
        setSlice(slice);
        getStatistics(area, mean);
        sum += mean;
    }
    setResult("Insert", row, names[i]);
    setResult("Mean HU", row, sum / nSlices);
    print(names[i] + ": " + d2s(sum / nSlices, 1) + " HU");
    row++;
}
updateResults();
Roi.remove;
