# shellcheck shell=bash
# Builds the product with the Maven wrapper when a source changed since the last build.

wildfly() { printf '%s' "$checkout"/server/target/wildfly-*.Final; }
tools_jar() { printf '%s' "$checkout/server/target/mammoflow-server.jar"; }

require_java() {
    java=${JAVA_HOME:+$JAVA_HOME/bin/}java
    command -v "$java" >/dev/null || refuse "Java is missing. Install a JDK 17 or newer (Debian, Ubuntu: apt install openjdk-17-jdk-headless)."
    local version
    version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
    [ "${version%%.*}" -ge 17 ] || refuse "Java 17 or newer is needed; '$java' is version $version. JAVA_HOME may name another one."
}

require_jdk() {
    require_java
    command -v "${java}c" >/dev/null || refuse "'$java' is a runtime without compiler. Install a JDK 17 or newer (Debian, Ubuntu: apt install openjdk-17-jdk-headless)."
}

# Maven profiles for what is not in the default build.
profiles() {
    [ "${MAMMOFLOW_DICOM_STACK:-builtin}" != dcm4che ] || echo -Pdcm4che
    [ "${MAMMOFLOW_GPU:-no}" != yes ] || echo -Pgpu
}

# One line that changes when a file is added, removed or edited, or when something else is built in.
fingerprint() {
    (
        profiles
        cd "$checkout" || exit
        find pom.xml .mvn lib ejb web ear sql server cli -name target -prune -o -name node_modules -prune \
            -o -path server/bin -prune -o -type f -printf '%p %s %T@\n'
    ) | LC_ALL=C sort | cksum
}

is_built() {
    local stamp=$checkout/server/target/built
    [ -f "$stamp" ] && [ -f "$checkout/server/target/mammoflow.ear" ] && [ "$(cat "$stamp")" = "$1" ]
}

build_if_needed() {
    local print
    print=$(fingerprint)
    ! is_built "$print" || return 0
    require_jdk
    mkdir -p "$checkout/server/target"
    # Two first starts at once must not build into the same folder.
    exec 8>"$checkout/server/target/build.lock"
    flock -n 8 || { say "Waiting for another build in this checkout." && flock 8; }
    is_built "$print" || { build && printf '%s' "$print" >"$checkout/server/target/built"; }
    exec 8>&-
}

build() {
    say "Building Mammoflow. The first time downloads Maven, WildFly and libraries (about 600 MB) and takes some minutes."
    # shellcheck disable=SC2046 # none or some
    maven $(profiles) -Dmaven.test.skip=true -pl server,cli -am package
}

# Maven's output goes to a file; the terminal shows where it is. Ends Maven when we are told to end.
maven() {
    local log=$checkout/server/target/build.log status=0
    mkdir -p "${log%/*}"
    "$checkout/mvnw" -f "$checkout/pom.xml" -B "$@" > >(tee "$log" | "${show:-progress}") 2>&1 &
    local pid=$!
    trap 'kill "$pid" 2>/dev/null; exit 143' TERM INT
    wait "$pid" || status=$?
    trap - TERM INT
    [ "$status" -eq 0 ] || refuse "the build failed. Everything Maven said is in $log."
}

# Reads Maven's log, prints one line per module and keeps a count of what was downloaded.
progress() {
    local line files=0 shown=0
    while IFS= read -r line; do
        case $line in
            *' Building Mammoflow'*) say "  ${line#*Building }" ;;
            *'Downloading from '*'/wildfly-dist/'*.zip) say "    downloading WildFly (261 MB) ..." ;;
            *'Downloading from '*'/onnxruntime'*.jar) say "    downloading ONNX Runtime ..." ;;
            *'Downloaded from '*)
                files=$((files + 1))
                [ $((files - shown)) -lt 100 ] || { shown=$files && say "    $files files downloaded"; }
                ;;
            *'Configuring WildFly by'*) say "    configuring WildFly" ;;
            '[ERROR]'*) say "$line" ;;
        esac
    done
}
