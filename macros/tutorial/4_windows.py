# Tutorial 4: windows, and the part of the pixels that is neither black nor white in each.
from hounsfield.imagej import Hounsfield

imp = Hounsfield.sample("CT series")
for preset in Hounsfield.windowPresets():
    Hounsfield.window(imp, preset)
    part = Hounsfield.fractionInWindow(imp, preset)
    print("%s: %g to %g HU, %.1f %%" % (preset, imp.getDisplayRangeMin(), imp.getDisplayRangeMax(), 100 * part))
