using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads a source that is written by hand. What it names is looked up later, when the compilation is known.</summary>
internal static class NativeParser
{
    public static NativeSource? Parse(DeclarationFile file, Node node, Platform platform, GroupParse group)
    {
        Shape.IsObject(file, node, "a native source", Grammar.Native);
        Node? name = Shape.RequiredText(file, node, "a native source", "native");
        List<FieldBinding> fields = [];
        List<FieldUse> uses = [];
        foreach ((Metric metric, _, Node value) in group.Bindings(file, Shape.Optional(node, "fields")!, "fields"))
        {
            Node? field = FileParts.Target(file, value, "field", Grammar.Field);
            if (field is null || !Shape.IsText(file, field, "field"))
            {
                continue;
            }

            ExpressionText text = new(field.Text);
            if (ExpressionParser.Parse(file, field, text) is not Expression expression)
            {
                continue;
            }

            fields.Add(new(metric, expression, ConversionParser.Parse(file, value, metric, Shape.Optional(node, "scale"))));
            IEnumerable<Place> names = text.Names.Select(part => file.PlaceWithin(field, part.Start, part.Name.Length));
            uses.Add(new(file.PlaceOf(field), new([.. names])));
        }

        if (name is null)
        {
            return null;
        }

        NativeSource source = new(platform, name.Text, new([.. fields]));
        group.NativeUses.Add(new(source, file.PlaceOf(name), new([.. uses])));
        return source;
    }
}
