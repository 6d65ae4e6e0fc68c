#!/usr/bin/env python3
"""Golden values for histograms and statistics, computed with numpy and scipy alone.

usage: /usr/bin/python3 make_golden.py > golden.json

The images are drawn by formulas that GoldenMeasureTest repeats; i counts pixels over all planes.
"""
import hashlib
import json
import sys
import numpy as np
from scipy import stats

PLANES, ROWS, COLUMNS = 3, 48, 64
I = np.arange(PLANES * ROWS * COLUMNS, dtype=np.int64)
K = I * 7919 % 4096
LADDER = np.array([-1024, -1000, -951, -950, -949, -700, -500, -499, -191, -190, -189, -100, -30, -29, -10, -9, 0, 20, 21,
                   60, 150, 151, 1200, 3000, 3001, 3071])
IMAGES = {
    'integers': (K - 1024).astype(np.float32),
    'fractions': (K / 7.0 - 300).astype(np.float32),
    'halves': (0.5 * K - 1000).astype(np.float32),
    'ladder': LADDER[I * I % len(LADDER)].astype(np.float32),
    'far from zero': (1e6 + K / 4096.0).astype(np.float32),
}
HISTOGRAMS = [(10, -1024, 3072), (7, -500.5, 812.25), (1, -5, 5), (1000, -100, 100), (333, None, None), (100000, None, None)]
TISSUES = {'air': (-np.inf, -950), 'lung': (-950, -500), 'fat': (-190, -30), 'water': (-10, 20), 'soft tissue': (20, 150),
           'bone': (150, 3000), 'metal': (3000, np.inf)}
BRAIN = (0, 80)


def summary(values):
    v = values.astype(np.float64)
    described = stats.describe(v, ddof=1)
    return {'count': int(described.nobs), 'min': float(described.minmax[0]), 'max': float(described.minmax[1]),
            'mean': float(described.mean), 'std': float(np.sqrt(described.variance)), 'median': float(np.median(v)),
            'tissues': {name: float(((v > low) & (v <= high)).mean()) for name, (low, high) in TISSUES.items()},
            'inBrain': float(((v > BRAIN[0]) & (v < BRAIN[1])).mean())}


def digest(counts):
    """The counts, or where they are many what their 64-bit integers' bytes, little endian, hash to."""
    if len(counts) <= 16:
        return {'counts': counts.tolist()}
    return {'sum': int(counts.sum()), 'sha256': hashlib.sha256(counts.astype('<i8').tobytes()).hexdigest()}


def case(values):
    v = values.astype(np.float64)
    selected = (I % 5 != 0) & ~((v >= -1024) & (v <= -1000))
    histograms = []
    for bins, low, high in HISTOGRAMS:
        limits = (v.min(), v.max()) if low is None else (low, high)
        counts, _ = np.histogram(v, bins, limits)
        histograms.append({'bins': bins, 'fitted': low is None, 'low': float(limits[0]), 'high': float(limits[1]), **digest(counts)})
    return {'all': summary(v), 'selected': summary(v[selected]),
            'limited': summary(v[(v >= -200) & (v <= 300)]) if ((v >= -200) & (v <= 300)).any() else None,
            'histograms': histograms}


json.dump({name: case(values) for name, values in IMAGES.items()}, sys.stdout, indent=1)
