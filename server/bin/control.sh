# shellcheck shell=bash
# `stop`, `status` and the tools that talk to a running server.

stop() {
    parse_options "$@"
    apply_defaults
    is_running || { say "No server runs on the data folder $MAMMOFLOW_HOME." && return 0; }
    local pid waited=0
    pid=$(server_pid)
    kill -TERM "$pid" 2>/dev/null || true
    # The lock, not the process id, says when it is gone: ids are used again.
    while is_running; do
        [ "$waited" -lt $((MAMMOFLOW_PATIENCE * 5)) ] || refuse "process $pid has not stopped after $MAMMOFLOW_PATIENCE s. Its log: $MAMMOFLOW_HOME/log/server.log."
        sleep 0.2
        waited=$((waited + 1))
    done
    say "Stopped."
}

status() {
    parse_options "$@"
    apply_defaults
    is_running || { say "Not running: no server has the data folder $MAMMOFLOW_HOME." && exit 3; }
    require_java
    "$java" -jar "$(tools_jar)" status "$MAMMOFLOW_HOME"
}

# The options --home and --no-build are ours; the rest belongs to the tool.
run_tool() {
    local tool=$1 arguments=()
    shift
    while [ $# -gt 0 ]; do
        case $1 in
            --home) export MAMMOFLOW_HOME=${2:?--home needs a folder} && shift ;;
            --home=*) export MAMMOFLOW_HOME=${1#*=} ;;
            *) arguments+=("$1") ;;
        esac
        shift
    done
    apply_defaults
    require_java
    [ "${MAMMOFLOW_BUILD:-yes}" = no ] || build_if_needed
    export MAMMOFLOW_HOME MAMMOFLOW_MODELS
    exec "$java" -Djava.awt.headless=true -jar "$checkout/cli/target/mammoflow-cli.jar" "$tool" "${arguments[@]}"
}
