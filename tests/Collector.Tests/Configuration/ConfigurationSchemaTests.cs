using System.Text;
using Collector.Configuration;

namespace Collector.Tests.Configuration;

public sealed class ConfigurationSchemaTests
{
    [Test]
    public async Task The_schema_follows_from_the_catalog()
    {
        using MemoryStream text = new();
        ConfigurationSchema.Write(text);

        await Verify(Encoding.UTF8.GetString(text.ToArray()), "json");
    }
}
