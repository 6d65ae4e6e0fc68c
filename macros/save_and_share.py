# Jython: a computed image as DICOM, with its values, its place and regions on it; then a copy without what identifies the patient.
import os
import tempfile
from ij.gui import OvalRoi, Overlay
from ij.plugin.filter import RankFilters
from hounsfield.imagej import Hounsfield

if "folder" not in globals() or not folder:
    folder = tempfile.mkdtemp()
saved = os.path.join(folder, "saved")
regions = os.path.join(folder, "regions.dcm")

imp = Hounsfield.sample("CT series")
for slice in range(1, imp.getStackSize() + 1):
    RankFilters().rank(imp.getStack().getProcessor(slice), 1, RankFilters.MEDIAN)
print(Hounsfield.saveDicomAs(imp, saved, "series", "RLE", "16-bit", "Median filter, radius 1 pixel"))

again = Hounsfield.openSeries(saved)
print("%d slices, first at %s mm" % (again.getNSlices(), Hounsfield.positionOf(again, 0, 0, 1)))

liver = OvalRoi(349, 336, 16, 16)
liver.setName("Liver")
liver.setPosition(11)
again.setOverlay(Overlay(liver))
Hounsfield.saveRegions(again, regions, "structure set", "overlay")
for roi in Hounsfield.regions(again, regions):
    again.setSlice(roi.getPosition() if roi.getPosition() > 0 else roi.getZPosition())
    again.setRoi(roi)
    print("%s: %.1f HU" % (roi.getName(), again.getStatistics().mean))

# With the same key file other folders and computers get the same pseudonyms and dates; keep it secret.
key = os.path.join(folder, "key")
with open(key, "wb") as file:
    file.write(os.urandom(32))
left = Hounsfield.deidentifyAs(saved, os.path.join(folder, "shared"), "retain modified dates", key, "")
print("%d files left out" % left.size())
