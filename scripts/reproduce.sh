#!/usr/bin/env bash
# Builds the commit that is checked out twice, in clones whose folders have other names and with other habits of the user, and
# compares what comes out byte by byte. It takes a few minutes.
# Usage: scripts/reproduce.sh [RID...]     the executables of these; without any, all packages
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

work=$artifacts/reproduce
commit=$(in_git rev-parse HEAD)
rm -rf "$work"

# build FOLDER RID...: clones and builds there.
build() {
    say "building in $1"
    in_git clone --quiet --no-checkout "$root" "$1"
    git -C "$1" checkout --quiet --detach "$commit"
    if [[ $# -gt 1 ]]; then
        "$1/scripts/publish.sh" "${@:2}"
    else
        "$1/scripts/package.sh"
    fi
}

sums() { (cd "$1/dist" && find . -type f ! -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum); }

build "$work/one" "$@"
(
    umask 077
    export TZ=Pacific/Auckland LC_ALL=C.UTF-8
    build "$work/another/folder of a longer name" "$@"
)

sums "$work/one" >"$work/one.sums"
sums "$work/another/folder of a longer name" >"$work/another.sums"
cat "$work/one.sums"
diff "$work/one.sums" "$work/another.sums" >&2 || fail "the two builds differ; they are in $work"
say "both builds of ${commit:0:12} are the same, byte by byte"
