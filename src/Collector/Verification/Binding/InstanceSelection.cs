namespace Collector.Verification;

/// <summary>The instances that a selector found in a reading.</summary>
/// <param name="Instances">The instances.</param>
/// <param name="Absence">Why there are none, if there are none.</param>
internal sealed record InstanceSelection(IReadOnlyList<InstanceState> Instances, Found Absence)
{
    public static InstanceSelection Of(InstanceSelector selector, HostState state)
    {
        if (!state.Groups.TryGetValue(selector.Group.Name, out GroupState? group))
        {
            return new([], Found.Unknown($"{selector.Group.Name} was not read"));
        }

        IReadOnlyList<InstanceState> instances = selector.Group.InstanceLabel is null ? group.Instances : selector.In(group.Instances);
        return new(instances, instances.Count > 0 ? default
            : group.Fault.IsFailure ? Found.Unknown(group.Fault.ToString())
            : !group.Fault.IsNone ? Found.Missing(group.Fault.ToString())
            : Found.Missing(selector.Absence(group.Known)));
    }

    /// <summary>The one instance that a scene is about, or that is named.</summary>
    public static InstanceSelection Of(InstanceSelector selector, HostState state, Scene scene) =>
        scene.Instance is InstanceState instance && scene.Selector == selector && ReferenceEquals(state, scene.Now)
            ? new([instance], default)
            : Of(selector, state);
}
