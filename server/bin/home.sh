# shellcheck shell=bash
# The data folder: one server at a time, its ports free, its folders in place.

# The kernel keeps the lock for as long as the server's process lives, and not a moment longer: kill -9 frees it too.
lock_home() {
    (umask 077 && mkdir -p "$MAMMOFLOW_HOME/run" "$MAMMOFLOW_HOME/log" "$MAMMOFLOW_HOME/database") 2>/dev/null ||
        refuse "cannot write to the data folder $MAMMOFLOW_HOME. Choose another with --home."
    exec 9>>"$MAMMOFLOW_HOME/run/lock"
    flock -n 9 || refuse "a server already runs on the data folder $MAMMOFLOW_HOME (process $(server_pid)). ./mammoflow stop ends it; --home chooses another folder."
    local orphan
    orphan=$(orphan_pid)
    [ -z "$orphan" ] || refuse "the data folder $MAMMOFLOW_HOME was deleted while a server ran on it (process $orphan), which must end first: ./mammoflow stop --home $MAMMOFLOW_HOME"
    printf '%s\n' "$$" >"$MAMMOFLOW_HOME/run/lock"
}

is_locked() { [ -f "$MAMMOFLOW_HOME/run/lock" ] && ! flock -n "$MAMMOFLOW_HOME/run/lock" true; }

# Who holds the lock has written its process id into it.
server_pid() { cat "$MAMMOFLOW_HOME/run/lock" 2>/dev/null || true; }

# A server whose data folder was deleted has lost its lock with it, but its command line still says whose it is.
# The pattern comes from a file: on grep's own command line it would find itself.
orphan_pid() {
    local found
    found=$(grep -lzxF -f <(printf '%s\n' "-Dmammoflow.home=$MAMMOFLOW_HOME") /proc/[0-9]*/cmdline 2>/dev/null | head -n 1) || true
    found=${found#/proc/}
    printf '%s' "${found%/cmdline}"
}

# The process that runs on the data folder; nothing when there is none.
running_pid() { if is_locked; then server_pid; else orphan_pid; fi; }

check_ports() {
    check_port "$MAMMOFLOW_BIND" "$MAMMOFLOW_HTTP_PORT" --http-port
    check_port "$MAMMOFLOW_DICOM_BIND" "$MAMMOFLOW_DICOM_PORT" --dicom-port
    [ -z "$MAMMOFLOW_DICOM_TLS_PORT" ] || check_port "$MAMMOFLOW_DICOM_BIND" "$MAMMOFLOW_DICOM_TLS_PORT" --dicom-tls-port
    check_port 127.0.0.1 "$MAMMOFLOW_MANAGEMENT_PORT" --management-port
}

# The connection of bash itself: curl, nc and ss may be absent.
check_port() {
    local address=$1
    case $address in 0.0.0.0 | ::) address=127.0.0.1 ;; esac
    if (: <>"/dev/tcp/$address/$2") 2>/dev/null; then
        refuse "port $2 is in use by another program. Choose a free one with $3 PORT."
    fi
}

# The server's own folder below the data folder: rewritten at each start, because the configuration is in server/cli.
prepare_server_folder() {
    base=$MAMMOFLOW_HOME/server
    local from
    from=$(wildfly)/standalone/configuration
    rm -rf "$base/configuration" "$base/tmp"
    mkdir -p "$base/configuration" "$base/data" "$base/tmp/java"
    cp "$from/$configuration" "$checkout/server/logging.properties" "$from/mgmt-users.properties" "$from/mgmt-groups.properties" "$base/configuration/"
    cp "$checkout/server/target/mammoflow.ear" "$(tools_jar)" "$base/"
}

