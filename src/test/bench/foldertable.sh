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
    java -cp "$classpath" hounsfield.dataset.FolderTableBenchmark $work/making
    mv $work/making $work/in
fi
cat $work/in/*/* > /dev/null # both read from memory
java -cp "$classpath" org.openjdk.jmh.Main -f 1 -wi 5 -i 10 -jvmArgs "-Dbench=$work/in -Djava.awt.headless=true" -rf csv \
    -rff $work/jmh.csv "$@" 'FolderTableBenchmark' > $work/jmh.log 2>&1
/usr/bin/python3 src/test/bench/foldertable.py $work/in $work/peer.csv 5 > $work/peer.ms
# The peer's best pass against the mean of ours.
awk -F, -v peer="$(sort -n $work/peer.ms | head -1)" '
    { gsub(/"/, "") }
    $1 ~ /tagsAndPixels/ { ours = $5; error = $6 }
    $1 ~ /tagsAlone/ { tags = $5 }
    END {
        printf "hounsfield, tags and pixels      %8.0f ms (+- %.0f)\n", ours, error
        printf "hounsfield, tags alone           %8.0f ms\n", tags
        printf "pydicom and numpy                %8.0f ms, ratio %5.2f (goal: at least 5)\n", peer, peer / ours
    }' $work/jmh.csv
