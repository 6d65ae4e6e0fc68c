# Tutorial 7: channels: two windows and equalized values as a composite, as RGB, and as a JPEG.
import os
import tempfile

from hounsfield.imagej import Hounsfield

imp = Hounsfield.sample("CT series")
imp.setSlice(imp.getStackSize() // 2)

channels = Hounsfield.channels(imp, "lungs, mediastinum")
print("%d channels of %d slices" % (channels.getNChannels(), channels.getNSlices()))
rgb = Hounsfield.rgb(imp, "lungs, mediastinum")
print("%d-bit" % rgb.getBitDepth())
path = os.path.join(tempfile.gettempdir(), "hounsfield-channels.jpg")
Hounsfield.saveJpeg(imp, path, "lungs, mediastinum", 100, 90)
print("saved %d bytes" % os.path.getsize(path))
