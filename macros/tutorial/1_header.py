# Tutorial 1: reading the header, as text, and as a dictionary of keywords.
import os
import tempfile

from hounsfield.imagej import Hounsfield

folder = Hounsfield.writeSample("CT series", os.path.join(tempfile.gettempdir(), "hounsfield-tutorial", "ct-series"))
path = os.path.join(folder, sorted(os.listdir(folder))[0])

header = Hounsfield.header(path)
print("%d elements" % len(header.splitlines()))

values = Hounsfield.asDict(path)
for keyword in ("Modality", "Rows", "Columns", "PixelSpacing", "RescaleIntercept", "RescaleSlope", "WindowCenter"):
    print("%s: %s" % (keyword, values[keyword]))
