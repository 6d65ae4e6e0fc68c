#!/bin/bash
# Whether the JIT crashes the JVM while the plugin works on the real files of ../shared: hounsfield.crash.CrashRun in one new
# JVM after the other, each for some seconds, with C2's stress flags and without them. Fails on any exit code but 0.
# usage: src/test/bench/crash.sh [MINUTES [SECONDS]]     minutes for each JDK, seconds for each JVM; from the project's
#        folder, behind mvn test-compile. CRASH_JDKS names other JDKs than those of /usr/lib/jvm, CLASSPATH other classes.
set -u
minutes=${1:-2}
seconds=${2:-30}
shared=../shared
work=target/crash
for folder in corpus formats series; do
    if [ ! -d "$shared/$folder" ]; then echo "skipped: there is no $shared/$folder"; exit 0; fi
done
mkdir -p "$work"
if [ -z "${CLASSPATH:-}" ]; then
    mvn -B -ntp -q dependency:build-classpath -Dmdep.outputFile="$work/classpath" || exit 1
    CLASSPATH=target/test-classes:target/classes:$(cat "$work/classpath")
fi
export CLASSPATH

# 17 and newer, each once.
jdks() {
    local home
    for home in ${CRASH_JDKS:-/usr/lib/jvm/*}; do
        [ -x "$home/bin/java" ] && { [ -n "${CRASH_JDKS:-}" ] || [ ! -L "$home" ]; } || continue
        [ "$(major "$home")" -ge 17 ] && echo "$home"
    done
}

major() { "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p'; }

# One JVM in four has no flags, so that C2 does as it does for users.
flags() {
    [ $(($1 % 4)) -eq 0 ] && return
    echo "-XX:+UnlockDiagnosticVMOptions -XX:+StressIGVN -XX:+StressLCM -XX:+StressGCM -XX:StressSeed=$1"
}

runs=$((minutes * 60 / seconds))
[ "$runs" -gt 0 ] || { echo "$minutes minutes are less than $seconds seconds"; exit 2; }
failed=0
found=0
for home in $(jdks); do
    found=$((found + 1))
    calls=0
    for ((run = 0; run < runs; run++)); do
        log=$work/$(major "$home")-$run.log
        # shellcheck disable=SC2046 # several flags
        "$home/bin/java" -Xmx1500m -Djava.awt.headless=true -XX:-CreateCoredumpOnCrash \
            -XX:ErrorFile="$work/hs_err_$(major "$home")-$run.log" $(flags "$run") \
            hounsfield.crash.CrashRun "$shared" "$seconds" "$run" >"$log" 2>&1
        code=$?
        if [ "$code" -ne 0 ]; then
            failed=$((failed + 1))
            echo "JDK $(major "$home"), JVM $run: exit code $code, see $log"
            grep -A 2 -E 'SIG|Problematic frame' "$log" | head -8
        else
            calls=$((calls + $(sed -n 's/ calls$//p' "$log" | tail -1)))
        fi
    done
    echo "JDK $(major "$home"): $runs JVMs of $seconds s, $calls calls"
done
[ "$found" -gt 0 ] || { echo "no JDK of 17 or newer"; exit 2; }
[ "$failed" -eq 0 ] || { echo "$failed JVMs failed"; exit 1; }
