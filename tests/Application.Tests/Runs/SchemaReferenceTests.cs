using System.Text.Json;
using ModuleX.Application.Runs;

namespace ModuleX.Application.Tests.Runs;

public sealed class SchemaReferenceTests
{
    private static readonly JsonElement Root = JsonElement.Parse("""{ "$defs": { "a": 1, "b/c~d e": 2 }, "anyOf": [3, 4] }""");

    [Theory]
    [InlineData("#/$defs/a", "1")]
    [InlineData("#/%24defs/b~1c~0d%20e", "2")]
    [InlineData("#/anyOf/1", "4")]
    [InlineData("#/anyOf/01", null)]
    [InlineData("#/anyOf/2", null)]
    [InlineData("#/$defs/z", null)]
    [InlineData("#/$defs/a/b", null)]
    [InlineData("#a", null)]
    [InlineData("other.json#/$defs/a", null)]
    public void Reference_leads_into_the_schema_or_nowhere(string reference, string? found) =>
        (SchemaReference.Find(Root, reference) is { } target ? target.GetRawText() : null).ShouldBe(found);

    [Fact]
    public void Lone_hash_is_the_whole_schema() => SchemaReference.Find(Root, "#")!.Value.GetRawText().ShouldBe(Root.GetRawText());
}
