#!/bin/sh
# Decode times of JPEG-LS, ratios in one run: this decoder by JMH, CharLS in GDCM by ../shared/bench/native_decode.cpp.
# usage: src/test/bench/jpegls.sh [JMH options, as "-wi 1 -i 1"]      from the project's folder, behind mvn test-compile
# needs: dcmcjpls, dcmscale, gdcmconv, g++ and libgdcm-dev. One process at a time; a machine that does other things gives poor figures.
set -e
work=target/bench/jpegls
mkdir -p $work
mvn -B -q -o dependency:build-classpath -Dmdep.outputFile=$work/classpath
classpath=target/classes:target/test-classes:$(cat $work/classpath)
[ -f $work/in/drawn-512-8.jls.dcm ] || src/test/bench/jpegls-inputs.sh "$classpath" $work/in
[ -x $work/native_decode ] || g++ -O2 -I/usr/include/gdcm-3.0 ../shared/bench/native_decode.cpp -o $work/native_decode \
    -lgdcmMSFF -lgdcmDSED -lgdcmCommon
java -cp "$classpath" org.openjdk.jmh.Main -jvmArgs "-Dbench=$work/in -Djava.awt.headless=true" -rf csv -rff $work/jmh.csv \
    "$@" 'JpegLsBenchmark' > $work/jmh.log 2>&1
$work/native_decode 1 $work/in/*.dcm > $work/native.tsv 2> /dev/null
# JMH's mean against GDCM's median, both in microseconds.
awk -F'\t' '
    FNR == NR { n = split($1, path, "/"); sub(/\.dcm$/, "", path[n]); if (NF > 4) gdcm[path[n]] = $5 * 1000; next }
    { split($0, f, ","); gsub(/["\r]/, "", f[8]); if (FNR > 1) time[f[8]] = f[5] }
    END {
        printf "%-24s %12s %12s %8s\n", "microseconds", "hounsfield", "GDCM", "of GDCM"
        for (file in time) printf "%-24s %12.0f %12.0f %8.2f\n", file, time[file], gdcm[file], time[file] / gdcm[file] | "sort"
    }' $work/native.tsv $work/jmh.csv
