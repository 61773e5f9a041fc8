using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ModuleX.Benchmarks;

/// <summary>The tool that measurements run, and the owners who have connected it.</summary>
internal static class BenchTool
{
    public const string Name = "bench";

    /// <summary>What an execution sends.</summary>
    public const string Body = """{"action":"action0","parameters":{"name":"my-repo","private":true}}""";

    public static string PathOf(string owner) => $"/tools/{Name}/execute?user_id={owner}";

    /// <param name="root">The folder of the catalog.</param>
    /// <param name="actions">How many actions it has, <c>action0</c> and on, all alike.</param>
    public static async Task WriteAsync(string root, string name, Uri upstream, int actions = 1)
    {
        var manifest = new JsonObject
        {
            ["name"] = name,
            ["display_name"] = name,
            ["description"] = "A tool to measure with",
            ["version"] = "1.0.0",
            ["server"] = new JsonObject { ["url"] = upstream.ToString() },
            ["auth"] = new JsonArray(new JsonObject { ["type"] = "api_key", ["in"] = "header", ["name"] = "X-Key" }),
            ["actions"] = new JsonArray([.. Enumerable.Range(0, actions).Select(number => (JsonNode)new JsonObject
            {
                ["name"] = string.Create(CultureInfo.InvariantCulture, $"action{number}"),
                ["description"] = "Creates a repository with a name",
                ["parameters"] = JsonNode.Parse(
                    """
                    {
                      "type": "object",
                      "properties": {
                        "name": { "type": "string", "description": "Its name", "maxLength": 100 },
                        "private": { "type": "boolean", "description": "Whether others can see it", "default": false }
                      },
                      "required": ["name"],
                      "additionalProperties": false
                    }
                    """),
                ["request"] = new JsonObject { ["method"] = "POST", ["path"] = "/repos" },
            })]),
        };
        var folder = Directory.CreateDirectory(Path.Combine(root, name));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "tool.json"), manifest.ToJsonString());
    }

    /// <summary>Connects owners <c>user0</c> and on.</summary>
    public static Task ConnectAsync(HttpClient client, int first, int count) =>
        Parallel.ForAsync(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, cancellationToken) =>
        {
            var body = new { user_id = string.Create(CultureInfo.InvariantCulture, $"user{number}"), tool_name = Name,
                credentials = new { api_key = "k" + number.ToString(CultureInfo.InvariantCulture) } };
            using var answer = await client.PostAsJsonAsync("/auth/manual", body, cancellationToken);
            answer.EnsureSuccessStatusCode();
        });
}
