#!/bin/sh
# Decode times of JPEG 2000 and HTJ2K, ratios in one run: this decoder and jai-imageio-jpeg2000 by JMH, OpenJPEG by openjpeg_decode.c.
# usage: src/test/bench/jpeg2000.sh [JMH options, as "-wi 1 -i 1"]      from the project's folder, behind mvn test-compile
# Some of the streams: -p stream=512-8.ht,512-12.ht. The heap is touched beforehand, as the first touch of memory may take long.
# needs: libopenjp2-tools, openjph-tools, libopenjp2-7-dev, gcc. A machine that does other things gives poor figures.
set -e
work=target/bench/jpeg2000
mkdir -p $work
mvn -B -q -o dependency:build-classpath -Dmdep.outputFile=$work/classpath
classpath=$PWD/target/classes:$PWD/target/test-classes:$(cat $work/classpath)
[ -f $work/in/512-8.ht ] || src/test/bench/jpeg2000-inputs.sh "$classpath" $work/in
[ -x $work/openjpeg_decode ] || gcc -O2 -I/usr/include/openjpeg-2.5 src/test/bench/openjpeg_decode.c -o $work/openjpeg_decode -lopenjp2
java -cp "$classpath" org.openjdk.jmh.Main -jvmArgs "-Dbench=$work/in -Djava.awt.headless=true -Xms1g -Xmx1g -XX:+AlwaysPreTouch" -rf csv -rff $work/jmh.csv \
    "$@" 'Jpeg2000Benchmark' > $work/jmh.log 2>&1
measured=$(awk -F, -v folder=$work/in/ 'FNR > 1 { gsub(/["\r]/, "", $8); print folder $8 }' $work/jmh.csv | sort -u)
$work/openjpeg_decode 1 $measured > $work/native.tsv
# The best times, in microseconds, which stand a busy machine better than means.
awk -F'\t' '
    FNR == NR { n = split($1, path, "/"); if (NF > 2) best[path[n], "openJpeg"] = $2 * 1000; next }
    {
        sub(/\r$/, ""); gsub(/"/, ""); split($0, f, ",")
        who = f[1]; sub(/^.*Jpeg2000Benchmark\./, "", who); sub(/:.*/, "", who)
        if (f[1] ~ /p0\.00$/) { best[f[8], who] = f[5]; seen[f[8]] = 1 }
    }
    END {
        printf "%-24s %10s %10s %10s %10s %9s %9s\n", "microseconds", "OpenJPEG", "one", "two", "jai", "one/OPJ", "two/OPJ"
        for (name in seen) {
            native = best[name, "openJpeg"]
            printf "%-24s %10.0f %10.0f %10.0f %10.0f %9.2f %9.2f\n", name, native, best[name, "oneThread"], \
                best[name, "twoThreads"], best[name, "jaiImageIo"], best[name, "oneThread"] / native, \
                best[name, "twoThreads"] / native | "sort"
        }
    }' $work/native.tsv $work/jmh.csv
