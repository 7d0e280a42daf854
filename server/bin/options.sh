# shellcheck shell=bash
# Options of the server. An option and its environment variable are the same thing: --http-port 8081 sets
# MAMMOFLOW_HTTP_PORT=8081. This table is the only list; parsing and --help are made from it.

# name | argument | default | what it does
option_table() {
    cat <<'END'
home|DIR|var in the checkout|data folder: database, images, journal, logs, credentials
http-port|PORT|8080|pages, REST and health
bind|ADDRESS|127.0.0.1|address of pages and DICOM; any but loopback serves HTTPS only
public-url|URL|made of the two above|what users type, when a name or a proxy stands before it
tls-keystore|FILE|self-signed, made at first start|PKCS12 or JKS with the certificate for HTTPS and DICOM over TLS
tls-password-file|FILE|-|its password (or MAMMOFLOW_TLS_PASSWORD in the environment)
dicom-port|PORT|11112|C-STORE and C-ECHO
dicom-bind|ADDRESS|as --bind|address of the DICOM port alone
dicom-tls-port|PORT|off; 2762 is the registered one|a second DICOM port, for DICOM over TLS 1.2 and 1.3
dicom-tls-trust|FILE|any caller|PEM with certificates of callers or their issuers: who shows none of them is refused
dicom-stack|builtin/dcm4che|builtin|toolkit behind the DICOM port; dcm4che comes from its project's repository
ae-title|NAME|MAMMOFLOW|called AE title
accept-unknown-callers|yes/no|yes|until the first modality is entered, take images from any caller
management-port|PORT|9990|jboss-cli.sh and metrics, always on loopback
models|DIR|models in the checkout|networks and their cards
network|NAME/VERSION|the one named in models/active|network that classifies
device|auto/cpu/cuda:N|auto|where it computes; auto takes CUDA when it really loads (see MAMMOFLOW_GPU)
heap|SIZE|1g|largest Java heap
database-url|JDBC-URL|H2 in the data folder|jdbc:postgresql://HOST/DATABASE to use PostgreSQL
database-user|NAME|mammoflow (H2: sa)|its user
database-password-file|FILE|-|its password (or MAMMOFLOW_DATABASE_PASSWORD in the environment)
oidc-issuer|URL|off|let people in by the hospital's OpenID Connect provider of this address; local accounts go on
oidc-client|ID|-|what we are called there; its redirect address is the public URL and sign-in/return
oidc-secret-file|FILE|-|the client's secret (or MAMMOFLOW_OIDC_SECRET in the environment)
oidc-roles-claim|NAME|roles|claim of the ID token that holds roles or groups; dots lead into objects (realm_access.roles)
oidc-roles|THEIRS=OURS,...|our own names|which of them mean radiologist, arbiter, auditor, admin or modality-admin here
oidc-username-claim|NAME|preferred_username|claim that people are called by
oidc-ca|FILE|Java's own|PEM certificates that the provider's must lead to
local-accounts|all/admins|all|whom a password of this server lets in: everybody who has one, or administrators only
audit-collector|HOST:PORT|-|send DICOM audit messages (PS3.15 A.5) there by syslog over TLS
audit-collector-ca|FILE|-|PEM certificates that the collector's must lead to; needed with the collector
audit-keystore|FILE|-|PKCS12 with the certificate that we show, when the collector asks for one
audit-password-file|FILE|-|its password (or MAMMOFLOW_AUDIT_PASSWORD in the environment)
time-zone|ZONE|UTC|the site's, such as Europe/Berlin: for times on pages and for days and months of reports; the record stays UTC
log-level|LEVEL|INFO|DEBUG shows each step of the application
stop-seconds|SECONDS|60|a stop that takes longer is cut short; nothing acknowledged is lost by it
java-options|OPTIONS|-|further options for the JVM
END
}

# Settings of the application that few will ever change: no option of their own.
# name | default | what it does
setting_table() {
    cat <<'END'
mammoflow.disk.watermark-mb|1024|with less free disk, new images are refused (0xA700)
mammoflow.dicom.conflict-status|273|answer to other content under a known SOP Instance UID, decimal; 273 is 0x0111, 45056 (0xB000) a warning
mammoflow.inference.workers|one a processor, 2 to 8|images judged at a time
mammoflow.inference.attempts|3|tries before a job is parked as failed
mammoflow.inference.lease-seconds|300|how long one try may take before it counts as lost
mammoflow.inference.late-seconds|900|how long an image may wait before the list of images without opinion says that it is late
mammoflow.accounts.first-credentials-suffice|true on loopback, else false|whether the passwords of the first start open more than the choice of another
mammoflow.database.connections|40|connections to the database at the most
mammoflow.http.max-post-size|1048576|bytes of a request at the most
mammoflow.http.parse-timeout|30000|milliseconds that the head of a request may take to come
END
}

# Seconds that a start may take before we say so.
: "${MAMMOFLOW_PATIENCE:=120}"

say() { printf '%s\n' "$*"; }

refuse() {
    printf 'mammoflow: %s\n' "$*" >&2
    exit 1
}

