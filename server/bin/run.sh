# shellcheck shell=bash
# `run`: build, prepare the data folder, become the server.

run() {
    undo_ignored_interrupt run "$@"
    parse_options "$@"
    [ "${#rest[@]}" -eq 0 ] || refuse "'${rest[0]}' is no option. ./mammoflow --help lists them all."
    apply_defaults
    check_options
    require_java
    choose_doors
    lock_home
    check_ports
    [ "$build" = no ] || build_if_needed
    [ -f "$(tools_jar)" ] || refuse "nothing is built yet; run without --no-build."
    # Patients' images and credentials: for this user alone.
    umask 077
    prepare_tls
    prepare_audit_feed
    prepare_provider
    prepare_database
    prepare_server_folder
    describe_server >"$MAMMOFLOW_HOME/run/server.properties"
    announce
    become_the_server
}

# A shell that starts us in its background makes us deaf to Ctrl-C, and Java would inherit that.
undo_ignored_interrupt() {
    [ -z "${MAMMOFLOW_HEARS:-}" ] || return 0
    env --default-signal=INT true 2>/dev/null || return 0
    MAMMOFLOW_HEARS=yes exec env --default-signal=INT,QUIT "$checkout/mammoflow" "$@"
}

# Plain HTTP never leaves the machine.
choose_doors() {
    scheme=http configuration=standalone-mammoflow.xml
    local host=localhost
    if ! is_loopback "$MAMMOFLOW_BIND"; then
        scheme=https configuration=standalone-mammoflow-tls.xml
        host=$MAMMOFLOW_BIND
        case $host in 0.0.0.0 | ::) host=$(hostname) ;; esac
    fi
    : "${MAMMOFLOW_PUBLIC_URL:=$scheme://$host:$MAMMOFLOW_HTTP_PORT/}"
}

prepare_database() {
    driver=h2
    MAMMOFLOW_DATABASE_PASSWORD=$(secret MAMMOFLOW_DATABASE_PASSWORD)
    export MAMMOFLOW_DATABASE_PASSWORD
    # WildFly takes no empty password; without the variable it has one that a server which asks for none ignores.
    [ -n "$MAMMOFLOW_DATABASE_PASSWORD" ] || unset MAMMOFLOW_DATABASE_PASSWORD
    # WRITE_DELAY=0: otherwise H2 loses commits of the last half second on kill -9.
    database_url="jdbc:h2:file:$MAMMOFLOW_HOME/database/mammoflow;WRITE_DELAY=0;LOCK_TIMEOUT=20000;DB_CLOSE_ON_EXIT=FALSE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
    [ -n "$MAMMOFLOW_DATABASE_URL" ] || return 0
    driver=postgresql database_url=$MAMMOFLOW_DATABASE_URL
    [[ $database_url == jdbc:postgresql:* ]] || refuse "--database-url must begin with jdbc:postgresql:, or be left out for H2 in the data folder."
    [[ ! $database_url =~ [?\&](user|password)= ]] || refuse "--database-url must not carry user or password: every user of this machine could read them. Use --database-user and --database-password-file."
    export MAMMOFLOW_DATABASE_USER=${MAMMOFLOW_DATABASE_USER:-mammoflow}
}

# The collector gets what is on the trail; where it is away, the trail waits.
prepare_audit_feed() {
    [ -n "$MAMMOFLOW_AUDIT_COLLECTOR" ] || return 0
    MAMMOFLOW_AUDIT_COLLECTOR_CA=$(realpath -- "$MAMMOFLOW_AUDIT_COLLECTOR_CA")
    [ -n "$MAMMOFLOW_AUDIT_KEYSTORE" ] || return 0
    MAMMOFLOW_AUDIT_KEYSTORE=$(realpath -- "$MAMMOFLOW_AUDIT_KEYSTORE")
    MAMMOFLOW_AUDIT_PASSWORD=$(secret MAMMOFLOW_AUDIT_PASSWORD)
    export MAMMOFLOW_AUDIT_PASSWORD
}

