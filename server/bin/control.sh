# shellcheck shell=bash
# `stop`, `status` and the tools that talk to a running server.

stop() {
    parse_options "$@"
    apply_defaults
    local pid
    pid=$(running_pid)
    [ -n "$pid" ] || { say "No server runs on the data folder $MAMMOFLOW_HOME." && return 0; }
    local seconds
    seconds=$(property stop.seconds "$MAMMOFLOW_HOME/run/server.properties" 2>/dev/null) || true
    kill -TERM "$pid" 2>/dev/null || true
    # The server itself keeps its time (BoundedStop); what is still there afterwards hears no signal.
    if ! gone_within $((${seconds:-$MAMMOFLOW_STOP_SECONDS} + 5)); then
        say "Process $pid has not stopped in its time and is killed. What was acknowledged is on the disk."
        kill -KILL "$pid" 2>/dev/null || true
        gone_within 20 || refuse "process $pid cannot be killed. Is its disk hanging?"
    fi
    say "Stopped."
}

gone_within() {
    local waited=0
    while [ -n "$(running_pid)" ]; do
        [ "$waited" -lt $(($1 * 5)) ] || return 1
        sleep 0.2
        waited=$((waited + 1))
    done
}

status() {
    parse_options "$@"
    apply_defaults
    local pid
    pid=$(running_pid)
    [ -n "$pid" ] || { say "Not running: no server has the data folder $MAMMOFLOW_HOME." && exit 3; }
    [ -f "$MAMMOFLOW_HOME/run/server.properties" ] || { say "Process $pid has no data folder or is still building; ./mammoflow stop ends it." && exit 1; }
    require_java
    "$java" -jar "$(tools_jar)" status "$MAMMOFLOW_HOME"
}

# Options of the server are ours and name the one that is meant; the rest belongs to the tool.
run_tool() {
    local tool=$1 arguments=()
    shift
    while [ $# -gt 0 ]; do
        case $1 in
            --no-build) MAMMOFLOW_BUILD=no ;;
            --?*=*) if is_option "$(option_name "$1")"; then set_option "${1%%=*}" "${1#*=}"; else arguments+=("$1"); fi ;;
            --?*)
                if is_option "${1#--}"; then
                    [ $# -ge 2 ] || refuse "$1 needs a value."
                    set_option "$1" "$2" && shift
                else
                    arguments+=("$1")
                fi
                ;;
            *) arguments+=("$1") ;;
        esac
        shift
    done
    require_java
    [ "${MAMMOFLOW_BUILD:-yes}" = no ] || build_if_needed
    local home=${MAMMOFLOW_HOME:-$checkout/var}
    address_from "$home/run/server.properties" "$tool"
    exec "$java" -Djava.awt.headless=true -jar "$checkout/cli/target/mammoflow-cli.jar" "$tool" "${address[@]}" "${arguments[@]}"
}

option_name() { local name=${1%%=*} && printf '%s' "${name#--}"; }

# The server of a data folder has written down where it listens: who runs it on other ports need not say so again.
address_from() {
    address=()
    [ -r "$1" ] || return 0
    export MAMMOFLOW_DICOM_PORT=${MAMMOFLOW_DICOM_PORT:-$(property dicom.port "$1")}
    export MAMMOFLOW_AE_TITLE=${MAMMOFLOW_AE_TITLE:-$(property dicom.ae-title "$1")}
    case $2 in
        demo) address=(--host "$(property dicom.host "$1")" --web-url "$(property url "$1")") ;;
        send | echo) address=(--host "$(property dicom.host "$1")") ;;
    esac
}

property() { sed -n "s/^$1=//p" "$2"; }
