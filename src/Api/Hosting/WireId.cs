using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Domain.Identity;

namespace ModuleX.Api.Hosting;

/// <summary>Ids of the domain as every surface writes them: the UUID that they hold, in lower case with hyphens (RFC 9562).</summary>
internal sealed class WireId : JsonConverterFactory
{
    /// <summary>Whether it is an id of the domain: a struct with a UUID and nothing else.</summary>
    public static bool IsId(Type type) => type.IsValueType && type.Assembly == typeof(UserId).Assembly
        && type.GetProperties(BindingFlags.Public | BindingFlags.Instance) is [{ Name: nameof(UserId.Value) } value] && value.PropertyType == typeof(Guid);

    public override bool CanConvert(Type typeToConvert) => IsId(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<TId> : JsonConverter<TId>
        where TId : struct
    {
        private static readonly ValueOf Value = typeof(TId).GetProperty(nameof(UserId.Value))!.GetMethod!.CreateDelegate<ValueOf>();

        private delegate Guid ValueOf(ref TId id);

        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (TId)Activator.CreateInstance(typeof(TId), reader.GetGuid())!;

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(Value(ref value));
    }
}
