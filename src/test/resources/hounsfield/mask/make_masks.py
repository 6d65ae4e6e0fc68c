#!/usr/bin/env python3
"""Golden values for blurs, masks, boxes, crops and zooms, computed with numpy and scipy alone, in double precision.

usage: make_masks.py CORPUS_ROOT > masks.json

pydicom reads the corpus, for the masks of real files.

The formulas are those of fastai's medical imaging module, written anew here. Each pixel's input comes from a formula that
MaskGoldenTest has too.
"""
import hashlib, json, os, sys
import numpy as np, pydicom
from scipy import ndimage


def scattered(rows, columns):
    """0..1 without any order."""
    return ((np.arange(rows * columns, dtype=np.int64) * 7919 % 4096) / np.float64(4095)).astype(np.float32).reshape(rows, columns)


def head(rows, columns):
    """HU: air, within it an ellipse of bone around one of brain, its middle a quarter off the plane's, and a table below."""
    y, x = np.mgrid[0:rows, 0:columns]
    dy = (y - rows * 0.45) / (rows * 0.3)
    dx = (x - columns * 0.6) / (columns * 0.25)
    r = dy * dy + dx * dx
    hu = np.where(r < 0.8, 20 + (7 * x + 3 * y) % 31, np.where(r < 1, 900, -1000))
    hu = np.where((y >= rows - 3) & (x % 4 != 0), -100, hu)
    return hu.astype(np.float32)


def windowed(px, center, width):
    low, high = center - width // 2, center + width // 2
    return (np.clip(px, low, high) - low) / np.float32(high - low)


def gauss(px, s):
    k = int(s / 4) * 2 + 1
    i = np.arange(k) - k // 2
    w = np.exp(-i * i / (2.0 * s * s))
    w /= w.sum()
    blurred = ndimage.correlate1d(px.astype(np.float64), w, axis=1, mode='nearest')
    return ndimage.correlate1d(blurred, w, axis=0, mode='nearest')


def uniform(px, s):
    """The whole of fastai's result: both passes pad both axes by s // 2 zeros; then its middle, which is as large as px."""
    p = s // 2
    box = np.ones(s) / s
    def valid(a, axis):
        return np.apply_along_axis(lambda v: np.convolve(v, box, mode='valid'), axis, a)
    whole = valid(np.pad(valid(np.pad(px.astype(np.float64), p), 1), p), 0)
    extra = 2 * p + 1 - s % 2
    assert whole.shape == (px.shape[0] + extra, px.shape[1] + extra), whole.shape
    return whole[p:p + px.shape[0], p:p + px.shape[1]]


def mask(px, center, width, sigma, threshold, without_white):
    p = windowed(px, center, width).astype(np.float64)
    if without_white:
        p[p == 1] = 0
    return gauss(p, sigma * px.shape[1]) > threshold


def bounds(m):
    """The first and last row, and the first and last column, that are part of it."""
    rows, columns = np.flatnonzero(m.any(axis=1)), np.flatnonzero(m.any(axis=0))
    return [int(rows[0]), int(columns[0]), int(rows[-1]), int(columns[-1])]


def squared(px, box, rows, columns):
    """Box without its last row and column, squared, moved inside, bilinear with zeros beyond the edge."""
    n = px.shape[1]
    side = max(box[2] - box[0], box[3] - box[1])
    top, left = (min(low, n - side) for low in box[:2])
    y = top + (np.arange(rows) + 0.5) * side / rows - 0.5
    x = left + (np.arange(columns) + 0.5) * side / columns - 0.5
    grid = np.meshgrid(y, x, indexing='ij')
    return ndimage.map_coordinates(px.astype(np.float64), grid, order=1, mode='grid-constant', cval=0.0)


def resized(px, box, rows, columns):
    """All of a box given by its first and last row and column, bilinear, the edge's pixels beyond the edge."""
    height, width = box[2] + 1 - box[0], box[3] + 1 - box[1]
    y = box[0] + (np.arange(rows) + 0.5) * height / rows - 0.5
    x = box[1] + (np.arange(columns) + 0.5) * width / columns - 0.5
    grid = np.meshgrid(y, x, indexing='ij')
    return ndimage.map_coordinates(px.astype(np.float64), grid, order=1, mode='nearest')


