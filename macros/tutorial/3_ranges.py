# Tutorial 3: five ranges of HU, and how much of the volume lies in each.
from hounsfield.imagej import Hounsfield

RANGES = [(300, 894), (-250, 250), (-600, -250), (-1000, -600), (-1024, -900)]

imp = Hounsfield.sample("CT series")
volume = Hounsfield.statistics(imp)["volume"]
for low, high in RANGES:
    Hounsfield.range(imp, low, high)
    Hounsfield.lut(imp, "bone" if low > -300 else "ocean_r")
    inside = Hounsfield.volume(imp, low, high)
    print("%d to %d HU: %.0f ml of %.0f" % (low, high, inside, volume))
