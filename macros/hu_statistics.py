# Jython: the numbers of a volume in HU, its tissues, its histogram, and its equalization by another image's breaks.
from hounsfield.imagej import Hounsfield

imp = Hounsfield.sample("CT series")

numbers = Hounsfield.statistics(imp)
print("%d pixels, mean %.1f, median %.0f HU, %.0f ml"
      % (numbers["count"], numbers["mean"], numbers["median"], numbers["volume"]))

fractions = Hounsfield.tissueFractions(imp)
for tissue in ("air", "lung", "fat", "soft tissue"):
    print("%s %.1f %%" % (tissue, 100 * fractions[tissue]))

lung = Hounsfield.volume(imp, -950, -500)
print("lung %.0f ml" % lung)

edges, counts = Hounsfield.histogram(imp)
print("%d bins from %.0f to %.0f HU" % (len(counts), edges[0], edges[-1]))

breaks = Hounsfield.frequencyBins(imp, 100)
equalized = Hounsfield.equalizeByBreaks(imp, breaks)
print("equalized by %d breaks: %s" % (len(breaks), equalized.getTitle()))
