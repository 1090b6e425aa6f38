namespace Collector.Verification;

/// <summary>A fact of the host.</summary>
internal sealed record BoundFact(Expression Source, HostFact Fact) : BoundValue(Source, TypeOf(Fact))
{
    /// <summary>What they are called behind <c>host.</c>.</summary>
    public static string[] Names { get; } = ["name", "os", "version", "architecture", "cpus", "kernel", "distribution"];

    public override string Origin => "what the host says of itself";

    public override Found Evaluate(Scene scene)
    {
        HostFacts facts = scene.Now.Facts;
        return Fact == HostFact.Cpus
            ? facts.Cpus is int cpus ? Found.Of(cpus) : Unknown()
            : facts.TextOf(Fact) is string text ? Found.Of(text) : Unknown();
    }

    public override void AddTo(ReadingNeeds needs) => needs.AddFact(Fact);

    private static Found Unknown() => Found.Unknown("is not known of this host");

    private static ValueType TypeOf(HostFact fact) => new(fact switch
    {
        HostFact.Cpus => Dimension.Number,
        HostFact.Version or HostFact.Kernel => Dimension.Version,
        _ => Dimension.Text,
    });
}
