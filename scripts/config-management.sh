#!/usr/bin/env bash
# Has Ansible and Puppet do what README.md shows of them, as it stands there, on a Debian system with a systemd of its own: the first
# time they install and start the service, the second time nothing may change, and a new configuration is taken by a reload.
# Its system needs big packages and takes 4 minutes to make, once; therefore scripts/test.sh leaves this out. Needs root.
# Usage: scripts/config-management.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

collector=${COLLECTOR:-$root/dist/linux-x64/collector}
base=$artifacts/config-management
host=$(mktemp -d)
nspawn=

close() {
    local init
    if [[ -n $nspawn ]]; then
        init=$(pgrep -P "$nspawn" || true)
        [[ -z $init ]] || kill -KILL "$init" 2>/dev/null || true
        wait "$nspawn" 2>/dev/null || true
    fi
    rm -rf "$host"
}
trap close EXIT

make_base() {
    [[ ! -e $base/ready ]] || return 0
    say "preparing a Debian system with systemd, Ansible and Puppet"
    rm -rf "$base"
    mkdir -p "$base"
    quietly "preparing a system with systemd" debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus,iproute2 bookworm "$base/root"
    quietly "installing Ansible and Puppet" chroot "$base/root" \
        env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ansible-core puppet-agent
    chroot "$base/root" apt-get clean
    touch "$base/ready"
}

# example FIRST: the indented block of README.md's section whose first line begins like that.
example() {
    sed -n '/^## Configuration management/,/^## On /p' "$root/README.md" |
        awk -v first="    $1" 'index($0, first) == 1 { on = 1 } on && !/^    / { exit } on { print substr($0, 5) }'
}

boot() {
    cp -a --reflink=auto "$base/root/." "$host"
    systemd-nspawn --quiet -D "$host" --boot --private-network --register=no --keep-unit >"$artifacts/logs/nspawn.log" 2>&1 </dev/null &
    nspawn=$!
    local _
    for _ in {1..300}; do
        ! on_host systemctl is-system-running 2>/dev/null | grep -qE 'running|degraded' || return 0
        sleep 0.1
    done
    fail "the host did not start; see $artifacts/logs/nspawn.log"
}

on_host() { nsenter -t "$(pgrep -P "$nspawn")" -a -- env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "$@"; }

# settings INTERVAL: the text of a template, for both tools.
settings() { printf '{ "to": ["graphite://127.0.0.1:9"], "interval": "%s", "spool": "/var/lib/collector" }\n' "$1"; }

expect() {
    [[ $2 == *"$3"* ]] || fail "$1: expected '$3' in:
$2"
    say "$1: $3"
}

process() { on_host systemctl show --property=MainPID --value collector; }

reloads() { on_host journalctl --quiet --unit collector --output cat | grep -c 'the configuration was read again' || true; }

# reloaded WHAT COMMAND...: it has the configuration read again, by the process that runs.
reloaded() {
    local before count _
    before=$(process)
    count=$(reloads)
    "${@:2}"
    for _ in {1..50}; do
        [[ $(reloads) -eq $count ]] || break
        sleep 0.2
    done
    [[ $(process) == "$before" && $(reloads) -gt $count ]] || fail "$1: the service was not reloaded"
    say "$1: process $before goes on with the new settings"
}

# restarted WHAT COMMAND...: another process runs then.
restarted() {
    local before
    before=$(process)
    "${@:2}"
    [[ $(process) != "$before" && $(process) != 0 ]] || fail "$1: the service was not restarted"
    say "$1: process $before was replaced"
}

# play WHAT EXPECTED [OPTION...]: runs Ansible's example.
play() {
    expect "Ansible, $1" "$(on_host ansible-playbook -i localhost, -c local "${@:3}" /root/ansible/play.yml 2>&1 || true)" "$2"
}

# apply WHAT CODE [OPTION...]: runs Puppet's example. Its exit codes: 0 nothing changed, 2 something did, 4 and 6 something failed.
apply() {
    local text code=0
    text=$(on_host puppet apply --detailed-exitcodes --color=false --modulepath=/root/puppet "${@:3}" /root/puppet/site.pp 2>&1) || code=$?
    expect "Puppet, $1" "$text
exit code $code" "exit code $2"
}

remove() {
    expect "uninstall" "$(on_host /usr/local/bin/collector service uninstall --json)" '"changed":true'
    expect "uninstall again" "$(on_host /usr/local/bin/collector service uninstall --json)" '"changed":false'
    rm "$host/usr/local/bin/collector" "$host/etc/collector.json"
}

with_ansible() {
    local folder=$host/root/ansible
    install -D "$collector" "$folder/collector"
    example '- hosts:' >"$folder/play.yml"
    settings 10s >"$folder/collector.json.j2"

    play "first" "changed=6 "
    on_host /usr/local/bin/collector service status >/dev/null || fail "the service does not run"
    play "second" "changed=0 "
    play "second, --check" "changed=0 " --check
    settings 20s >"$folder/collector.json.j2"
    reloaded "Ansible" play "other settings" "changed=2 "
    settings often >"$folder/collector.json.j2"
    play "wrong settings" "'often' is not a span of time"
    settings 20s >"$folder/collector.json.j2"
    printf x >>"$folder/collector"
    restarted "Ansible" play "another executable" "changed=2 "
    play "again" "changed=0 "
}

with_puppet() {
    local module=$host/root/puppet/profile
    install -D "$collector" "$module/files/collector"
    mkdir -p "$module/templates"
    example '$collector = ' >"$host/root/puppet/site.pp"
    settings 10s >"$module/templates/collector.json.erb"

    apply "first" 2
    on_host /usr/local/bin/collector service status >/dev/null || fail "the service does not run"
    apply "second" 0
    apply "second, --noop" 0 --noop
    settings 20s >"$module/templates/collector.json.erb"
    reloaded "Puppet" apply "other settings" 2
    settings often >"$module/templates/collector.json.erb"
    apply "wrong settings" 4
    settings 20s >"$module/templates/collector.json.erb"
    printf x >>"$module/files/collector"
    restarted "Puppet" apply "another executable" 2
    apply "again" 0
}

[[ $EUID -eq 0 ]] || fail "only root can start a system"
need debootstrap=debootstrap systemd-nspawn=systemd-container
[[ -x $collector ]] || "$root/scripts/publish.sh" linux-x64
mkdir -p "$artifacts/logs"
make_base
boot
with_ansible
remove
with_puppet
remove
say "all of it was as it should be"
