#!/usr/bin/env python3
"""The peer of FolderTableBenchmark: pydicom and numpy.

usage: foldertable.py FOLDER CSV PASSES      prints the milliseconds of each pass
"""
import csv
import os
import sys
import time

import numpy as np
import pydicom
from pydicom.multival import MultiValue


def statistics(row, name, pixels):
    row[name + 'min'] = pixels.min()
    row[name + 'max'] = pixels.max()
    row[name + 'mean'] = pixels.mean(dtype=np.float64)
    row[name + 'std'] = pixels.std(dtype=np.float64)


def row_of(path):
    data = pydicom.dcmread(path)
    row = {'file': path}
    for element in data:
        if element.tag == 0x7FE00010:
            continue
        key = element.keyword or str(element.tag)
        value = element.value
        if isinstance(value, MultiValue):
            row['Multi' + key] = 1
            for i, one in enumerate(value):
                row[key + (str(i) if i else '')] = one
        else:
            row[key] = value
    stored = data.pixel_array
    statistics(row, 'stored_', stored)
    hu = stored * np.float32(data.RescaleSlope) + np.float32(data.RescaleIntercept)
    if 'PixelPaddingValue' in data:
        hu = hu[stored != data.PixelPaddingValue]
    statistics(row, '', hu)
    row['fraction_in_window'] = np.count_nonzero((hu > 0) & (hu < 80)) / hu.size
    return row


def table(folder, path):
    files = sorted(os.path.join(where, name) for where, _, names in os.walk(folder) for name in names)
    rows = [row_of(file) for file in files]
    headings = list(dict.fromkeys(key for row in rows for key in row))
    with open(path, 'w', newline='') as out:
        writer = csv.DictWriter(out, headings)
        writer.writeheader()
        writer.writerows(rows)


if __name__ == '__main__':
    for _ in range(int(sys.argv[3])):
        start = time.perf_counter()
        table(sys.argv[1], sys.argv[2])
        print('%.1f' % ((time.perf_counter() - start) * 1000), flush=True)
