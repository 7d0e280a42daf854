# shellcheck shell=bash
# `test`: every test, unit to browser.

# command or file that a test needs | Debian package that brings it
needed_packages() {
    cat <<'END'
storescu|dcmtk
gdcmconv|libgdcm-tools
dciodvfy|dicom3tools
chromium|chromium
pdftotext|poppler-utils
shellcheck|shellcheck
npm|npm
/usr/lib/python3/dist-packages/torchvision|python3-torchvision
/usr/lib/python3/dist-packages/onnx|python3-onnx
END
}

run_tests() {
    # Two modules at a time: most tests wait for a disk, a port or one thread.
    local goals=(-Pchecks --fail-at-end -T 2) packages=yes
    while [ $# -gt 0 ]; do
        case $1 in
            --help | -h) help || true && return 0 ;;
            --long) goals+=(-Dlong) ;;
            --module) goals+=(-am -pl "${2:?--module needs a path such as lib/dicom}") && shift ;;
            --module=*) goals+=(-am -pl "${1#*=}") ;;
            --without-packages) packages=no ;;
            *) refuse "test does not know '$1'. ./mammoflow --help lists its options." ;;
        esac
        shift
    done
    require_jdk
    [ "$packages" = no ] || install_packages
    local missing
    missing=$(missing_commands)
    [ -z "$missing" ] || say "Not installed, so their tests are skipped: $(names_of "$missing")."
    local print
    print=$(fingerprint)
    mkdir -p "$checkout/server/target"
    show=test_progress maven "${goals[@]}" verify
    printf '%s' "$print" >"$checkout/server/target/built"
    list_skipped
}

missing_commands() {
    needed_packages | while IFS='|' read -r command package; do
        [ -e "$command" ] || command -v "$command" >/dev/null || say "$command|$package"
    done
}

names_of() { cut -d'|' -f2 <<<"$1" | paste -sd ' '; }

# Only root may, and only where apt is: anywhere else the tests are skipped and named.
install_packages() {
    local missing
    missing=$(missing_commands)
    [ -n "$missing" ] || return 0
    local packages
    packages=$(names_of "$missing")
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        say "These Debian packages are missing and only root can install them: apt install $packages"
        return 0
    fi
    say "Installing Debian packages that the tests need: $packages"
    local log=$checkout/server/target/apt.log
    mkdir -p "${log%/*}"
    # shellcheck disable=SC2086 # one argument for each package
    if ! { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $packages; } >"$log" 2>&1; then
        say "Some could not be installed; see $log."
    fi
}

# Maven's lines about modules, tests and faults, as they are.
test_progress() {
    local line
    while IFS= read -r line; do
        case $line in
            *' Building Mammoflow'* | *'Tests run:'* | *'Running org.mammoflow'*) say "$line" ;;
            *'BUILD SUCCESS'* | *'BUILD FAILURE'* | *'Reactor Summary'* | *' SUCCESS ['* | *' FAILURE ['* | *' SKIPPED'*) say "$line" ;;
            '[ERROR]'*) say "$line" ;;
        esac
    done
}

# What did not run, with the reason that the test itself gives.
list_skipped() {
    local skipped
    skipped=$(find "$checkout" -path '*/node_modules' -prune -o -path '*/target/*-reports/TEST-*.xml' -print0 |
        # grep's "nothing found" is the good case here.
        { xargs -0 -r grep -h -B1 '<skipped' || true; } |
        sed -n 's/.*<testcase name="\([^"]*\)" classname="\([^"]*\)".*/  \2.\1/p; s/.*<skipped message="\([^"]*\)".*/      \1/p')
    [ -z "$skipped" ] || printf 'Skipped:\n%s\n' "$skipped"
    say "All tests that ran have passed."
}
