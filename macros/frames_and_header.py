# Jython: single frames of a multi-frame file, stored values, and the header.
import os
import tempfile

from hounsfield.imagej import Hounsfield

folder = Hounsfield.writeSample("Enhanced CT", os.path.join(tempfile.gettempdir(), "hounsfield-enhanced"))
path = os.path.join(folder, "enhanced-ct.dcm")

imp = Hounsfield.openFrames(path, 4, 7)
print("frames 4 to 7: %d slices" % imp.getStackSize())

stored = Hounsfield.storedValues(path, 4)
print("first stored value of frame 4: %d" % stored[0])

header = Hounsfield.header(path)
print(header)
