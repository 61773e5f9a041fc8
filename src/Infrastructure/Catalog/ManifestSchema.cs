using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Infrastructure.JsonSchema;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>The schema of manifests, <c>integrations/schema/tool.schema.json</c>, which is built into this assembly.</summary>
internal static class ManifestSchema
{
    /// <summary>For <c>tool.json</c>.</summary>
    public static CompiledSchema Current { get; } = CompiledSchema.Compile(JsonElement.Parse(Text())).Required();

    /// <summary>For the original format once it is put into the new shape: an action may lack its request.</summary>
    public static CompiledSchema Original { get; } = CompiledSchema.Compile(WithoutRequest()).Required();

    private static string Text()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("tool.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static JsonElement WithoutRequest()
    {
        var schema = JsonNode.Parse(Text())!;
        var required = schema["$defs"]!["action"]!["required"]!.AsArray();
        required.Remove(required.First(name => name!.GetValue<string>() == "request"));
        return JsonElement.Parse(schema.ToJsonString());
    }
}
