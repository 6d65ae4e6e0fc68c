# Jython: imports a folder of DICOM files as a volume in HU.
# Give the folder in a variable "folder" before running; without one a sample is written and imported.
import os
import tempfile

from java.awt import GraphicsEnvironment

from hounsfield.imagej import Hounsfield

if "folder" not in globals():
    folder = Hounsfield.writeSample("CT series", os.path.join(tempfile.gettempdir(), "hounsfield-series"))

for series in Hounsfield.describeSeries(folder):
    print(series)

imp = Hounsfield.openSeries(folder)
calibration = imp.getCalibration()
print("%s: %d x %d x %d, %.3f x %.3f x %.3f %s, values in %s" % (
    imp.getTitle(), imp.getWidth(), imp.getHeight(), imp.getNSlices(),
    calibration.pixelWidth, calibration.pixelHeight, calibration.pixelDepth, calibration.getUnit(),
    calibration.getValueUnit()))
if not GraphicsEnvironment.isHeadless():
    imp.show()
