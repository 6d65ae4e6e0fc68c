# Tutorial 6: a file of many frames: all of them, some of them, one at a time.
import os
import tempfile

from hounsfield.imagej import Hounsfield

folder = Hounsfield.writeSample("Ultrasound cine", os.path.join(tempfile.gettempdir(), "hounsfield-tutorial", "cine"))
path = os.path.join(folder, os.listdir(folder)[0])

cine = Hounsfield.open(path)
print("%d frames" % cine.getStackSize())
some = Hounsfield.openFrames(path, 2, 5)
print("frames 2 to 5: %d slices" % some.getStackSize())
later = Hounsfield.openVirtual(path)
print("virtual: %s" % later.getStack().isVirtual())
