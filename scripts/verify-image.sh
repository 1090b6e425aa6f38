#!/usr/bin/env bash
# What an image pipeline does, as an example: builds a Debian system in a folder, verifies it without starting it, and sees
# that a broken one is refused. Needs root. Usage: scripts/verify-image.sh [FOLDER]
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

collector=${COLLECTOR:-$root/dist/linux-x64/collector}
image=${1:-$artifacts/image}
checks=$artifacts/image-checks.json

[[ $EUID -eq 0 ]] || fail "only root can build an image"
need debootstrap=debootstrap
[[ -x $collector ]] || "$root/scripts/publish.sh" linux-x64

say "building an image in $image"
mkdir -p "$image" "$artifacts"
quietly "building an image" debootstrap --variant=minbase bookworm "$image"
install -D "$collector" "$image/opt/collector/collector"

cat >"$checks" <<'JSON'
{
  "checks": [
    { "name": "system", "expect": "host.distribution == debian and host.version == \"12\" and host.architecture == x64" },
    { "name": "collector", "expect": "file[/opt/collector/collector].bytes > 1MB", "why": "hosts measure themselves from the first minute" },
    { "name": "security updates", "expect": "service[apt-daily-upgrade].start_type in 2..3" },
    { "name": "no identity", "expect": "not file[/etc/ssh/ssh_host_ed25519_key].exists", "why": "every host would have the same key" }
  ]
}
JSON

say "verifying it"
"$collector" verify --root "$image" --checks "$checks" --output "$artifacts/image-report.xml"

say "breaking it, and verifying it again"
rm "$image/opt/collector/collector"
if "$collector" verify --root "$image" --checks "$checks"; then
    fail "a broken image was taken for a good one"
fi

say "the broken image was refused, as it should be"
