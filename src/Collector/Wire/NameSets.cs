namespace Collector.Wire;

/// <summary>The name sets as users write them.</summary>
internal static class NameSets
{
    public static string[] All => ["native", "metcollect", "collectd", "tagged"];

    public static bool TryParse(string text, out NameSet names)
    {
        int index = Array.IndexOf(All, text);
        names = (NameSet)index;
        return index >= 0;
    }

    public static string Unknown(string text) => $"there is no name set '{text}'; {Nearest.Hint(text, All)}";

    /// <summary>What stands before the host when the user says nothing.</summary>
    public static string DefaultPrefix(NameSet names) => names switch
    {
        NameSet.Metcollect => WireNaming.DefaultMetcollectPrefix,
        NameSet.Collectd => WireNaming.DefaultCollectdPrefix,
        _ => WireNaming.DefaultPrefix,
    };
}
