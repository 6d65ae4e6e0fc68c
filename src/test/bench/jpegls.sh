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
# The heap is touched beforehand: on virtual machines the first touch of a page can take longer than decoding what goes into it.
java -cp "$classpath" org.openjdk.jmh.Main \
    -jvmArgs "-Dbench=$work/in -Djava.awt.headless=true -Xms1g -Xmx1g -XX:+AlwaysPreTouch" -rf csv -rff $work/jmh.csv \
    "$@" 'JpegLsBenchmark' > $work/jmh.log 2>&1
# Its memory is kept likewise, not given back to the system after each image.
MALLOC_MMAP_THRESHOLD_=33554432 MALLOC_TRIM_THRESHOLD_=1073741824 $work/native_decode 1 $work/in/*.dcm > $work/native.tsv 2> /dev/null
# Best and median of each, in microseconds; the best ones stand a busy machine better.
awk -F'\t' '
    FNR == NR {
        n = split($1, path, "/"); sub(/\.dcm$/, "", path[n])
        if (NF > 4) { best[path[n], "gdcm"] = $4 * 1000; median[path[n], "gdcm"] = $5 * 1000 }
        next
    }
    {
        sub(/\r$/, ""); gsub(/"/, ""); split($0, f, ",")
        if (f[1] ~ /p0\.00$/) { best[f[8], "own"] = f[5]; seen[f[8]] = 1 }
        if (f[1] ~ /p0\.50$/) median[f[8], "own"] = f[5]
    }
    END {
        printf "%-24s %18s %18s   %s\n", "best / median, us", "hounsfield", "GDCM", "of GDCM"
        for (file in seen) {
            printf "%-24s %8.0f /%8.0f %8.0f /%8.0f   %.2f / %.2f\n", file, best[file, "own"], median[file, "own"], \
                best[file, "gdcm"], median[file, "gdcm"], best[file, "own"] / best[file, "gdcm"], \
                median[file, "own"] / median[file, "gdcm"] | "sort"
        }
    }' $work/native.tsv $work/jmh.csv
