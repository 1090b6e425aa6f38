# What the scripts share. Source it; it changes no folder and writes nothing to standard output.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
artifacts=$root/artifacts
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1
# A build that outlives the script would keep its caller's pipes open.
export MSBUILDDISABLENODEREUSE=1

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$(basename "$0"): $*"
    exit 1
}

# quietly WHAT COMMAND...: the command's output goes to a log, and is shown when it fails.
quietly() {
    local log=$artifacts/logs/${1// /-}.log
    mkdir -p "${log%/*}"
    if ! "${@:2}" >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        fail "$1 failed"
    fi
}

# is_there WHAT: a command, or a file by its absolute path (which may be a pattern).
is_there() {
    if [[ $1 == /* ]]; then compgen -G "$1" >/dev/null; else command -v "$1" >/dev/null; fi
}

# need WHAT=PACKAGE...: installs the packages whose command or file is not there.
need() {
    local pair missing=()
    for pair; do
        is_there "${pair%%=*}" || missing+=("${pair#*=}")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0

    is_there apt-get || fail "needs ${missing[*]} (their names on Debian): install them, then run this again"
    say "installing ${missing[*]}"
    quietly "installing packages" install_packages "${missing[@]}"
    for pair; do
        is_there "${pair%%=*}" || fail "${pair%%=*} is still missing after installing ${pair#*=}"
    done
}

install_packages() {
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get)
    if [[ $EUID -ne 0 ]]; then
        is_there sudo || { echo "only root can install $*"; return 1; }
        apt=(sudo -n "${apt[@]}")
    fi

    # A machine fresh from its image has no lists of packages yet, or old ones.
    "${apt[@]}" install -y --no-install-recommends "$@" || {
        "${apt[@]}" update
        "${apt[@]}" install -y --no-install-recommends "$@"
    }
}

need_dotnet() {
    is_there dotnet || fail "needs the .NET SDK that global.json names: https://dot.net/download"
}

# is_current TARGET INPUT...: whether the target is as new as all files and folders below the inputs.
is_current() {
    [[ -e $1 && -z $(find "${@:2}" -newer "$1" -print -quit) ]]
}

in_git() { git -c safe.directory='*' -C "$root" "$@"; }

# The commit that is checked out, as `collector --version` shows it; nothing outside git.
commit() { [[ ! -e $root/.git ]] || in_git describe --always --dirty=-changed --exclude='*' --abbrev=12; }

# Its time, in seconds since 1970.
commit_time() { in_git log -1 --format=%ct; }
