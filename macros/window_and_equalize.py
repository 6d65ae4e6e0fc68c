# Jython: presets, windows by numbers, and equalization by frequency bins.
from hounsfield.imagej import Hounsfield

imp = Hounsfield.sample("CT series")
imp.setSlice(imp.getStackSize() // 2)

Hounsfield.window(imp, "mediastinum")
print("mediastinum: %g to %g HU" % (imp.getDisplayRangeMin(), imp.getDisplayRangeMax()))
Hounsfield.windowTo(imp, 60, 120)
print("60/120: %g to %g HU" % (imp.getDisplayRangeMin(), imp.getDisplayRangeMax()))

breaks = Hounsfield.frequencyBins(imp, 100)
print("%d breaks from %g to %g HU" % (len(breaks), breaks[0], breaks[len(breaks) - 1]))
equalized = Hounsfield.equalize(imp, 100)
print("equalized: %d-bit, %d slices" % (equalized.getBitDepth(), equalized.getStackSize()))