help() {
    cat <<'END'
Mammoflow: from a modality's C-STORE to the auditor's report. Not a medical device.

  ./mammoflow run [OPTIONS]       build what changed, start the server in the foreground; Ctrl-C stops it
  ./mammoflow stop [--home DIR]   stop the server of a data folder and wait until it is gone
  ./mammoflow status [--home DIR] say whether it runs, is ready and where; exits 0 ready, 1 not ready, 3 not running
  ./mammoflow demo                send synthetic screening studies to the running server
  ./mammoflow send FILE...        send DICOM files to the running server
  ./mammoflow echo                ask the running server whether it takes our calls (C-ECHO)
  ./mammoflow verify EXPORT       prove an exported audit trail; needs no server and no database
  ./mammoflow phantom ...         write synthetic images to files, for training
  ./mammoflow tensors ...         write what the network sees of DICOM files, for training
  ./mammoflow test [--long] [--module PATH] [--without-packages]
                                  every test from unit to browser; installs the Debian packages they need when it may
  demo, send, echo, verify, phantom and tensors explain themselves with --help.

Options of run; each can also be given as an environment variable, MAMMOFLOW_ and the name:
END
    option_table | while IFS='|' read -r name argument default text; do
        printf '  %-38s %s\n' "--$name $argument" "$text"
        printf '  %-38s %s\n' "" "[$default]  $(variable "$name")"
    done
    cat <<'END'
  --no-build                             start what was built last, without a look at the sources
  -DNAME=VALUE                           a Java system property for the server; the application knows these:
END
    setting_table | while IFS='|' read -r name default text; do
        printf '    %-36s %s [%s]\n' "$name" "$text" "$default"
    done
    cat <<'END'

MAMMOFLOW_GPU=yes in the environment builds for NVIDIA GPUs (profile gpu: downloads another 2.8 GB and takes 2.7 GB more);
the machine needs nothing but the driver.

First start: the users radiologist, radiologist2, arbiter, auditor, modality-admin and admin get random passwords, written to
initial-credentials.properties in the data folder, readable by you alone. With --bind beyond this machine each opens only the choice of an own password.
END
}

variable() {
    local name=${1//-/_}
    printf 'MAMMOFLOW_%s' "${name^^}"
}

is_option() { option_table | grep -q "^$1|"; }

# Sets and exports the variable of each option; what is no option lands in the array `rest`.
parse_options() {
    rest=() properties=() build=yes
    while [ $# -gt 0 ]; do
        case $1 in
            # Even when nobody reads it to its end: a broken pipe must not turn a question into a start.
            --help | -h) help || true && exit 0 ;;
            --no-build) build=no ;;
            -D*) properties+=("$1") ;;
            --*=*) set_option "${1%%=*}" "${1#*=}" ;;
            --*)
                [ $# -ge 2 ] || refuse "$1 needs a value. ./mammoflow --help explains it."
                set_option "$1" "$2" && shift
                ;;
            *) rest+=("$1") ;;
        esac
        shift
    done
}

