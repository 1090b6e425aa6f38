using Collector.Generators.Model;

namespace Collector.Generators.Emit;

/// <summary>All that is generated for one group.</summary>
internal static class GroupFiles
{
    public static IEnumerable<GeneratedFile> Emit(Declaration group)
    {
        GroupNames names = new(group);
        yield return new(names.HintName("Group"), GroupEmitter.Emit(group, names));
        yield return new(names.HintName("Row"), RowEmitter.Emit(group, names));
        yield return new(names.HintName("Reader"), ReaderEmitter.Emit(group, names));
        foreach (Source source in group.Sources)
        {
            yield return new(names.HintName(GroupNames.PartOf(group, source)), EmitReader(group, names, source));
        }

        yield return new(names.HintName("Serializers"), SerializersEmitter.Emit(group, names));
    }

    private static string EmitReader(Declaration group, GroupNames names, Source source) => source switch
    {
        KeyedFile { Header: not null } header => HeaderReaderEmitter.Emit(group, names, header),
        KeyedFile keyed => KeyedReaderEmitter.Emit(group, names, keyed),
        ColumnsFile columns => ColumnsReaderEmitter.Emit(group, names, columns),
        InstanceFile file => InstanceFileReaderEmitter.Emit(group, names, file),
        NativeSource native => NativeReaderEmitter.Emit(group, names, native),
        PdhSource pdh => PdhReaderEmitter.Emit(group, names, pdh),
        _ => throw new NotSupportedException(source.GetType().Name),
    };
}
