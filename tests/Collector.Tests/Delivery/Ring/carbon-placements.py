"""Prints where carbon's own router places series: a line a series, then for each ring where these go, by number."""
import itertools

from carbon.routers import ConsistentHashingRouter
from carbon.util import parseDestination

RINGS = [
    "a:2003",
    "a:2003:one",
    "a:2003,b:2003",
    "127.0.0.1:2003:a,127.0.0.1:2013:b,127.0.0.1:2023:c",
    "10.1.0.1:2003:a,10.1.0.1:2013:b,10.1.0.2:2003:a,10.1.0.2:2013:b",
    "[::1]:2003:x,[fe80::1]:2003:x,carbon.example.org:2003,Carbon-4:2003:cache_1",
    "c5:2003:e,c4:2003:d,c3:2003:c,c2:2003:b,c1:2003:a",
]


class Settings:
    ROUTER_HASH_TYPE = None

    def __init__(self, replicas, diverse):
        self.REPLICATION_FACTOR = replicas
        self.DIVERSE_REPLICAS = diverse


def names():
    for host, metric in itertools.product(range(12), range(10)):
        yield "collector.web%d_example_org.cpu.%d.user" % (host, metric)
        yield "metcollective.w%d.net_io.Intel_R__82574L_Gigabit_Network_Connection__%d.bytes_received_in_total" % (host, metric)
        yield "collector.disk_usage.free;host=db%d.example.org;mount=/data/%d;site=berlin" % (host, metric)
    yield "x"
    yield "collector.h\u00fctte.cpu"


def place(ring, replicas, diverse, down):
    router = ConsistentHashingRouter(Settings(replicas, diverse))
    nodes = [parseDestination(node) for node in ring.split(",")]
    for node in nodes:
        router.addDestination(node)
    if down is not None:
        router.removeDestination(nodes[down])
    for name in names():
        found = []
        for node in router.getDestinations(name):
            if nodes.index(node) not in found:
                found.append(nodes.index(node))
        yield "".join(str(node) for node in found)


for name in names():
    print(name)
print()
for ring in RINGS:
    count = len(ring.split(","))
    for replicas, diverse in itertools.product(range(1, min(count, 3) + 1), (True, False)):
        for down in [None, 1] if count > 1 else [None]:
            print(ring, replicas, "diverse" if diverse else "any", "-" if down is None else down)
            print(" ".join(place(ring, replicas, diverse, down)))