set_option() {
    local name=${1#--}
    is_option "$name" || refuse "there is no option $1. ./mammoflow --help lists them all."
    export "$(variable "$name")=$2"
}

apply_defaults() {
    : "${MAMMOFLOW_HOME:=$checkout/var}" "${MAMMOFLOW_BIND:=127.0.0.1}"
    : "${MAMMOFLOW_HTTP_PORT:=8080}" "${MAMMOFLOW_DICOM_PORT:=11112}" "${MAMMOFLOW_MANAGEMENT_PORT:=9990}"
    : "${MAMMOFLOW_DICOM_BIND:=$MAMMOFLOW_BIND}" "${MAMMOFLOW_AE_TITLE:=MAMMOFLOW}"
    : "${MAMMOFLOW_ACCEPT_UNKNOWN_CALLERS:=yes}" "${MAMMOFLOW_MODELS:=$checkout/models}"
    : "${MAMMOFLOW_DICOM_STACK:=builtin}" "${MAMMOFLOW_NETWORK:=}" "${MAMMOFLOW_DEVICE:=auto}" "${MAMMOFLOW_HEAP:=1g}"
    : "${MAMMOFLOW_LOG_LEVEL:=INFO}" "${MAMMOFLOW_STOP_SECONDS:=60}" "${MAMMOFLOW_JAVA_OPTIONS:=}"
    : "${MAMMOFLOW_DICOM_TLS_PORT:=}" "${MAMMOFLOW_DICOM_TLS_TRUST:=}"
    : "${MAMMOFLOW_AUDIT_COLLECTOR:=}" "${MAMMOFLOW_AUDIT_COLLECTOR_CA:=}" "${MAMMOFLOW_AUDIT_KEYSTORE:=}"
    : "${MAMMOFLOW_TIME_ZONE:=UTC}" "${MAMMOFLOW_OIDC_ISSUER:=}" "${MAMMOFLOW_OIDC_CLIENT:=}" "${MAMMOFLOW_OIDC_ROLES_CLAIM:=}" "${MAMMOFLOW_OIDC_ROLES:=}"
    : "${MAMMOFLOW_OIDC_USERNAME_CLAIM:=}" "${MAMMOFLOW_OIDC_CA:=}" "${MAMMOFLOW_LOCAL_ACCOUNTS:=all}"
    : "${MAMMOFLOW_DATABASE_URL:=}" "${MAMMOFLOW_TLS_KEYSTORE:=}" "${MAMMOFLOW_PUBLIC_URL:=}"
    MAMMOFLOW_HOME=$(realpath -m -- "$MAMMOFLOW_HOME")
    MAMMOFLOW_MODELS=$(realpath -m -- "$MAMMOFLOW_MODELS")
}

check_options() {
    local port
    for port in HTTP_PORT DICOM_PORT MANAGEMENT_PORT; do
        local name="MAMMOFLOW_$port"
        is_port "${!name}" || refuse "--$(tr 'A-Z_' 'a-z-' <<<"$port") must be a number from 1 to 65535, not '${!name}'."
    done
    [ -z "$MAMMOFLOW_DICOM_TLS_PORT" ] || is_port "$MAMMOFLOW_DICOM_TLS_PORT" || refuse "--dicom-tls-port must be a number from 1 to 65535, not '$MAMMOFLOW_DICOM_TLS_PORT'."
    [ "$MAMMOFLOW_DICOM_TLS_PORT" != "$MAMMOFLOW_DICOM_PORT" ] || refuse "--dicom-tls-port and --dicom-port must differ: the plain port stays."
    [ -z "$MAMMOFLOW_DICOM_TLS_TRUST" ] || [ -n "$MAMMOFLOW_DICOM_TLS_PORT" ] || refuse "--dicom-tls-trust needs --dicom-tls-port."
    # PS3.5 6.2, AE: the default repertoire without backslash and control characters.
    local ae_title='^[] -[^-~]{1,16}$'
    [[ $MAMMOFLOW_AE_TITLE =~ $ae_title ]] || refuse "--ae-title must be 1 to 16 printable characters without backslash."
    [[ $MAMMOFLOW_ACCEPT_UNKNOWN_CALLERS =~ ^(yes|no)$ ]] || refuse "--accept-unknown-callers must be yes or no."
    [[ $MAMMOFLOW_DICOM_STACK =~ ^(builtin|dcm4che)$ ]] || refuse "--dicom-stack must be builtin or dcm4che."
    [[ $MAMMOFLOW_DEVICE =~ ^(auto|cpu|cuda:[0-9]{1,3})$ ]] || refuse "--device must be auto, cpu or cuda:N."
    [[ $MAMMOFLOW_HEAP =~ ^[0-9]+[kmgKMG]$ ]] || refuse "--heap must be a size such as 1g or 768m."
    [[ $MAMMOFLOW_STOP_SECONDS =~ ^[1-9][0-9]{0,3}$ ]] || refuse "--stop-seconds must be a number from 1 to 9999."
    [[ -z $MAMMOFLOW_AUDIT_COLLECTOR || $MAMMOFLOW_AUDIT_COLLECTOR =~ ^[^[:space:]]+:[0-9]{1,5}$ ]] || refuse "--audit-collector must be HOST:PORT."
    [[ -z $MAMMOFLOW_AUDIT_COLLECTOR || -r $MAMMOFLOW_AUDIT_COLLECTOR_CA ]] || refuse "--audit-collector needs --audit-collector-ca FILE, a readable file of PEM certificates."
    check_provider
    # H2 reads settings behind a semicolon in its address.
    [[ $MAMMOFLOW_HOME != *';'* ]] || refuse "--home must not contain a semicolon."
}

check_provider() {
    [[ $MAMMOFLOW_LOCAL_ACCOUNTS =~ ^(all|admins)$ ]] || refuse "--local-accounts must be all or admins."
    [ -n "$MAMMOFLOW_OIDC_ISSUER" ] || return 0
    [[ $MAMMOFLOW_OIDC_ISSUER =~ ^(https://|http://(localhost|127\.0\.0\.1)[:/]) ]] || refuse "--oidc-issuer must be an https:// address; http:// is for a provider on this machine only."
    [ -n "$MAMMOFLOW_OIDC_CLIENT" ] || refuse "--oidc-issuer needs --oidc-client ID."
    [ -z "$MAMMOFLOW_OIDC_CA" ] || [ -r "$MAMMOFLOW_OIDC_CA" ] || refuse "cannot read the certificates $MAMMOFLOW_OIDC_CA (--oidc-ca)."
    local ours='(radiologist|arbiter|auditor|admin|modality-admin)'
    [[ -z $MAMMOFLOW_OIDC_ROLES || $MAMMOFLOW_OIDC_ROLES =~ ^[^,]+=$ours(,[^,]+=$ours)*$ ]] || refuse "--oidc-roles must be THEIRS=OURS,... with radiologist, arbiter, auditor, admin or modality-admin as OURS."
}

is_port() { [[ $1 =~ ^[0-9]{1,5}$ ]] && [ "$1" -ge 1 ] && [ "$1" -le 65535 ]; }

is_loopback() { [[ $1 =~ ^(127\.[0-9.]+|::1|localhost)$ ]]; }
