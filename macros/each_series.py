# Jython: opens each series of a folder, says which channels and times it has and where it is in the patient,
# resamples uneven and tilted series to an even grid, and converts PET to standardized uptake values.
# Give the folder in a variable "folder" before running; without one a sample is written and imported.
import os
import tempfile

from hounsfield.imagej import Hounsfield

if "folder" not in globals():
    folder = Hounsfield.writeSample("CT series", os.path.join(tempfile.gettempdir(), "hounsfield-series"))

images = []
for name in Hounsfield.listSeries(folder):
    imp = Hounsfield.openSeriesByUid(folder, name)
    print("%s: %d channels, %d slices, %d times" % (
        imp.getTitle(), imp.getNChannels(), imp.getNSlices(), imp.getNFrames()))
    for time in range(1, imp.getNFrames() + 1):
        for channel in range(1, imp.getNChannels() + 1):
            label = imp.getStack().getSliceLabel(imp.getStackIndex(channel, 1, time))
            print("  " + label.split("\n")[0])
    x, y, z = Hounsfield.positionOf(imp, 0, 0, 1)
    print("  first pixel at %.1f, %.1f, %.1f mm" % (x, y, z))
    if Hounsfield.tagOf(imp, "Modality") == "PT":
        imp = Hounsfield.suv(imp)
        print("  %s up to %.2f" % (imp.getCalibration().getValueUnit(), Hounsfield.statistics(imp)["max"]))
    if "origin" not in Hounsfield.geometry(imp):
        imp = Hounsfield.regularize(imp, 0, "linear")
        print("  %d even slices, %.2f mm apart" % (imp.getNSlices(), imp.getCalibration().pixelDepth))
    images.append(imp)
