# Jython: what a network is fed. The phantom cropped to its body, of one size, through two windows and equalized, as pictures.
import os
import tempfile
from hounsfield.imagej import Hounsfield

imp = Hounsfield.sample("CT series")
imp.setSlice(imp.getStackSize() // 2)

mask = Hounsfield.mask(imp, "mediastinum")
x, y, width, height = Hounsfield.boundingBox(mask)
print("body: %d x %d pixels at %d, %d" % (width, height, x, y))

crop = Hounsfield.cropResize(imp, mask, 256, 192)
cal = crop.getCalibration()
print("crop: %d x %d pixels of %.3f x %.3f mm" % (crop.getWidth(), crop.getHeight(), cal.pixelWidth, cal.pixelHeight))

channels = Hounsfield.channels(crop, "lungs, mediastinum")
print("channels: %d of %d slices" % (channels.getNChannels(), channels.getNSlices()))

if "folder" not in globals():
    folder = tempfile.mkdtemp()
crop.setSlice(imp.getCurrentSlice())
Hounsfield.saveJpeg(crop, os.path.join(folder, "slice.jpg"), "lungs, mediastinum", 100, 90)
Hounsfield.savePng(crop, os.path.join(folder, "slice.png"), "lungs, mediastinum", 100)
Hounsfield.saveTiff32(crop, os.path.join(folder, "crop.tif"))
print("saved in " + folder)
