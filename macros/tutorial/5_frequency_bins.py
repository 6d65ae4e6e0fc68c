# Tutorial 5: 1, 100 and 100,000 frequency bins.
from hounsfield.imagej import Hounsfield

imp = Hounsfield.sample("CT series")
for bins in (1, 100, 100000):
    breaks = Hounsfield.frequencyBins(imp, bins)
    equalized = Hounsfield.equalize(imp, bins)
    numbers = Hounsfield.statistics(equalized)
    print("%d bins: %d breaks, mean %.3f, standard deviation %.3f" % (bins, len(breaks), numbers["mean"], numbers["std"]))
