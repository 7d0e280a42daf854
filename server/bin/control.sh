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
