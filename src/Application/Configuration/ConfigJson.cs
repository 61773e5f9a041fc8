using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Domain.Configuration;

namespace ModuleX.Application.Configuration;

/// <summary>
/// Configurations as they are stored in profiles and records: document 5's form. What was stored passed every check once, so it is read without any.
/// </summary>
public static class ConfigJson
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new Seconds() } };

    public static string Write(SystemConfig config) => JsonSerializer.Serialize(config, Options);

    public static SystemConfig Read(string json) => JsonSerializer.Deserialize<SystemConfig>(json, Options)!;

    /// <summary>Durations are whole seconds there.</summary>
    private sealed class Seconds : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TimeSpan.FromSeconds(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteNumberValue((long)value.TotalSeconds);
    }
}
