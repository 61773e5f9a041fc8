using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>Reads one manifest: its text, its schema, what the schema can't say, and then the tool.</summary>
internal sealed class ManifestReader(ToolMapper mapper, ToolSettingsReader settings)
{
    /// <summary>The file of a tool; the newer format first.</summary>
    public static readonly ImmutableArray<string> FileNames = ["tool.json", "info.json"];

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>The tool, or every problem of the file.</summary>
    /// <param name="folder">The name of the folder, which is the tool's name.</param>
    public Result<ToolDefinition> Read(string folder, string fileName, ReadOnlyMemory<byte> utf8)
    {
        if (Parse(utf8).Failed(out var error, out var manifest)) return error;
        var isOriginal = fileName == FileNames[1];
        if (isOriginal && manifest.ValueKind == JsonValueKind.Object)
            manifest = JsonElement.Parse(OriginalManifest.Convert(JsonObject.Create(manifest)!).ToJsonString());
        var problems = (isOriginal ? ManifestSchema.Original : ManifestSchema.Current).Validate(manifest);
        if (!problems.IsEmpty) return Invalid(problems);
        var compiled = ActionSchemas.Compile(manifest);
        problems = [.. compiled.Error?.Problems ?? [], .. ManifestChecks.Of(manifest, folder)];
        if (!problems.IsEmpty) return Invalid(problems);
        var tool = mapper.Map(manifest, compiled.Required(), variables => settings.Of(folder, variables));
        problems = [.. MovedAddressProblems(tool)];
        return problems.IsEmpty ? tool : Invalid(problems);
    }

    private static Result<JsonElement> Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var manifest = JsonElement.Parse(utf8.Span, Options);
            // Few manifests have an escape.
            if (utf8.Span.IndexOf("\\u"u8) >= 0) ReadTexts(manifest);
            return manifest;
        }
        catch (JsonException exception)
        {
            return Invalid([new Problem("", $"is no JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}")]);
        }
        catch (InvalidOperationException)
        {
            return Invalid([new Problem("", "has half of a character: a \\u escape of a surrogate without its other half")]);
        }
    }

    /// <summary>
    /// Reads every name and text once. JSON allows half of a character alone ("\ud800"), which is no text: reading it throws, and of an action that
    /// would be as late as its first use.
    /// </summary>
    private static void ReadTexts(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String) _ = element.GetString();
        else if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) ReadTexts(item);
        else if (element.ValueKind == JsonValueKind.Object)
            foreach (var property in element.EnumerateObject())
            {
                _ = property.Name;
                ReadTexts(property.Value);
            }
    }

    /// <summary>A setting can move an address to something that is no URL; the manifest's own are held to the schema.</summary>
    private static IEnumerable<Problem> MovedAddressProblems(ToolDefinition tool)
    {
        if (tool.Server.Url is { Names.IsEmpty: true, Constant: null }) yield return new("/server/url", $"Tools:{tool.Name}:Server is no http or https URL");
        foreach (var scheme in tool.Auth)
        {
            var addresses = new[]
                { ("AuthorizeUrl", scheme.OAuth?.AuthorizeUrl), ("TokenUrl", scheme.OAuth?.TokenUrl), ("RevokeUrl", scheme.OAuth?.RevokeUrl),
                ("TokenUrl", scheme.Exchange?.Url), ("AfterConnectUrl", scheme.AfterConnect?.Request.Url), ("AuthUrl", scheme.AuthUrl) };
            foreach (var (setting, _) in addresses.Where(address => address.Item2 is { Names.IsEmpty: true, Constant: null }))
                yield return new("/auth", $"Tools:{tool.Name}:{setting} is no http or https URL");
        }
    }

    public static Error Invalid(ImmutableArray<Problem> problems) =>
        new(ErrorKind.Invalid, "manifest_invalid", $"The manifest has {problems.Length} problems") { Problems = problems };
}
