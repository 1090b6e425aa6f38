#!/usr/bin/env bash
# Runs the collector on this host: builds it first where needed, then hands it all options.
# Usage: scripts/run.sh [OPTION...]      as `collector run`; without --to, metrics go to standard output
scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$scripts/publish.sh" linux-x64 || exit
exec "$scripts/../dist/linux-x64/collector" run "$@"