def zoomed(px, ratio):
    """fastai leaves the mode at constant, which gives the last row or column as zeros where rounding puts it a hair beyond the
    edge; the rest is the same."""
    right = ndimage.zoom(px.astype(np.float64), ratio, mode='mirror')
    published = ndimage.zoom(px.astype(np.float64), ratio)
    assert np.allclose(right[:-1, :-1], published[:-1, :-1], atol=1e-12)
    return right


def outcome(a, **parameters):
    """Size, mean, and some of the values: all along the edge's corners, and scattered ones."""
    flat = a.ravel()
    last = a.size - 1
    picked = sorted({0, a.shape[1] - 1, last - a.shape[1] + 1, last} | {int(i) for i in np.linspace(0, last, 24)})
    return dict(parameters, rows=a.shape[0], columns=a.shape[1], mean=float(a.mean()), index=picked,
                value=[float(flat[i]) for i in picked])


def masked(px, center, width, sigma, threshold, without_white):
    m = mask(px, center, width, sigma, threshold, without_white)
    return dict(rows=px.shape[0], columns=px.shape[1], center=center, width=width, sigma=sigma, threshold=threshold,
                withoutWhite=without_white, count=int(m.sum()), bounds=bounds(m),
                sha256=hashlib.sha256((m * 255).astype(np.uint8).tobytes()).hexdigest())


def main(root):
    small, wide, large = scattered(37, 53), scattered(20, 64), scattered(256, 256)
    inputs = {'small': small, 'wide': wide, 'large': large, 'one': scattered(1, 1), 'line': scattered(1, 9)}
    out = {'gauss': [], 'uniform': [], 'mask': [], 'files': [], 'resizeSquared': [], 'resize': [], 'zoom': []}
    for name, sigmas in (('small', (0.5, 3.99, 4, 7, 20, 50, 212)), ('wide', (19.2, 57.6)), ('large', (76.8,)), ('line', (8,))):
        out['gauss'] += [outcome(gauss(inputs[name], s), input=name, sigma=s) for s in sigmas]
    for name, sizes in (('small', (1, 2, 3, 20, 51, 106)), ('wide', (5, 6)), ('one', (1, 2))):
        out['uniform'] += [outcome(uniform(inputs[name], s), input=name, size=s) for s in sizes]
    for rows, columns in ((64, 64), (96, 60), (512, 512)):
        px = head(rows, columns)
        for center, width, sigma, threshold, without_white in (
                (40, 80, 0.3, 0.05, True), (40, 80, 0.9, 0.1, True), (40, 80, 0.1, 0.05, False), (-600, 1500, 0.3, 0.05, True),
                (600, 2800, 0.2, 0.3, False)):
            out['mask'].append(masked(px, center, width, sigma, threshold, without_white))
    for name in ('series-ge-ct/11.dcm', 'series-ge-ct/28.dcm'):
        ds = pydicom.dcmread(os.path.join(root, name))
        px = (ds.pixel_array * np.float32(ds.RescaleSlope) + np.float32(ds.RescaleIntercept)).astype(np.float32)
        for center, width in ((40, 80), (-600, 1500), (50, 350)):
            out['files'].append(dict(masked(px, center, width, 0.3, 0.05, True), file=name))
    for box in ([3, 5, 40, 30], [100, 7, 255, 255], [0, 0, 255, 255], [200, 250, 230, 255], [9, 9, 9, 9]):
        for rows, columns in ((16, 16), (128, 96), (300, 300)):
            out['resizeSquared'].append(outcome(squared(large, box, rows, columns), input='large', bounds=box))
            out['resize'].append(outcome(resized(large, box, rows, columns), input='large', bounds=box))
    for name, ratio in (('small', 7.0), ('small', 0.25), ('small', 1.7), ('small', 1.0), ('wide', 0.5), ('wide', 2.5), ('line', 3.0),
                        ('large', 0.7)):
        out['zoom'].append(outcome(zoomed(inputs[name], ratio), input=name, ratio=ratio))
    for name, rows, columns in (('small', 90, 90), ('wide', 7, 200), ('large', 200, 2), ('line', 4, 1)):
        px = inputs[name]
        out['zoom'].append(outcome(zoomed(px, (rows / px.shape[0], columns / px.shape[1])), input=name, ratio=0))
    json.dump(out, sys.stdout, indent=None, separators=(',', ':'))
    print()


main(sys.argv[1])
