using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>Writes a JSON body along its tree.</summary>
internal static class JsonBody
{
    // It goes to a service, not into a page: what JSON allows is sent as it is.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="mail">The e-mail as base64url; null where the action sends none.</param>
    public static ReadOnlyMemory<byte> Write(BodyNode root, ActionArguments arguments, string? mail)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) WriteChildren(writer, root, arguments, mail);
        return buffer.WrittenMemory;
    }

    private static void WriteChildren(Utf8JsonWriter writer, BodyNode node, ActionArguments arguments, string? mail)
    {
        if (node.IsList) writer.WriteStartArray();
        else writer.WriteStartObject();
        foreach (var (name, child) in node.Children)
        {
            if (!IsSent(child, arguments, mail)) continue;
            if (!node.IsList) writer.WritePropertyName(name);
            WriteNode(writer, child, arguments, mail);
        }
        if (node.IsList) writer.WriteEndArray();
        else writer.WriteEndObject();
    }

    private static bool IsSent(BodyNode node, ActionArguments arguments, string? mail)
    {
        if (node.IsFixed || (node.IsMail && mail is not null)) return true;
        if (node.Placement is { } placement && arguments.TryGet(placement.Parameter, out _)) return true;
        foreach (var (_, child) in node.Children)
        {
            if (IsSent(child, arguments, mail)) return true;
        }
        return false;
    }

    private static void WriteNode(Utf8JsonWriter writer, BodyNode node, ActionArguments arguments, string? mail)
    {
        if (node.IsMail && mail is not null) writer.WriteStringValue(mail);
        else if (node.Placement is { } placement && arguments.TryGet(placement.Parameter, out var value)) WriteArgument(writer, placement, value, node.Fixed);
        else if (node.Fixed is { } @fixed) WriteRaw(writer, @fixed);
        else WriteChildren(writer, node, arguments, mail);
    }

    private static void WriteArgument(Utf8JsonWriter writer, ParameterPlacement placement, JsonElement value, JsonElement? under)
    {
        if (placement.Wrap is not null) writer.WriteStringValue(ParameterText.Wrap(placement, ParameterText.Of(value)));
        else if (under is { ValueKind: JsonValueKind.Object } && value.ValueKind == JsonValueKind.Object) WriteMerged(writer, value, under.Value);
        else WriteRaw(writer, value);
    }

    /// <summary>The argument's members over the fixed ones.</summary>
    private static void WriteMerged(Utf8JsonWriter writer, JsonElement over, JsonElement under)
    {
        writer.WriteStartObject();
        foreach (var property in under.EnumerateObject())
        {
            if (over.TryGetProperty(property.Name, out _)) continue;
            writer.WritePropertyName(property.Name);
            WriteRaw(writer, property.Value);
        }
        foreach (var property in over.EnumerateObject())
        {
            writer.WritePropertyName(property.Name);
            if (property.Value.ValueKind == JsonValueKind.Object && under.TryGetProperty(property.Name, out var below)
                && below.ValueKind == JsonValueKind.Object)
                WriteMerged(writer, property.Value, below);
            else WriteRaw(writer, property.Value);
        }
        writer.WriteEndObject();
    }

    /// <summary>As it was written: numbers keep their digits, and nothing is decoded and encoded again.</summary>
    private static void WriteRaw(Utf8JsonWriter writer, JsonElement value) =>
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
}
