# Jython: mean and standard deviation of a circle in HU, slice by slice, and how much of the image a window shows.
from hounsfield.imagej import Hounsfield
from ij.gui import OvalRoi

imp = Hounsfield.sample("CT series")
pixel = imp.getCalibration().pixelWidth
radius = 6 / pixel


def mean_hu(x_mm, y_mm):
    """Mean over all slices of a circle, its center in mm from the middle of the image."""
    x = imp.getWidth() / 2.0 + x_mm / pixel
    y = imp.getHeight() / 2.0 + y_mm / pixel
    imp.setRoi(OvalRoi(x - radius, y - radius, 2 * radius, 2 * radius))
    means = []
    for z in range(1, imp.getStackSize() + 1):
        imp.setSliceWithoutUpdate(z)
        means.append(imp.getStatistics().mean)
    imp.deleteRoi()
    return sum(means) / len(means)


water = mean_hu(107, 52)
bone = mean_hu(-44, 84)
print("water %.1f HU, bone %.1f HU" % (water, bone))

part = Hounsfield.fractionInWindow(imp, "mediastinum")
print("in the mediastinum window: %.1f %%" % (100 * part))
