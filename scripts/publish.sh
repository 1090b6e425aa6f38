#!/usr/bin/env bash
# Publishes the executable as dist/RID/collector[.exe], unless it is there and newer than the sources.
# Usage: scripts/publish.sh [--this-commit] [RID...]      by default: linux-x64 linux-arm64 win-x64
#   --this-commit     publishes also what is newer than the sources, but says of itself that it is of another commit
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

inputs=("$root"/{src,generators,scripts/win-cross,Directory.Build.props,Directory.Build.targets}
    "$root"/{Directory.Packages.props,global.json,nuget.config})

restored=
restore() {
    [[ -z $restored ]] || return 0
    need_dotnet
    quietly "restoring packages" dotnet restore "$root/src/Collector" --locked-mode
    restored=yes
}

publish() {
    local rid=$1 file=collector started=$artifacts/logs/$1.started built=$artifacts/logs/$1.commit
    case $rid in
        linux-x64 | linux-arm64) ;;
        win-x64) file=collector.exe ;;
        *) fail "can publish linux-x64, linux-arm64 and win-x64, not $rid" ;;
    esac

    local target=$root/dist/$rid/$file
    if is_current "$target" "${inputs[@]}"; then
        [[ -n $this_commit && $(cat "$built" 2>/dev/null) != "$(commit)" ]] || return 0
    fi

    [[ $(uname -sm) == "Linux x86_64" ]] || fail "builds on Linux on x64 only, not on $(uname -sm)"
    need clang=clang lld-link=lld llvm-rc=llvm objcopy=binutils /usr/include/zlib.h=zlib1g-dev
    # The libraries and start files to link with come from the cross compiler's packages: no foreign architecture is set up.
    [[ $rid != linux-arm64 ]] || need aarch64-linux-gnu-gcc=gcc-aarch64-linux-gnu /usr/aarch64-linux-gnu/lib/libc.so=libc6-dev-arm64-cross
    restore
    say "publishing $rid"
    mkdir -p "${started%/*}" "${target%/*}"
    touch "$started"
    commit >"$built"
    # Symbols and the like stay below artifacts; dist holds the lone executable.
    quietly "publishing $rid" dotnet publish "$root/src/Collector" -c Release -r "$rid" --no-restore
    cp "$artifacts/publish/Collector/release_$rid/$file" "$target.new"
    # As old as the start of the build: what was edited meanwhile makes it stale.
    touch -r "$started" "$target.new"
    mv "$target.new" "$target"
}

this_commit=
if [[ ${1:-} == --this-commit ]]; then
    this_commit=yes
    shift
fi
[[ $# -gt 0 ]] || set -- linux-x64 linux-arm64 win-x64
for rid; do
    publish "$rid"
done
