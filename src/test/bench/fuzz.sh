#!/bin/bash
# Runs the Jazzer targets, the classes ending in FuzzTest, each for some minutes, two at a time. A target that fails prints
# its finding; the input is left beside its log. Ends with a table of executions and findings.
# usage: src/test/bench/fuzz.sh [MINUTES [TARGET ...]]     minutes for each target, 0.5 as well; from the project's folder,
#        behind mvn test-compile. Inputs that reached new code are kept in target/fuzz and are where the next run begins.
#        FUZZ_JOBS: how many run at a time. CLASSPATH: other classes, with junit-platform-launcher.
set -u
minutes=${1:-1}
[ $# -gt 0 ] && shift
work=$PWD/target/fuzz
mkdir -p "$work"
if [ -z "${CLASSPATH:-}" ]; then
    mvn -B -ntp -q dependency:build-classpath -Dmdep.outputFile="$work/classpath" || exit 1
    # Surefire brings the launcher when it runs tests, in the version that belongs to JUnit's.
    version=$(sed -n 's|.*<junit.version>\(.*\)</junit.version>.*|\1|p' pom.xml | sed 's/^5/1/')
    launcher=${HOME}/.m2/repository/org/junit/platform/junit-platform-launcher/$version/junit-platform-launcher-$version.jar
    [ -f "$launcher" ] || { echo "there is no $launcher: run mvn test once"; exit 1; }
    # Jazzer looks through all jars before it begins, which takes most of a minute with Jython and the peers of benchmarks.
    jars=$(tr ':' '\n' <"$work/classpath" |
        grep -E '/(ij|imglib2|scijava-common|parsington|junit|jazzer|opentest4j|apiguardian|gson)[^/]*$' | paste -sd:)
    CLASSPATH=$PWD/target/test-classes:$PWD/target/classes:$jars:$launcher
fi
export CLASSPATH
seconds=$(awk -v minutes="$minutes" 'BEGIN { printf "%d", minutes * 60 }')
[ "$seconds" -gt 0 ] || { echo "usage: fuzz.sh [MINUTES [TARGET ...]]"; exit 2; }

targets() {
    if [ $# -gt 0 ]; then printf '%s\n' "$@"; else
        find src/test/java -name '*FuzzTest.java' -exec basename {} .java \; | sort
    fi
}

# One processor, so that work is done by the calling thread, which is the one that FuzzLimits measures.
fuzz() {
    local source class place
    source=$(find src/test/java -name "$1.java")
    [ -n "$source" ] || { echo "no target $1"; return 1; }
    class=$(sed 's|src/test/java/||; s|\.java$||; s|/|.|g' <<<"$source")
    place=$work/$1
    mkdir -p "$place/corpus"
    cd "$place" || return 1
    java -Xmx1500m -XX:ActiveProcessorCount=1 -XX:+UseSerialGC -Djava.awt.headless=true \
        com.code_intelligence.jazzer.Jazzer --target_class="$class" --instrumentation_includes='hounsfield.**' \
        -max_total_time="$seconds" -timeout=60 -rss_limit_mb=0 -max_len=65536 -print_final_stats=1 corpus >log 2>&1
    echo $? >code
}
export -f fuzz
export work seconds

targets "$@" | xargs -P "${FUZZ_JOBS:-2}" -I{} bash -c 'fuzz {}'

failed=0
total=0
printf '%-28s %12s %8s   %s\n' target executions per\ s findings
for target in $(targets "$@"); do
    log=$work/$target/log
    count=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -1)
    rate=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log" | tail -1)
    total=$((total + ${count:-0}))
    finding=none
    if [ "$(cat "$work/$target/code")" != 0 ] || [ -z "$count" ]; then
        failed=$((failed + 1))
        finding=$(grep -m1 -A1 -E '^== Java Exception|^==[0-9]+== ERROR' "$log" | tail -1)
        finding="${finding:-it did not run}, see $log"
    fi
    printf '%-28s %12s %8s   %s\n' "$target" "${count:-?}" "${rate:-?}" "$finding"
done
printf '%-28s %12s\n' all "$total"
[ "$failed" -eq 0 ] || { echo "$failed targets failed"; exit 1; }