# The client's secret travels in the environment, as every other: a command line can be read by everybody.
prepare_provider() {
    [ -n "$MAMMOFLOW_OIDC_ISSUER" ] || return 0
    MAMMOFLOW_OIDC_SECRET=$(secret MAMMOFLOW_OIDC_SECRET)
    export MAMMOFLOW_OIDC_SECRET
    [ -z "$MAMMOFLOW_OIDC_CA" ] || MAMMOFLOW_OIDC_CA=$(realpath -- "$MAMMOFLOW_OIDC_CA")
}

# What stop, status, demo and send need to find this server.
describe_server() {
    local address=$MAMMOFLOW_BIND dicom=$MAMMOFLOW_DICOM_BIND
    case $address in 0.0.0.0 | ::) address=127.0.0.1 ;; esac
    case $dicom in 0.0.0.0 | ::) dicom=127.0.0.1 ;; esac
    cat <<END
pid=$$
home=$MAMMOFLOW_HOME
url=$MAMMOFLOW_PUBLIC_URL
local.url=$scheme://$address:$MAMMOFLOW_HTTP_PORT/
dicom.host=$dicom
dicom.bind=$MAMMOFLOW_DICOM_BIND
dicom.port=$MAMMOFLOW_DICOM_PORT
dicom.tls-port=$MAMMOFLOW_DICOM_TLS_PORT
dicom.tls-trust=$MAMMOFLOW_DICOM_TLS_TRUST
dicom.ae-title=$MAMMOFLOW_AE_TITLE
management.port=$MAMMOFLOW_MANAGEMENT_PORT
tls.keystore=$(! uses_tls || printf '%s' "$MAMMOFLOW_TLS_KEYSTORE")
patience=$MAMMOFLOW_PATIENCE
stop.seconds=$MAMMOFLOW_STOP_SECONDS
END
}

