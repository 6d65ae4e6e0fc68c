# Jython: a folder of DICOM files as a table, as a dictionary for each file, and as pictures for training.
import os
import tempfile
from hounsfield.imagej import Hounsfield

if "folder" not in globals():
    folder = Hounsfield.writeSample("CT series", tempfile.mkdtemp())
output = tempfile.mkdtemp()

files = Hounsfield.dicomFiles(folder)
first = Hounsfield.asDict(files[0])
print("%s: slice at %s mm, %d to %d %s, %.0f %% in the brain window" % (
    first["file"], first["ImagePositionPatient2"], first["min"], first["max"], first["unit"], 100 * first["fraction_in_window"]))

table = Hounsfield.folderTable(folder)
print("%d rows, mean of all %.1f" % (table.size(), sum(table.getColumn("mean")) / table.size()))

rows = Hounsfield.folderTableTo(folder, os.path.join(output, "table.csv"), "InstanceNumber, PixelSpacing", "lungs")
manifest = Hounsfield.batchExport(folder, os.path.join(output, "pictures"), "PNG", "lungs, mediastinum", 100, "128")
print("%d rows in table.csv, %d lines in %s" % (rows, len(open(manifest).readlines()), os.path.basename(manifest)))
