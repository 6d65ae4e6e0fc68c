#!/bin/sh
# Encodes the inputs of JpegLsBenchmark: images that the test code draws, and a CT slice of the corpus where it is there.
# usage: jpegls-inputs.sh TEST_CLASSPATH FOLDER      needs gdcmconv (libgdcm-tools), dcmcjpls and dcmscale (dcmtk)
set -e
classpath=$1
folder=$2
here=$(cd "$(dirname "$0")/../../.." && pwd)
java -cp "$classpath" hounsfield.codec.BenchmarkImages "$folder"
slice="$here/../shared/corpus/series-ge-ct/10.dcm"
if [ -f "$slice" ]; then
    gdcmconv --raw "$slice" "$folder/ct-512-16.dcm"
    for size in 1024 2048; do dcmscale +i 1 +Sxv $size "$folder/ct-512-16.dcm" "$folder/ct-$size-16.dcm"; done
fi
for raw in "$folder"/drawn-*.dcm "$folder"/ct-*.dcm; do
    case $raw in *.*.dcm) continue ;; esac
    [ -f "$raw" ] || continue
    name=${raw%.dcm}
    case $name in
    *-1024-rgb)
        dcmcjpls +il "$raw" "$name.line.dcm"
        dcmcjpls +is "$raw" "$name.sample.dcm"
        dcmcjpls +in "$raw" "$name.jls.dcm"
        ;;
    *drawn-1024-*)
        dcmcjpls "$raw" "$name.jls.dcm"
        dcmcjpls +en +md 2 "$raw" "$name.near.dcm"
        ;;
    *-rgb) ;;
    *) dcmcjpls "$raw" "$name.jls.dcm" ;;
    esac
    rm "$raw"
done
