namespace Collector.Generators.Tests;

/// <summary>The files under <c>Bad/</c> and what is said of them.</summary>
internal static class BadDeclarations
{
    public static readonly (string File, string Expected)[] All =
    [
        (
            "COL0001.malformed-json",
            "COL0001.malformed-json.metrics.json(3,18): error COL0001: Malformed JSON: 'T' is an invalid start of a value"),
        (
            "COL0002.unknown-property",
            "COL0002.unknown-property.metrics.json(10,3): error COL0002: Unknown property 'nmes' in a declaration: did you mean 'names'?"),
        (
            "COL0003.duplicate-property",
            "COL0003.duplicate-property.metrics.json(10,3): error COL0003: Property 'group' is given twice; keep one"),
        (
            "COL0003.collectd-twice",
            "COL0003.collectd-twice.metrics.json(11,43): error COL0003: Property 'a.b' is given twice; keep one"),
        (
            "COL0004.missing-property",
            "COL0004.missing-property.metrics.json(5,5): error COL0004: 'kind' is missing in a metric; add it"),
        (
            "COL0005.wrong-type",
            "COL0005.wrong-type.metrics.json(5,31): error COL0005: 'unit' has to be a text, not a number"),
        (
            "COL0005.wrong-flag",
            "COL0005.wrong-flag.metrics.json(9,83): error COL0005: 'mayBeEmpty' has to be true or false, not a text"),
        (
            "COL0006.bad-name",
            "COL0006.bad-name.metrics.json(2,12): error COL0006: Name 'DiskIO' has to be snake_case: lower-case letters, digits and single underscores, a letter first, at most 64 characters"),
        (
            "COL0006.surrogate",
            "COL0006.surrogate.metrics.json(2,12): error COL0006: Name '\\ud800' has to be snake_case: lower-case letters, digits and single underscores, a letter first, at most 64 characters"),
        (
            "COL0007.unknown-unit",
            "COL0007.unknown-unit.metrics.json(5,31): error COL0007: Unknown unit 'second': did you mean 'seconds'?"),
        (
            "COL0008.unknown-kind",
            "COL0008.unknown-kind.metrics.json(5,47): error COL0008: Unknown kind 'guage': did you mean 'gauge'?"),
        (
            "COL0009.duplicate-metric",
            "COL0009.duplicate-metric.metrics.json(7,15): error COL0009: Metric 'a1' is declared already, as 'a_1'; rename one of them"),
        (
            "COL0010.reserved-group",
            "COL0010.reserved-group.metrics.json(2,12): error COL0010: A group cannot be called 'line', since generated code uses that name itself; choose another one"),
        (
            "COL0010.reserved-name",
            "COL0010.reserved-name.metrics.json(6,15): error COL0010: A metric cannot be called 'instance', since generated code uses that name itself; choose another one"),
        (
            "COL0010.reserved-suffix",
            "COL0010.reserved-suffix.metrics.json(6,15): error COL0010: A metric cannot be called 'load_wrap', since generated code uses that name itself; choose another one"),
        (
            "COL0011.metric-count",
            "COL0011.metric-count.metrics.json(4,14): error COL0011: A group has 1 to 64 metrics, not 0; declare one"),
        (
            "COL0012.duplicate-group",
            "COL0012.duplicate-group.metrics.json(2,12): error COL0012: Group 'first' is declared in COL.first.metrics.json already; rename one of them"),
        (
            "COL0013.unknown-metric",
            "COL0013.unknown-metric.metrics.json(8,65): error COL0013: Unknown metric 'laod': did you mean 'load'?"),
        (
            "COL0014.unbound-metric",
            "COL0014.unbound-metric.metrics.json(6,15): error COL0014: Metric 'average' has no source on any platform; bind it in 'sources' or say what it is 'derived' from"),
        (
            "COL0015.bound-derived",
            "COL0015.bound-derived.metrics.json(9,65): error COL0015: Metric 'twice' is derived, so no source may bind it; remove one of the two"),
        (
            "COL0016.bad-source",
            "COL0016.bad-source.metrics.json(8,14): error COL0016: A source is a 'file' with 'keys', a 'file' with 'columns', a 'native' with 'fields' or a 'pdh' with 'counters'; this one has 'file', 'fields'"),
        (
            "COL0018.any-beside-others",
            "COL0018.any-beside-others.metrics.json(9,5): error COL0018: 'any' stands for every platform, so 'linux' beside it has no meaning; remove one of them"),
        (
            "COL0019.bad-file",
            "COL0019.bad-file.metrics.json(8,24): error COL0019: File 'proc/../loadavg' has to be an absolute path such as /proc/stat, without '..'"),
        (
            "COL0020.bad-blank",
            "COL0020.bad-blank.metrics.json(9,51): error COL0020: Row pattern '* {instance}' cannot be read: columns are divided by spaces, which stand for blanks of any kind"),
        (
            "COL0020.bad-delimiter",
            "COL0020.bad-delimiter.metrics.json(9,51): error COL0020: Row pattern '{instance}é' cannot be read: 'é' follows the instance, where at most one character such as ':' can end it"),
        (
            "COL0020.bad-pattern",
            "COL0020.bad-pattern.metrics.json(8,49): error COL0020: Row pattern '* *' cannot be read: it matches every line; add a literal or {instance}"),
        (
            "COL0020.bad-placeholder",
            "COL0020.bad-placeholder.metrics.json(9,51): error COL0020: Row pattern '* * {instance:number}' cannot be read: '{instance:number}' is neither {instance} nor {instance:integer}"),
        (
            "COL0020.empty",
            "COL0020.empty.metrics.json(8,49): error COL0020: Row pattern '' cannot be read: it is empty; leave 'rows' out if the first line is the only row"),
        (
            "COL0020.two-instances",
            "COL0020.two-instances.metrics.json(9,51): error COL0020: Row pattern '{instance} {instance}' cannot be read: it has more than one {instance}"),
        (
            "COL0021.instance-mismatch",
            "COL0021.instance-mismatch.metrics.json(8,49): error COL0021: The rows have an {instance} and the group does not say what it is; name an instance in both places or in none"),
        (
            "COL0021.keys-with-instances",
            "COL0021.keys-with-instances.metrics.json(9,14): error COL0021: The group has the instance 'disk' and a file of keys has one row for the host; name an instance in both places or in none"),
        (
            "COL0021.rows-without-instance",
            "COL0021.rows-without-instance.metrics.json(9,14): error COL0021: The group has the instance 'disk' and the rows have no {instance}; name an instance in both places or in none"),
        (
            "COL0022.bad-column",
            "COL0022.bad-column.metrics.json(9,91): error COL0022: Metric 'reads' needs a column from 3 on, not 2; columns count from 0 and the pattern takes the first ones"),
        (
            "COL0023.feeds-two",
            "COL0023.feeds-two.metrics.json(9,74): error COL0023: Column 0 feeds both 'load' and 'again'; bind one of them and derive the other"),
        (
            "COL0024.bad-scale",
            "COL0024.bad-scale.metrics.json(8,86): error COL0024: Scale '-1' has to be a number above 0 and below 2^64, or \"clockTicks\""),
        (
            "COL0024.huge-scale",
            "COL0024.huge-scale.metrics.json(9,105): error COL0024: Scale '1e20' has to be a number above 0 and below 2^64, or \"clockTicks\""),
        (
            "COL0025.fractional-scale",
            "COL0025.fractional-scale.metrics.json(9,105): error COL0025: Scale 0.5 gives fractions and metric 'reads' counts whole operations; use a whole scale or a unit with decimals"),
        (
            "COL0026.bad-width",
            "COL0026.bad-width.metrics.json(8,86): error COL0026: Width 32 of metric 'load' has no meaning: only counters have a width, and it is 32 or left out"),
        (
            "COL0027.bad-expression",
            "COL0027.bad-expression.metrics.json(6,104): error COL0027: Expression 'load * * 2' cannot be read here: expected a name, a number or '('"),
        (
            "COL0027.huge-number",
            "COL0027.huge-number.metrics.json(6,104): error COL0027: Expression 'load + 18446744073709551616' cannot be read here: expected a number below 2^64"),
        (
            "COL0027.trailing",
            "COL0027.trailing.metrics.json(6,102): error COL0027: Expression 'load load' cannot be read here: expected an operator or the end"),
        (
            "COL0027.unclosed",
            "COL0027.unclosed.metrics.json(6,112): error COL0027: Expression 'percent(load, 2' cannot be read here: expected ')'"),
        (
            "COL0027.unknown-function",
            "COL0027.unknown-function.metrics.json(11,39): error COL0027: Expression 'rat(reads)' cannot be read here: expected an operator or the end"),
        (
            "COL0027.rate-of-a-number",
            "COL0027.rate-of-a-number.metrics.json(11,41): error COL0027: Expression 'rate(2)' cannot be read here: expected the name of a counter"),
        (
            "COL0028.unknown-operand",
            "COL0028.unknown-operand.metrics.json(6,101): error COL0028: Expression uses 'lod', which is no metric of this group: did you mean 'load'?"),
        (
            "COL0028.collectd-operand",
            "COL0028.collectd-operand.metrics.json(11,41): error COL0028: Expression uses 'reds', which is no metric of this group: did you mean 'reads'?"),
        (
            "COL0029.derived-from-itself",
            "COL0029.derived-from-itself.metrics.json(6,97): error COL0029: Metric 'twice' is derived from 'twice', which is itself; derive it from others"),
        (
            "COL0029.later-operand",
            "COL0029.later-operand.metrics.json(6,96): error COL0029: Metric 'four' is derived from 'twice', which is derived too and declared later; move it behind 'twice'"),
        (
            "COL0030.fraction-of-a-field",
            "COL0030.fraction-of-a-field.metrics.json(9,58): error COL0030: Metric 'reads' counts whole operations and this expression yields fractions; use only + - * over whole numbers or a unit with decimals"),
        (
            "COL0030.not-whole",
            "COL0030.not-whole.metrics.json(6,96): error COL0030: Metric 'half' counts whole bytes and this expression yields fractions; use only + - * over whole numbers or a unit with decimals"),
        (
            "COL0031.unknown-native",
            "COL0031.unknown-native.metrics.json(9,28): error COL0031: Unknown native source 'Dsks', for no struct of this name bears [NativeRow]: did you mean 'Disks'?"),
        (
            "COL0032.unknown-field",
            "COL0032.unknown-field.metrics.json(9,68): error COL0032: Struct Disks has no field 'Red': did you mean 'Reads'?"),
        (
            "COL0033.bad-field",
            "COL0033.bad-field.metrics.json(9,59): error COL0033: Field 'Letter' is of type char, which cannot be computed with; make it a number such as ulong or double, or ulong? where it may be absent"),
        (
            "COL0034.no-source-class",
            "COL0034.no-source-class.metrics.json(9,28): error COL0034: Struct Orphans has no source; write the class OrphansSource : INativeSource<Orphans> in its namespace, with a constructor that takes a SourceContext or nothing"),
        (
            "COL0035.unknown-placeholder",
            "COL0035.unknown-placeholder.metrics.json(11,34): error COL0035: Unknown placeholder '{host}' in a path; known are {metric}, {instance} and {instance:ESCAPE}"),
        (
            "COL0036.bad-path",
            "COL0036.bad-path.metrics.json(11,33): error COL0036: Path has the character '/'; nodes are made of letters, digits, '-' and '_', with single dots between them"),
        (
            "COL0036.empty-node",
            "COL0036.empty-node.metrics.json(11,34): error COL0036: Path has an empty node; nodes are made of letters, digits, '-' and '_', with single dots between them"),
        (
            "COL0037.instance-without-instances",
            "COL0037.instance-without-instances.metrics.json(10,24): error COL0037: Path has {instance} once, and not at all is right, since the group has no instances"),
        (
            "COL0037.placeholder-count",
            "COL0037.placeholder-count.metrics.json(11,28): error COL0037: Path has {instance} not at all, and once is right, since the group has instances"),
        (
            "COL0037.metric-in-collectd",
            "COL0037.metric-in-collectd.metrics.json(11,28): error COL0037: Path has {metric} once, and not at all is right, since each path has a value of its own"),
        (
            "COL0038.unknown-escape",
            "COL0038.unknown-escape.metrics.json(11,44): error COL0038: Unknown escape 'mnt': did you mean 'mount'?"),
        (
            "COL0039.long-path",
            "COL0039.long-path.metrics.json(11,28): error COL0039: Path is 266 characters long, and beyond 140 a name could exceed what receivers store; shorten it"),
        (
            "COL0040.contradiction",
            "COL0040.contradiction.metrics.json(5,100): error COL0040: Metric 'load' is said to be on windows and no source there binds it; make 'on' and the sources agree"),
        (
            "COL0040.left-out",
            "COL0040.left-out.metrics.json(5,90): error COL0040: Metric 'load' is bound on linux, which 'on' leaves out; make 'on' and the sources agree"),
        (
            "COL0041.bad-optional",
            "COL0041.bad-optional.metrics.json(9,80): error COL0041: Metric 'average' is optional here and not bound by this source; bind it or remove it from 'optional'"),
        (
            "COL0042.bad-exclude",
            "COL0042.bad-exclude.metrics.json(9,90): error COL0042: Exclude '*ram' has no meaning: it has to be a name, or the beginning of one and a '*'"),
        (
            "COL0042.no-instances",
            "COL0042.no-instances.metrics.json(8,53): error COL0042: Exclude 'x' has no meaning: the group has no instances"),
        (
            "COL0042.not-the-first",
            "COL0042.not-the-first.metrics.json(12,92): error COL0042: Exclude 'loop*' has no meaning: the first source makes the rows, and can hide some"),
        (
            "COL0043.bad-description",
            "COL0043.bad-description.metrics.json(3,18): error COL0043: Description 'Tested' has to be a sentence on one line that ends with a full stop"),
        (
            "COL0043.two-lines",
            "COL0043.two-lines.metrics.json(3,18): error COL0043: Description 'Two lines.' has to be a sentence on one line that ends with a full stop"),
        (
            "COL0044.listed-twice",
            "COL0044.listed-twice.metrics.json(10,72): error COL0044: Metric 'load' is listed twice; keep one"),
        (
            "COL0045.unknown-platform",
            "COL0045.unknown-platform.metrics.json(5,100): error COL0045: Unknown platform 'window': did you mean 'windows'?"),
        (
            "COL0046.empty-list",
            "COL0046.empty-list.metrics.json(10,63): error COL0046: 'metrics' names no metric; name one or remove it"),
        (
            "COL0047.bad-key",
            "COL0047.bad-key.metrics.json(8,59): error COL0047: Key 'MemTotal:' has to be what a line begins with: one word, without its colon"),
        (
            "COL0048.shared-name",
            "COL0048.shared-name.metrics.json(11,24): error COL0048: Path sends 'first.load', which group 'first' in COL.first.metrics.json sends too; give one of them another path"),
        (
            "COL0048.shared-collectd",
            "COL0048.shared-collectd.metrics.json(11,28): error COL0048: Path sends 'first.load', which group 'first' in COL.first.metrics.json sends too; give one of them another path"),
        (
            "COL0049.bound-twice",
            "COL0049.bound-twice.metrics.json(10,41): error COL0049: Metric 'load' is bound by an earlier source of this platform; keep one of the two"),
        (
            "COL0050.no-sources",
            "COL0050.no-sources.metrics.json(9,16): error COL0050: This list has no source; add one or remove the platform"),
        (
            "COL0051.bad-instance-file",
            "COL0051.bad-instance-file.metrics.json(12,17): error COL0051: File '/sys/{instance}/{name}' cannot be had for each instance: its path needs {instance} once, and no other braces"),
        (
            "COL0051.first",
            "COL0051.first.metrics.json(11,17): error COL0051: File '/sys/{instance}/load' cannot be had for each instance: the first source has to make the rows; put this one behind it"),
        (
            "COL0051.keys",
            "COL0051.keys.metrics.json(7,35): error COL0051: File '/sys/{instance}/load' cannot be had for each instance: such a file has 'columns' and no 'keys'"),
        (
            "COL0051.no-instances",
            "COL0051.no-instances.metrics.json(7,35): error COL0051: File '/sys/{instance}/load' cannot be had for each instance: the group has no instances"),
        (
            "COL0052.bad-header",
            "COL0052.bad-header.metrics.json(7,63): error COL0052: Header 'Tcp: ' has to be what the lines of names and of values begin with: one word, with its colon"),
        (
            "COL0058.counter-alone",
            "COL0058.counter-alone.metrics.json(11,43): error COL0058: Metric 'reads' is a counter, and collectd sends what it grows by; write rate(reads)"),
        (
            "COL0058.rate-of-a-gauge",
            "COL0058.rate-of-a-gauge.metrics.json(11,42): error COL0058: Metric 'load' is a gauge, which does not grow; let it stand alone"),
        (
            "COL0059.mixed-escapes",
            "COL0059.mixed-escapes.metrics.json(12,54): error COL0059: Path escapes the instance in another way than the paths before it; give all of them the same escape"),
        (
            "COL0060.collectd-count",
            "COL0060.collectd-count.metrics.json(11,26): error COL0060: 'collectd' has 1 to 64 paths, not 0; add one, leave it out, or divide the group"),
        (
            "COL0021.counters-with-instances",
            "COL0021.counters-with-instances.metrics.json(8,25): error COL0021: 'System(*)' has instances and the group does not say what they are; name an instance in both places or in none"),
        (
            "COL0021.counters-without-instances",
            "COL0021.counters-without-instances.metrics.json(8,25): error COL0021: The group has the instance 'disk' and 'System' is one row; name an instance in both places or in none"),
        (
            "COL0065.bad-object",
            "COL0065.bad-object.metrics.json(8,25): error COL0065: Performance object 'System(' cannot be read: its instance needs an opening and a closing bracket; write 'Object', 'Object(*)' or 'Object(instance)'"),
        (
            "COL0065.path",
            "COL0065.path.metrics.json(8,25): error COL0065: Performance object '\\System\\Processor Queue Length' cannot be read: its object has a backslash in its name; write 'Object', 'Object(*)' or 'Object(instance)'"),
        (
            "COL0066.bad-counter",
            "COL0066.bad-counter.metrics.json(8,58): error COL0066: Performance counter 'Queue\\Length' cannot be read: its counter has a backslash in its name; write its English name as perfmon shows it"),
        (
            "COL0067.ticks",
            "COL0067.ticks.metrics.json(8,71): error COL0067: Counter 'Time' comes in seconds where it counts time, so \"clockTicks\" has no meaning; remove the scale"),
        (
            "COL0068.completing",
            "COL0068.completing.metrics.json(11,16): error COL0068: 'PhysicalDisk(*)' brings rows of its own and cannot complete those of an earlier source; put it first or into a group of its own"),
        (
            "COL0069.linux",
            "COL0069.linux.metrics.json(8,23): error COL0069: Only Windows has performance counters; move the source to 'windows'"),
        (
            "COL0070.whole",
            "COL0070.whole.metrics.json(8,91): error COL0070: The offset of metric 'queue' cannot be 1: it is a number, and only metrics with decimals have one"),
        (
            "COL0070.no-number",
            "COL0070.no-number.metrics.json(8,88): error COL0070: The offset of metric 'queue' cannot be a text: it is a number, and only metrics with decimals have one"),
        (
            "COL0005.whole",
            "COL0005.whole.metrics.json(5,91): error COL0005: 'of' has to be a text, not a number"),
        (
            "COL0013.whole",
            "COL0013.whole.metrics.json(5,91): error COL0013: Unknown metric 'totl': did you mean 'total'?"),
        (
            "COL0071.itself",
            "COL0071.itself.metrics.json(5,91): error COL0071: Metric 'used' cannot be a part of 'used', which is itself; name the metric that holds it"),
        (
            "COL0071.unit",
            "COL0071.unit.metrics.json(5,91): error COL0071: Metric 'used' cannot be a part of 'total', which counts pages and not bytes; name a metric of the same unit"),
        (
            "COL0071.counter",
            "COL0071.counter.metrics.json(5,93): error COL0071: Metric 'used' cannot be a part of 'total', since a running total has no share; name it for gauges only"),
        (
            "COL0005.defines",
            "COL0005.defines.metrics.json(5,68): error COL0005: 'defines' has to be true or false, not a text"),
        (
            "COL0072.counter",
            "COL0072.counter.metrics.json(5,70): error COL0072: 'used' cannot define a host: a running total is never twice the same; say it of gauges only"),
        (
            "COL0072.instances",
            "COL0072.instances.metrics.json(3,14): error COL0072: 'tested' cannot define a host: the group has no instances; say it of its metrics"),
    ];
}
