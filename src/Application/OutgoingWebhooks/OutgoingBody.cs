using System.Globalization;
using System.Text.Json;
using ModuleX.Domain.OutgoingWebhooks;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>The body of a webhook as Standard Webhooks advises: <c>{"type","timestamp","data"}</c>, the same bytes at every attempt.</summary>
public static class OutgoingBody
{
    public static byte[] Of(string type, DateTimeOffset occurredAt, string data)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type", type);
            writer.WriteString("timestamp", occurredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            writer.WritePropertyName("data");
            writer.WriteRawValue(data);
            writer.WriteEndObject();
        }
        return buffer.ToArray();
    }

    public static byte[] Of(OutgoingEvent happened) => Of(happened.Type, happened.OccurredAt, happened.Data);
}
