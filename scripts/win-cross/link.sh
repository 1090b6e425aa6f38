#!/bin/sh
# link.sh @FILE
# lld-link with the arguments in FILE, where what lies below the repository is named from the folder it runs in, that is
# src/Collector: the executable carries a hash of its symbols, and these the paths of all objects.
set -eu
arguments=${1#@}
root=$(cd "$(dirname "$0")/../.." && pwd)
sed "s|\"$root/|\"../../|g" "$arguments" >"$arguments.relative"
exec "${WinCrossLinker:-lld-link}" "@$arguments.relative" /PDBSOURCEPATH:/_/src/Collector
