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
# The heap is touched beforehand: on virtual machines the first touch of a page can take longer than decoding what goes into it.
java -cp "$classpath" org.openjdk.jmh.Main \
    -jvmArgs "-Dbench=$work/in -Djava.awt.headless=true -Xms1g -Xmx1g -XX:+AlwaysPreTouch" -rf csv -rff $work/jmh.csv \
    "$@" 'JpegBenchmark' > $work/jmh.log 2>&1
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
        who = f[1]; sub(/^.*JpegBenchmark\./, "", who); sub(/:.*/, "", who)
        if (f[1] ~ /p0\.00$/) { best[f[8], who] = f[5]; seen[f[8]] = 1 }
        if (f[1] ~ /p0\.50$/) median[f[8], who] = f[5]
    }
    function pair(values, medians, file, who) {
        return sprintf("%8.0f /%8.0f", values[file, who], medians[file, who])
    }
    function ratio(values, file, who) {
        return values[file, who] > 0 ? sprintf("%.2f", values[file, "hounsfield"] / values[file, who]) : "-"
    }
    END {
        printf "%-26s %18s %18s %18s   %-14s %-14s\n", "best / median, us", "hounsfield", "GDCM", "TwelveMonkeys", \
            "of GDCM", "of TwelveMonkeys"
        for (file in seen) {
            printf "%-26s %18s %18s %18s   %5s / %-6s %5s / %-6s\n", file, pair(best, median, file, "hounsfield"), \
                pair(best, median, file, "gdcm"), pair(best, median, file, "twelveMonkeys"), \
                ratio(best, file, "gdcm"), ratio(median, file, "gdcm"), \
                ratio(best, file, "twelveMonkeys"), ratio(median, file, "twelveMonkeys") | "sort"
        }
    }' $work/native.tsv $work/jmh.csv
