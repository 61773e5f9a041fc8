using System.Text.Json.Nodes;

namespace ModuleX.Infrastructure.Tests.Catalog;

/// <summary>A folder of manifests that lives as long as a test.</summary>
internal sealed class ManifestFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("modulex-manifests-").FullName;

    /// <summary>A manifest that is good, changed as a test wants.</summary>
    public static JsonObject Manifest(string name, Action<JsonObject>? change = null)
    {
        var manifest = JsonNode.Parse(
            """
            {
              "display_name": "Sample", "description": "A tool.", "version": "1.0.0",
              "server": { "url": "https://api.sample.example" },
              "auth": [{ "type": "oauth2", "authorize_url": "https://sample.example/a", "token_url": "https://sample.example/t", "scopes": ["read"] }],
              "actions": [{
                "name": "find", "description": "Finds.",
                "parameters": { "type": "object", "properties": { "q": { "type": "string", "description": "What." } }, "required": ["q"] },
                "request": { "method": "GET", "path": "/find" }
              }]
            }
            """)!.AsObject();
        manifest["name"] = name;
        change?.Invoke(manifest);
        return manifest;
    }

    public void Add(string name, Action<JsonObject>? change = null) => Write(name, "tool.json", Manifest(name, change).ToJsonString());

    public void Write(string folder, string file, string text)
    {
        Directory.CreateDirectory(Path.Combine(Root, folder));
        File.WriteAllText(Path.Combine(Root, folder, file), text);
    }

    public void Remove(string folder) => Directory.Delete(Path.Combine(Root, folder), recursive: true);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
