#!/bin/sh
# Encodes the inputs of JpegBenchmark: images that the test code draws, and a CT slice of the corpus where it is there.
# usage: jpeg-inputs.sh TEST_CLASSPATH FOLDER      needs gdcmconv (libgdcm-tools) and dcmcjpeg (dcmtk)
set -e
classpath=$1
folder=$2
here=$(cd "$(dirname "$0")/../../.." && pwd)
java -cp "$classpath" hounsfield.codec.BenchmarkImages "$folder"
slice="$here/../shared/corpus/series-ge-ct/10.dcm"
if [ -f "$slice" ]; then gdcmconv --raw "$slice" "$folder/ct-512-16.dcm"; fi
for raw in "$folder"/drawn-*-8.dcm "$folder"/drawn-*-12.dcm "$folder"/drawn-*-16.dcm "$folder"/drawn-*-rgb.dcm "$folder"/ct-*-16.dcm; do
    [ -f "$raw" ] || continue
    name=${raw%.dcm}
    gdcmconv --jpeg "$raw" "$name.lossless-1.dcm"                                    # predictor 1, by GDCM
    dcmcjpeg --encode-lossless --selection-value 6 "$raw" "$name.lossless-6.dcm" # predictor 6, by dcmtk
done
for raw in "$folder"/drawn-*-8.dcm "$folder"/drawn-*-rgb.dcm; do
    dcmcjpeg --encode-baseline --quality 90 "$raw" "${raw%.dcm}.baseline.dcm"
done
for raw in "$folder"/drawn-*-12.dcm; do
    dcmcjpeg --encode-extended --quality 90 --bits-force-12 "$raw" "${raw%.dcm}.extended.dcm"
done
rm "$folder"/drawn-???-8.dcm "$folder"/drawn-????-8.dcm "$folder"/drawn-*-12.dcm "$folder"/drawn-*-16.dcm "$folder"/drawn-*-rgb.dcm
rm -f "$folder"/ct-*-16.dcm
