using Collector.Wire;

namespace Collector.Tests.Wire;

/// <summary>The names of a row with one line, for tests of what writes it.</summary>
internal static class OneName
{
    public static LineNames Of(string name, WireKind wire) => Of(name, new WireNaming(wire, NameSet.Native, "", "h"));

    public static LineNames Of(string name, WireNaming naming)
    {
        LineNames names = new(naming, 1, null, []);
        names.Add(name);
        return names;
    }
}
