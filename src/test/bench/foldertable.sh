#!/bin/sh
# The table of a folder of 1000 CT slices with the statistics of all pixels: this one by JMH, pydicom and numpy by foldertable.py,
# in one run. The peer works in one process, as its users' scripts do; this one on all processors.
# usage: src/test/bench/foldertable.sh [JMH options, as "-wi 1 -i 1"]     from the project's folder, behind mvn test-compile
# needs: python3-pydicom, python3-numpy, 0.6 GB of disk. A machine that does other things gives poor figures.
set -e
work=target/bench/foldertable
mkdir -p $work
mvn -B -q -o dependency:build-classpath -Dmdep.outputFile=$work/classpath
classpath=target/classes:target/test-classes:$(cat $work/classpath)
if [ ! -d $work/in ]; then
    rm -rf $work/making
    java -cp "$classpath" hounsfield.dataset.table.FolderTableBenchmark $work/making
    mv $work/making $work/in
fi
cat $work/in/*/* > /dev/null # both read from memory
java -cp "$classpath" org.openjdk.jmh.Main -f 1 -wi 5 -i 10 -jvmArgs "-Dbench=$work/in -Djava.awt.headless=true" \
    "$@" 'FolderTableBenchmark' > $work/jmh.log 2>&1 || { tail -5 $work/jmh.log; exit 1; }
/usr/bin/python3 src/test/bench/foldertable.py $work/in $work/peer.csv 5 > $work/peer.ms
# Best and median of each; the best ones stand a busy machine better.
for benchmark in tagsAndPixels tagsAlone; do
    awk -v name="$benchmark" '/^# Benchmark:/ { ours = index($0, name) } ours && /^Iteration/ { print $3 }' $work/jmh.log |
        sort -n > $work/$benchmark.ms
done
sort -n -o $work/peer.ms $work/peer.ms
median() { awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }' "$1"; }
line() { printf '%-34s best %6.0f ms, median %6.0f ms\n' "$1" "$(head -1 "$2")" "$(median "$2")"; }
line "hounsfield, tags and pixels" $work/tagsAndPixels.ms
line "hounsfield, tags alone" $work/tagsAlone.ms
line "pydicom and numpy" $work/peer.ms
awk -v a="$(head -1 $work/peer.ms)" -v b="$(head -1 $work/tagsAndPixels.ms)" -v c="$(median $work/peer.ms)" \
    -v d="$(median $work/tagsAndPixels.ms)" 'BEGIN { printf "ratio (goal: at least 5): best %.2f, median %.2f\n", a / b, c / d }'
