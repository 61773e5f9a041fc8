using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>Reads and merges the JSON of records.</summary>
public static class RecordJson
{
    /// <summary>Null where it is no object, or has a member twice.</summary>
    public static JsonObject? Read(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// The first of the members that is an id: a text of at most <see cref="SyncedRecord.MaximumId"/> characters, or a whole number. Null for none.
    /// </summary>
    public static string? IdOf(JsonObject record, params IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (record[name] is not JsonValue value) continue;
            if (value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<long>(out var number)) return number.ToString(CultureInfo.InvariantCulture);
            if (value.TryGetValue<string>(out var text) && text.Length is > 0 and <= SyncedRecord.MaximumId && !text.Any(char.IsControl)) return text;
        }
        return null;
    }

    /// <summary>What is known with what was sent on top of it.</summary>
    /// <param name="isAnew">Whether what is known was gone: then nothing of it is left.</param>
    public static string Merged(string known, JsonObject sent, bool isAnew)
    {
        if (isAnew || Read(known) is not { } merged) return sent.ToJsonString();
        foreach (var (name, value) in sent) merged[name] = value?.DeepClone();
        return merged.ToJsonString();
    }

    /// <summary>What is known, with what was sent only where it says nothing.</summary>
    public static string Filled(string known, JsonObject sent)
    {
        var filled = Read(known) ?? [];
        foreach (var (name, value) in sent)
        {
            if (!filled.ContainsKey(name)) filled[name] = value?.DeepClone();
        }
        return filled.ToJsonString();
    }
}
