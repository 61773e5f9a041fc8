using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace ModuleX.Application.Idempotency;

/// <summary>Tells whether two requests ask for the same: members of objects may be in another order and white space may differ, nothing else.</summary>
public static class RequestFingerprint
{
    /// <returns>64 hex digits.</returns>
    /// <param name="account">As it was named; null for none.</param>
    public static string Of(string tool, string action, string? account, JsonElement parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(tool);
            writer.WriteStringValue(action);
            // Left out, it makes the same text as before there were accounts: keys of yesterday are still known.
            if (account is not null) writer.WriteStringValue(account);
            Write(parameters, writer);
            writer.WriteEndArray();
        }
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void Write(JsonElement value, Utf8JsonWriter writer)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            // Left out is the same as empty.
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var property in value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(property.Name);
                Write(property.Value, writer);
            }
            writer.WriteEndObject();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in value.EnumerateArray()) Write(item, writer);
            writer.WriteEndArray();
        }
        else
        {
            value.WriteTo(writer);
        }
    }
}