# A certificate of our own when none was given: better than clear text, and the banner shows its fingerprint.
prepare_tls() {
    uses_tls || return 0
    if [ -n "$MAMMOFLOW_DICOM_TLS_TRUST" ]; then
        [ -r "$MAMMOFLOW_DICOM_TLS_TRUST" ] || refuse "cannot read the trusted certificates $MAMMOFLOW_DICOM_TLS_TRUST (--dicom-tls-trust)."
        MAMMOFLOW_DICOM_TLS_TRUST=$(realpath -- "$MAMMOFLOW_DICOM_TLS_TRUST")
    fi
    if [ -n "$MAMMOFLOW_TLS_KEYSTORE" ]; then
        [ -r "$MAMMOFLOW_TLS_KEYSTORE" ] || refuse "cannot read the key store $MAMMOFLOW_TLS_KEYSTORE (--tls-keystore)."
        MAMMOFLOW_TLS_KEYSTORE=$(realpath -- "$MAMMOFLOW_TLS_KEYSTORE")
        MAMMOFLOW_TLS_PASSWORD=$(secret MAMMOFLOW_TLS_PASSWORD)
    else
        MAMMOFLOW_TLS_KEYSTORE=$MAMMOFLOW_HOME/tls/mammoflow.p12
        [ -f "$MAMMOFLOW_TLS_KEYSTORE" ] || make_certificate
        [ -f "$MAMMOFLOW_HOME/tls/mammoflow.pem" ] || write_certificate
        MAMMOFLOW_TLS_PASSWORD=$(cat "$MAMMOFLOW_HOME/tls/password")
    fi
    export MAMMOFLOW_TLS_PASSWORD
    STORE_PASSWORD=$MAMMOFLOW_TLS_PASSWORD "${java%java}keytool" -list -keystore "$MAMMOFLOW_TLS_KEYSTORE" -storepass:env STORE_PASSWORD >/dev/null 2>&1 ||
        refuse "the key store $MAMMOFLOW_TLS_KEYSTORE does not open with the password given (--tls-password-file or MAMMOFLOW_TLS_PASSWORD)."
}

uses_tls() { [ "$scheme" = https ] || [ -n "$MAMMOFLOW_DICOM_TLS_PORT" ]; }

# The certificate alone, for modalities and browsers that are to trust it.
write_certificate() {
    "${java%java}keytool" -exportcert -rfc -alias mammoflow -keystore "$MAMMOFLOW_HOME/tls/mammoflow.p12" \
        -storepass:file "$MAMMOFLOW_HOME/tls/password" -file "$MAMMOFLOW_HOME/tls/mammoflow.pem" 2>/dev/null ||
        refuse "keytool could not write the certificate to $MAMMOFLOW_HOME/tls/mammoflow.pem."
}

make_certificate() {
    local host names address
    host=$(hostname)
    names="dns:localhost,dns:$host,ip:127.0.0.1"
    for address in "$MAMMOFLOW_BIND" "$MAMMOFLOW_DICOM_BIND"; do
        [[ ! $address =~ ^[0-9.]+$ ]] || [[ $names == *"ip:$address"* ]] || names+=",ip:$address"
    done
    mkdir -p "$MAMMOFLOW_HOME/tls"
    od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$MAMMOFLOW_HOME/tls/password"
    "${java%java}keytool" -genkeypair -alias mammoflow -keyalg EC -groupname secp256r1 -validity 3650 \
        -dname "CN=$host, O=Mammoflow self-signed" -ext "san=$names" \
        -storetype PKCS12 -keystore "$MAMMOFLOW_HOME/tls/mammoflow.p12" \
        -storepass:file "$MAMMOFLOW_HOME/tls/password" 2>/dev/null ||
        refuse "keytool could not make a certificate in $MAMMOFLOW_HOME/tls. Give one with --tls-keystore."
}

# A password from its variable, or from the file that NAME_FILE names.
secret() {
    local file="${1}_FILE"
    if [ -n "${!file:-}" ]; then
        [ -r "${!file}" ] || refuse "cannot read the password file ${!file}."
        head -n 1 -- "${!file}"
    else
        printf '%s' "${!1:-}"
    fi
}
