namespace Collector.Wire;

/// <summary>How the name of an instance becomes a node of a path. Whatever the rule, the result is legal on the wire.</summary>
internal enum InstanceEscape
{
    /// <summary>Letters, digits, <c>-</c> and <c>_</c> stay; all else becomes <c>_</c>.</summary>
    Node,

    /// <summary>As <see cref="Node"/>, for a mount point: <c>/</c> is <c>root</c>, <c>/var/lib</c> is <c>var_lib</c>, <c>C:\</c> is <c>C</c>.</summary>
    Mount,

    /// <summary>metric-collective's rule for mount points: without <c>:</c> and <c>\</c>.</summary>
    Drive,

    /// <summary>metric-collective's rule for interfaces: a list of punctuation and the space become <c>_</c>.</summary>
    Punctuation,

    /// <summary>As it is, as far as the wire allows.</summary>
    Plain,

    /// <summary>collectd's rule for a part of a path: dots, blanks and a list of punctuation become <c>_</c>, and 127 bytes stay.</summary>
    Collectd,

    /// <summary>As <see cref="Collectd"/>, for a mount point: <c>/</c> is <c>root</c>, <c>/var/lib</c> is <c>var-lib</c>, <c>C:\</c> is <c>C</c>.</summary>
    CollectdMount,

    /// <summary>The value of a tag: all stays but what would end it.</summary>
    Tag,
}