# Waits beside the server until it is ready and prints the banner, or says why it is not. Its parent is init at once,
# so that the server, which takes our place, has no child to bury.
announce() {
    (exec 9>&- && "$java" -Xmx64m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$(tools_jar)" await "$MAMMOFLOW_HOME" &)
}

# exec: one process, which gets every signal itself and whose end is the end of everything.
become_the_server() {
    local home
    home=$(wildfly)
    local wildfly_options=() jvm_options=()
    mapfile -t wildfly_options < <(modular_options "$home")
    read -ra jvm_options <<<"$MAMMOFLOW_JAVA_OPTIONS"
    # Where ONNX Runtime's CUDA provider finds the libraries that the profile gpu has unpacked.
    local cuda=$checkout/server/target/cuda
    [ ! -d "$cuda" ] || export LD_LIBRARY_PATH=$cuda${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
    export OPT_OUT_TRACKING=true ORT_DISABLE_TELEMETRY=1
    cd "$base"
    exec "$java" "-D[Mammoflow]" "-javaagent:$base/mammoflow-server.jar=$MAMMOFLOW_STOP_SECONDS" \
        -Xms128m "-Xmx$MAMMOFLOW_HEAP" -XX:MaxMetaspaceSize=512m -XX:+ExitOnOutOfMemoryError \
        -Duser.timezone=UTC -Dfile.encoding=UTF-8 -Djava.awt.headless=true \
        "-Djava.io.tmpdir=$base/tmp/java" "-Djna.tmpdir=$base/tmp/java" "-DDJL_CACHE_DIR=$base/tmp/java" \
        -Dai.djl.offline=true -DOPT_OUT_TRACKING=true \
        "-Djdk.serialFilter=maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000" \
        "-Dorg.jboss.boot.log.file=$MAMMOFLOW_HOME/log/server.log" \
        "-Dlogging.configuration=file:$base/configuration/logging.properties" \
        "${wildfly_options[@]}" "${jvm_options[@]}" \
        -jar "$home/jboss-modules.jar" -mp "$home/modules" org.jboss.as.standalone \
        "-Djboss.home.dir=$home" "-Djboss.server.base.dir=$base" "-Djboss.server.log.dir=$MAMMOFLOW_HOME/log" \
        "--read-only-server-config=$configuration" -b "$MAMMOFLOW_BIND" \
        "-Djboss.http.port=$MAMMOFLOW_HTTP_PORT" "-Djboss.management.http.port=$MAMMOFLOW_MANAGEMENT_PORT" \
        "-Dmammoflow.accounts.first-credentials-suffice=$([ "$scheme" = http ] && echo true || echo false)" \
        "-Dmammoflow.time-zone=$MAMMOFLOW_TIME_ZONE" "-Dmammoflow.accounts.local=$MAMMOFLOW_LOCAL_ACCOUNTS" \
        "-Dmammoflow.oidc.issuer=$MAMMOFLOW_OIDC_ISSUER" "-Dmammoflow.oidc.client=$MAMMOFLOW_OIDC_CLIENT" \
        "-Dmammoflow.oidc.roles-claim=$MAMMOFLOW_OIDC_ROLES_CLAIM" "-Dmammoflow.oidc.roles=$MAMMOFLOW_OIDC_ROLES" \
        "-Dmammoflow.oidc.username-claim=$MAMMOFLOW_OIDC_USERNAME_CLAIM" "-Dmammoflow.oidc.ca=$MAMMOFLOW_OIDC_CA" \
        "-Dmammoflow.session-cookie=MAMMOFLOW_$MAMMOFLOW_HTTP_PORT" \
        "-Dmammoflow.tls.keystore=$MAMMOFLOW_TLS_KEYSTORE" \
        "-Dmammoflow.database.driver=$driver" "-Dmammoflow.database.url=$database_url" \
        "-Dmammoflow.log-level=$MAMMOFLOW_LOG_LEVEL" \
        "-Dmammoflow.home=$MAMMOFLOW_HOME" "-Dmammoflow.http.url=$MAMMOFLOW_PUBLIC_URL" \
        "-Dmammoflow.dicom.bind=$MAMMOFLOW_DICOM_BIND" "-Dmammoflow.dicom.port=$MAMMOFLOW_DICOM_PORT" \
        "-Dmammoflow.dicom.tls-port=$MAMMOFLOW_DICOM_TLS_PORT" "-Dmammoflow.dicom.tls-trust=$MAMMOFLOW_DICOM_TLS_TRUST" \
        "-Dmammoflow.dicom.ae-title=$MAMMOFLOW_AE_TITLE" "-Dmammoflow.dicom.stack=$MAMMOFLOW_DICOM_STACK" \
        "-Dmammoflow.dicom.accept-unknown-callers=$(as_boolean "$MAMMOFLOW_ACCEPT_UNKNOWN_CALLERS")" \
        "-Dmammoflow.models=$MAMMOFLOW_MODELS" \
        ${MAMMOFLOW_AUDIT_COLLECTOR:+"-Dmammoflow.audit.collector=$MAMMOFLOW_AUDIT_COLLECTOR"} \
        ${MAMMOFLOW_AUDIT_COLLECTOR:+"-Dmammoflow.audit.collector-ca=$MAMMOFLOW_AUDIT_COLLECTOR_CA"} \
        ${MAMMOFLOW_AUDIT_KEYSTORE:+"-Dmammoflow.audit.keystore=$MAMMOFLOW_AUDIT_KEYSTORE"} \
        ${MAMMOFLOW_NETWORK:+"-Dmammoflow.inference.network=$MAMMOFLOW_NETWORK"} \
        "-Dmammoflow.inference.device=${MAMMOFLOW_DEVICE/gpu/cuda:0}" "-Dmammoflow.inference.workers=$(workers)" \
        "${properties[@]}"
}

# A network takes one thread for an image. No more than eight: decoded images share a third of the heap.
workers() {
    local processors
    processors=$(nproc)
    printf '%d' $((processors < 2 ? 2 : processors > 8 ? 8 : processors))
}

# WildFly's own list of the JDK packages that it must be let into, read where WildFly keeps it.
modular_options() {
    sed -n 's/.*\(--add-\(opens\|exports\)=[a-z][^"$]*\)".*/\1/p' "$1/bin/common.sh"
}

as_boolean() { [ "$1" = yes ] && printf true || printf false; }
