using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Webhooks;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>One page of a service's records: <c>records</c> at the top, or under <c>data</c>.</summary>
/// <param name="Records">By their id in the service; of two with one id the last.</param>
/// <param name="Count">How many there were, those with one id each for itself.</param>
/// <param name="Total">How many there are in all; null where it does not say.</param>
/// <param name="Next">Where the next page is; null where it does not say.</param>
internal sealed record SyncPage(IReadOnlyDictionary<string, JsonObject> Records, int Count, int? Total, string? Next)
{
    private static readonly string[] IdNames = ["id", "external_id"];

    /// <summary>Null where it is no such page; <paramref name="reason"/> tells why.</summary>
    /// <param name="body">UTF-8; null where the answer can't be decoded.</param>
    public static SyncPage? Read(ReadOnlyMemory<byte>? body, out string reason)
    {
        reason = "Its answer is not Unicode text";
        if (body is not { } utf8 || !JsonText.IsUnicode(utf8.Span)) return null;
        reason = "Its answer is no JSON object with records";
        if (Parse(utf8.Span) is not { } root) return null;
        var holder = root["records"] is null && root["data"] is JsonObject data ? data : root;
        if (holder["records"] is not JsonArray items) return null;
        var records = new Dictionary<string, JsonObject>();
        foreach (var item in items)
        {
            reason = "One of its records has no id";
            if (item is not JsonObject record || RecordJson.IdOf(record, IdNames) is not { } id) return null;
            records[id] = record;
        }
        return new SyncPage(records, items.Count, NumberIn(holder, "total") ?? NumberIn(root, "total"), TextIn(holder, "next") ?? TextIn(root, "next"));
    }

    private static JsonObject? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonNode.Parse(utf8, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 64 }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int? NumberIn(JsonObject holder, string name) =>
        holder[name] is JsonValue value && value.TryGetValue<int>(out var number) && number >= 0 ? number : null;

    private static string? TextIn(JsonObject holder, string name) =>
        holder[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
