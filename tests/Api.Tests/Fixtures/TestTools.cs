using System.Text.Json.Nodes;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>Folders of manifests for tools that only a test knows: <c>TestTools.In(folder).Add("testy", url, ...)</c>.</summary>
internal sealed class TestTools : IDisposable
{
    /// <summary>An action that sends a parameter in its path.</summary>
    public static JsonObject ReadThing => Action("read_thing", "GET", "/things/{name}", """{"name":{"type":"string","description":"Which."}}""", "name");

    public string Folder { get; } = Directory.CreateTempSubdirectory("modulex-tools-").FullName;

    /// <summary>An action; what it does not say, the defaults say.</summary>
    /// <param name="parameters">The schemas of its parameters by name, as JSON.</param>
    public static JsonObject Action(string name, string method, string path, string parameters = "{}", params string[] required) => new()
    {
        ["name"] = name,
        ["description"] = $"Does {name}.",
        ["parameters"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = JsonNode.Parse(parameters),
            ["required"] = new JsonArray([.. required.Select(one => (JsonNode)one)]),
            ["additionalProperties"] = false,
        },
        ["request"] = new JsonObject { ["method"] = method, ["path"] = path },
    };

    /// <summary>Adds a tool that takes a bearer token.</summary>
    public TestTools Add(string name, string url, params JsonObject[] actions) => AddManifest(name, new JsonObject
    {
        ["name"] = name,
        ["display_name"] = name,
        ["description"] = "A tool for tests.",
        ["version"] = "1.0.0",
        ["server"] = new JsonObject { ["url"] = url },
        ["auth"] = new JsonArray(new JsonObject { ["type"] = "bearer" }),
        ["defaults"] = new JsonObject { ["timeout_seconds"] = 20, ["retry"] = new JsonObject { ["max_attempts"] = 1 } },
        ["actions"] = new JsonArray([.. actions.Select(action => action.DeepClone())]),
    });

    public TestTools AddManifest(string name, JsonObject manifest)
    {
        Directory.CreateDirectory(Path.Combine(Folder, name));
        File.WriteAllText(Path.Combine(Folder, name, "tool.json"), manifest.ToJsonString());
        return this;
    }

    /// <summary>Adds a tool of the repository as it is.</summary>
    public TestTools AddShipped(string name)
    {
        Directory.CreateDirectory(Path.Combine(Folder, name));
        File.Copy(Repository.PathOf("integrations", name, "tool.json"), Path.Combine(Folder, name, "tool.json"));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
