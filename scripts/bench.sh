#!/usr/bin/env bash
# Measures the collector beside collectd and a plain C program: the same host, interval and sink, in turns.
# Then its serializer beside string.Format and the C program's. Usage: scripts/bench.sh
#   BENCH_SECONDS=20     the length of a window
#   BENCH_WINDOWS=3      windows of each contender; times are their medians
#   BENCH_SETTLE=18      seconds before each window
#   BENCH_COLLECTOR=FILE another executable to measure
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

seconds=${BENCH_SECONDS:-20}
windows=${BENCH_WINDOWS:-3}
# By then what the start needed is given back.
settle=${BENCH_SETTLE:-18}
starts=20
collector=${BENCH_COLLECTOR:-$root/dist/linux-x64/collector}
sources=$root/tests/Collector.Benchmarks/floor
out=$artifacts/bench
floor=$out/floor
sink=$out/sink
collectd=/usr/sbin/collectd
plugins=(cpu memory swap disk df interface uptime load)
contenders=(c collector collectd)

# What the C program reads and sends, and no more.
groups=cpu,disk_io,disk_usage,load,memory,net_io,swap,uptime,self
groups+=,-cpu.nice,-cpu.irq,-cpu.softirq,-cpu.steal,-cpu.guest*,-disk_io.*_merges,-disk_io.queue_depth,-disk_io.busy_time
groups+=,-disk_io.weighted_time,-disk_usage.inodes_*,-memory.cached,-memory.buffers,-memory.slab_*,-memory.commit*
groups+=,-net_io.up,-net_io.speed,-swap.cached

running=()
stop_all() { [[ ${#running[@]} -eq 0 ]] || kill "${running[@]}" 2>/dev/null || true; }
trap stop_all EXIT

compile() {
    mkdir -p "$out"
    for program in floor sink; do
        is_current "$out/$program" "$sources" || cc -O2 -Wall -Wextra -o "$out/$program" "$sources/$program.c"
    done
}

configure_collectd() {
    local folder=$out/collectd plugin
    mkdir -p "$folder"
    {
        printf '%s\n' 'Hostname "bench"' 'FQDNLookup false' "BaseDir \"$folder\"" "PIDFile \"$folder/pid\"" 'Interval 1'
        printf 'LoadPlugin %s\n' logfile "${plugins[@]}" write_graphite
        printf '%s\n' '<Plugin logfile>' 'LogLevel err' "File \"$folder/log\"" '</Plugin>' \
            '<Plugin write_graphite>' '<Node "sink">' 'Host "127.0.0.1"' "Port \"$port\"" 'Protocol "tcp"' '</Node>' '</Plugin>'
    } >"$folder/collectd.conf"
}

# command_of CONTENDER: sets `command`.
command_of() {
    case $1 in
        c) command=("$floor" 127.0.0.1 "$port" 1 bench.bench.) ;;
        collector) command=("$collector" run --to "graphite://127.0.0.1:$port" --interval 1s --phase 0s --prefix bench. --host bench
            --group "$groups") ;;
        collectd) command=("$collectd" -f -C "$out/collectd/collectd.conf") ;;
    esac
}

# Waits for the middle between two ticks, so that a window holds whole ones.
until_between_ticks() { sleep "$(awk -v now="$EPOCHREALTIME" 'BEGIN { f = now - int(now); print (f < 0.5 ? 0.5 : 1.5) - f }')"; }

# snapshot PID: nanoseconds on a processor, context switches and threads of the process; lines and bytes at the sink.
snapshot() {
    local cpu switches threads counts
    [[ -d /proc/$1 ]] || return 1
    cpu=$(cat /proc/"$1"/task/*/schedstat | awk '{ s += $1 } END { printf "%d", s }')
    switches=$(cat /proc/"$1"/task/*/status | awk '/ctxt_switches/ { s += $2 } END { print s }')
    threads=$(ls /proc/"$1"/task | wc -l)
    counts=$(od -An -v -td8 -w24 "$out/state" | awk '{ print $2, $3 }')
    echo "$cpu $switches $threads $counts"
}

memory_of() { awk '/^Rss:|^Pss:/ { print $2 }' /proc/"$1"/smaps_rollup | paste -sd' '; }

# window CONTENDER: starts it, lets it settle, measures, and adds a line to its file.
window() {
    local pid before after
    command_of "$1"
    "${command[@]}" >/dev/null 2>"$out/$1.err" </dev/null &
    pid=$!
    running+=("$pid")
    sleep "$settle"
    until_between_ticks
    before=$(snapshot "$pid") || fail "$1 has ended: $(cat "$out/$1.err")"
    sleep "$seconds"
    after=$(snapshot "$pid") || fail "$1 has ended: $(cat "$out/$1.err")"
    echo "$before $after $(memory_of "$pid")" >>"$out/$1.windows"
    [[ -e $out/$1.syscalls ]] || count_syscalls "$1" "$pid"
    kill "$pid"
    wait "$pid" 2>/dev/null || true
    running=("${running[@]/$pid/}")
    running=(${running[@]+"${running[@]}"})
}

count_syscalls() {
    until_between_ticks
    timeout --signal=INT 5 strace -c -f -o "$out/$1.strace" -p "$2" 2>/dev/null || true
    awk '$NF == "total" { print $4 / 5 }' "$out/$1.strace" >"$out/$1.syscalls"
}

size_of() {
    case $1 in
        c) stat -c %s "$floor" ;;
        collector) stat -c %s "$collector" ;;
        collectd) (cd /usr/lib/collectd && stat -c %s "$collectd" "${plugins[@]/%/.so}" write_graphite.so) | awk '{ s += $1 } END { print s }' ;;
    esac
}

median() { sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# row CONTENDER: lines, CPU ms, us a line, syscalls, switches, threads, RSS MiB, PSS MiB, file MiB, first line ms.
row() {
    local file=$out/$1.windows cpu lines
    cpu=$(awk -v s="$seconds" '{ print ($6 - $1) / s / 1e6 }' "$file" | median)
    lines=$(awk -v s="$seconds" '{ print ($9 - $4) / s }' "$file" | median)
    echo "$1 $lines $cpu $(awk -v c="$cpu" -v l="$lines" 'BEGIN { print l ? c * 1000 / l : 0 }') $(cat "$out/$1.syscalls")" \
        "$(awk -v s="$seconds" '{ print ($7 - $2) / s }' "$file" | median) $(awk '{ print $8 }' "$file" | median)" \
        "$(awk '{ print $11 / 1024 }' "$file" | median) $(awk '{ print $12 / 1024 }' "$file" | median)" \
        "$(size_of "$1" | awk '{ print $1 / 1048576 }') $(cat "$out/$1.first")"
}

table() {
    printf '%-10s %6s %8s %8s %8s %8s %8s %6s %6s %6s %9s\n' \
        '' 'lines' 'CPU ms' 'us' 'syscalls' 'switches' '' 'RSS' 'PSS' 'file' '1st line'
    printf '%-10s %6s %8s %8s %8s %8s %8s %6s %6s %6s %9s\n' \
        '' '/tick' '/tick' '/line' '/tick' '/tick' 'threads' 'MiB' 'MiB' 'MiB' 'after ms'
    awk '{ printf "%-10s %6.0f %8.3f %8.2f %8.1f %8.1f %8d %6.2f %6.2f %6.2f %9.1f\n", $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 }'
}

# bar WHAT VALUE LIMIT UNIT: whether the value is within its limit.
bar() {
    awk -v what="$1" -v value="$2" -v limit="$3" -v unit="$4" 'BEGIN {
        printf "%-44s %9.2f of at most %7.2f %-9s %s\n", what, value, limit, unit, value <= limit + 1e-9 ? "met" : "MISSED" }'
}

column() { awk -v name="$1" -v n="$2" '$1 == name { print $n }' "$out/rows"; }

bars() {
    local cpu
    cpu=$(column collector 3)
    bar 'CPU a tick, times the C program' "$(awk -v a="$cpu" -v b="$(column c 3)" 'BEGIN { print a / b }')" 1.25 times
    bar "CPU a tick, of collectd's" "$(awk -v a="$cpu" -v b="$(column collectd 3)" 'BEGIN { print a / b }')" 0.2 times
    bar 'syscalls a tick more than the C program' "$(awk -v a="$(column collector 5)" -v b="$(column c 5)" 'BEGIN { print a - b }')" 2 calls
    bar 'RSS' "$(column collector 8)" 6 MiB
    bar 'threads' "$(column collector 7)" 3 threads
    # TLS is a quarter of it.
    bar 'executable' "$(column collector 10)" 7 MiB
    bar 'first line after the start' "$(column collector 11)" 10 ms
}

# serializers METHOD: runs the benchmark and holds the method of that name against its bars.
serializers() {
    local project=$root/tests/Collector.Benchmarks csv
    quietly "restoring packages" dotnet restore "$project" --locked-mode
    quietly "building benchmarks" dotnet build "$project" -c Release --no-restore -v q
    quietly "running benchmarks" "$artifacts/bin/Collector.Benchmarks/release/Collector.Benchmarks" --artifacts "$out/serializers"
    csv=$(compgen -G "$out/serializers/results/*-report.csv" | head -n 1)
    echo
    echo "A Graphite line of 120 names, a fifth of them with decimals (ns a line, bytes allocated a line):"
    tr -d "\"'" <"$csv" | awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { printf "  %-34s %8s %8s\n", $at["Method"], $at["Mean [ns]"], $at["Allocated [B]"] }'
    printf '  %-34s %8.1f %8s\n' "C program's formatter" "$("$floor" --format-bench)" 0
    echo
    bar 'serializer, a line' "$(benchmark "$csv" "$1" 'Mean [ns]')" 15 ns
    bar 'serializer, allocated' "$(benchmark "$csv" "$1" 'Allocated [B]')" 0 B
}

# benchmark CSV METHOD COLUMN: one number of the table.
benchmark() {
    tr -d "\"'" <"$1" | awk -F, -v method="$2" -v column="$3" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        $at["Method"] == method { value = $at[column]; print value == "-" ? 0 : value }'
}

need cc=gcc "/usr/include/*/sys/types.h=libc6-dev" strace=strace "$collectd=collectd-core" "/usr/lib/*/libyajl.so.2=libyajl2"
need_dotnet
[[ -n ${BENCH_COLLECTOR:-} ]] || "$root/scripts/publish.sh" linux-x64
compile
rm -f "$out"/*.{windows,syscalls,first}
port=$("$sink" free-port)
configure_collectd

for contender in "${contenders[@]}"; do
    command_of "$contender"
    "$sink" starts "$port" "$starts" "${command[@]}" >"$out/$contender.first"
done

"$sink" serve "$port" "$out/state" &
running+=("$!")
until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.05; done
for ((turn = 1; turn <= windows; turn++)); do
    for contender in "${contenders[@]}"; do
        say "window $turn of $windows: $contender"
        window "$contender"
    done
done

for contender in "${contenders[@]}"; do
    row "$contender"
done >"$out/rows"
echo "Interval 1 s, windows of $seconds s, $windows each; first line: median of $starts starts"
table <"$out/rows"
echo
bars
serializers 'Generated serializers'
