# Tutorial 8: a data set: a row for each file of a folder, and pictures for training.
import os
import tempfile

from hounsfield.imagej import Hounsfield

tutorial = os.path.join(tempfile.gettempdir(), "hounsfield-tutorial")
folder = Hounsfield.writeSample("CT series", os.path.join(tutorial, "ct-series"))
output = os.path.join(tutorial, "pictures")
print("%d files" % len(Hounsfield.dicomFiles(folder)))

table = Hounsfield.folderTable(folder)
print("%d rows, HU from %g to %g" % (table.size(), min(table.getColumn("min")), max(table.getColumn("max"))))

# Three channels a slice: lungs, mediastinum, and 100 frequency bins.
manifest = Hounsfield.batchExport(folder, output, "JPEG", "lungs, mediastinum", 100, "256")
print("pictures listed in %s" % os.path.basename(manifest))
