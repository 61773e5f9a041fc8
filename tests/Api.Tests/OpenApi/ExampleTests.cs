using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>Every operation shows a request and answers, as they are when its schemas are kept to. Operations join by being in a document.</summary>
public sealed partial class ExampleTests
{
    private const string HowToAdd =
        "a step of tests/Api.Tests/Examples/*.json with fields is an example: add one that calls the operation, and run build/openapi";

    /// <summary>503 is a node that is lost or a service that is left alone: what it says depends on which, and no flow brings it about.</summary>
    private static readonly string[] ErrorsWithoutExample = ["AuthX 503", "ModuleX 503", "Platform 503", "Simple 503", "Tenants 503", "V1 503"];

    private static readonly Contract Kept = Contract.Kept;

    public static TheoryData<string> Operations => [.. Kept.Operations.Keys];

    public static TheoryData<string> Files => [.. DocumentScene.Paths.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Each_example_is_what_the_schema_of_its_operation_allows(string id)
    {
        var operation = Kept.Operations[id];

        foreach (var (name, value) in Examples(operation.Json["requestBody"])) Kept.ProblemOfRequest(id, Text(value)).ShouldBeNull(name);
        foreach (var (status, response) in operation.Responses)
        {
            var answer = Follow(Kept.Document, response!);
            foreach (var (name, value) in Examples(answer))
                Kept.ProblemOfAnswer(id, int.Parse(status), TypeOf(answer), Text(value)).ShouldBeNull(name);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_body_of_JSON_has_an_example(string file)
    {
        var document = JsonNode.Parse(File.ReadAllText(DocumentScene.FileOf(file)))!.AsObject();
        var bodies = document.Operations().Values.SelectMany(
            operation => operation.Responses.Select(response => (operation.Id, What: response.Key, Body: (JsonNode?)Follow(document, response.Value!)))
            .Append((operation.Id, What: "request", Body: (JsonNode?)operation.Json["requestBody"])));

        var lacking = bodies.Where(body => DocumentReading.JsonContentOf(body.Body) is not null && !Examples(body.Body).Any()).ToList();

        lacking.Where(body => body.What[0] is not ('4' or '5')).Select(body => $"{body.Id} {body.What}").ShouldBeEmpty(HowToAdd);
        lacking.Select(body => $"{body.Id.Split('_')[0]} {body.What}")
            .Where(error => error.EndsWith("request", StringComparison.Ordinal) || !ErrorsWithoutExample.Contains(error)).Distinct().ShouldBeEmpty(HowToAdd);
    }

    [Fact]
    public void No_example_holds_what_only_one_run_has()
    {
        var folder = Repository.PathOf("src", "Api", "Hosting", "OpenApi", "Examples");
        var files = Directory.GetFiles(folder);
        files.Length.ShouldBeGreaterThan(4);

        files.SelectMany(file => OfOneRun().Matches(File.ReadAllText(file)).Select(found => $"{Path.GetFileName(file)}: {found.Value}")).ShouldBeEmpty();
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Examples(JsonNode? body) =>
        (DocumentReading.JsonContentOf(body)?["examples"]?.AsObject() ?? []).Select(example => KeyValuePair.Create(example.Key, example.Value!["value"]));

    private static string TypeOf(JsonNode answer) => answer["content"]!.AsObject().First(media => DocumentReading.IsJson(media.Key)).Key;

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";

    private static JsonNode Follow(JsonObject document, JsonNode response) =>
        response["$ref"]?.GetValue<string>() is { } pointer ? document["components"]!["responses"]![pointer.Split('/')[^1]]! : response;

    /// <summary>A signed token, a key of this server or of GitHub, an address of this machine, a folder of it.</summary>
    [GeneratedRegex(@"eyJ[\w-]{5,}|mx[bkl]?_[\w-]{20,}|whsec_[\w+/]{30,}|gh[op]_\w{20,}|:\d{4,5}[/""]|/tmp/", RegexOptions.NonBacktracking)]
    private static partial Regex OfOneRun();
}
