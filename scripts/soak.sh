#!/usr/bin/env bash
# Runs the tests of faults in their long form: outages of half a minute, a hundred kills of the collector, ten minutes of
# connections that break at random moments, a day without a receiver by a fast clock. It takes about a quarter of an hour.
# Usage: scripts/soak.sh [CLASS]     only the tests of one class; * stands for anything
#   SOAK_SEED=N    the seed of random moments, as a failure names it
# Prints failures in full and one closing line, `N passed, N failed`.
export SOAK=1
exec "$(dirname "${BASH_SOURCE[0]}")/test.sh" Collector.EndToEnd.Tests --treenode-filter "/*/*/${1:-*}/*[Category=Faults]"
