#!/bin/sh
# Decode times of JPEG, ratios in one run: this decoder and TwelveMonkeys by JMH, GDCM by ../shared/bench/native_decode.cpp.
# usage: src/test/bench/jpeg.sh [JMH options, as "-wi 1 -i 1"]        from the project's folder, behind mvn test-compile
# needs: gdcmconv, dcmcjpeg, g++ and libgdcm-dev. One process at a time; a machine that does other things gives poor figures.
set -e
work=target/bench/jpeg
mkdir -p $work
mvn -B -q -o dependency:build-classpath -Dmdep.outputFile=$work/classpath
classpath=target/classes:target/test-classes:$(cat $work/classpath)
[ -f $work/in/drawn-512-8.lossless-1.dcm ] || src/test/bench/jpeg-inputs.sh "$classpath" $work/in
[ -x $work/native_decode ] || g++ -O2 -I/usr/include/gdcm-3.0 ../shared/bench/native_decode.cpp -o $work/native_decode \
    -lgdcmMSFF -lgdcmDSED -lgdcmCommon
java -cp "$classpath" org.openjdk.jmh.Main -jvmArgs "-Dbench=$work/in -Djava.awt.headless=true" -rf csv -rff $work/jmh.csv \
    "$@" 'JpegBenchmark' > $work/jmh.log 2>&1
$work/native_decode 1 $work/in/*.dcm > $work/native.tsv 2> /dev/null
# JMH's mean against GDCM's median, both in microseconds.
awk -F'\t' '
    FNR == NR { n = split($1, path, "/"); sub(/\.dcm$/, "", path[n]); if (NF > 4) gdcm[path[n]] = $5 * 1000; next }
    { sub(/\r$/, ""); split($0, f, ","); gsub(/"/, "", f[1]); sub(/.*\./, "", f[1]); file = f[8]; gsub(/"/, "", file)
      if (FNR > 1) { time[file, f[1]] = f[5]; seen[file] = 1 } }
    END {
        printf "%-28s %12s %12s %12s %14s %14s\n", "microseconds", "hounsfield", "GDCM", "12monkeys", "of GDCM", "of 12monkeys"
        for (file in seen) {
            own = time[file, "hounsfield"]; peer = time[file, "twelveMonkeys"]
            printf "%-28s %12.0f %12.0f %12.0f %14.2f %14s\n", file, own, gdcm[file], peer, own / gdcm[file],
                peer ? sprintf("%.2f", own / peer) : "-" | "sort"
        }
    }' $work/native.tsv $work/jmh.csv
