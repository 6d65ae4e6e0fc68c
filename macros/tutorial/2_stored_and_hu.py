# Tutorial 2: stored values and Hounsfield units, by their histograms.
from hounsfield.imagej import Hounsfield

imp = Hounsfield.sample("CT series")
stored_edges, stored_counts = Hounsfield.histogramOfStored(imp)
edges, counts = Hounsfield.histogram(imp)
print("stored: %g to %g" % (stored_edges[0], stored_edges[-1]))
print("HU: %g to %g" % (edges[0], edges[-1]))
print("pixels: %d and %d" % (sum(stored_counts), sum(counts)))
