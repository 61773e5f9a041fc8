using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// The opened values of a credential and of a connection, by field name: <c>access_token</c>, <c>api_key</c>, <c>base_url</c>.
/// Lives as long as one run or one exchange. Its text is <c>***</c>.
/// </summary>
public sealed class CredentialValues : IReadOnlyDictionary<string, string>
{
    public const string AccessToken = "access_token";
    public const string RefreshToken = "refresh_token";
    public const string ClientId = "client_id";
    public const string ClientSecret = "client_secret";

    private readonly Dictionary<string, string> _values;

    public CredentialValues(IEnumerable<KeyValuePair<string, string>> values)
        : this(new Dictionary<string, string>(values))
    {
    }

    private CredentialValues(Dictionary<string, string> values) => _values = values;

    public static CredentialValues Empty { get; } = new([]);

    public int Count => _values.Count;

    public IEnumerable<string> Keys => _values.Keys;

    public IEnumerable<string> Values => _values.Values;

    public string this[string key] => _values[key];

    /// <summary>Reads what <see cref="ToUtf8"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are no JSON object of strings.</exception>
    public static CredentialValues Parse(ReadOnlySpan<byte> utf8)
    {
        var values = new Dictionary<string, string>();
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            values[name] = reader.GetString() ?? throw new JsonException();
        }
        return new(values);
    }

    /// <summary>The values as a JSON object, to be sealed.</summary>
    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(_values);

    /// <summary>The value, or null.</summary>
    public string? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>These values and the others; where both have a name, the other's value.</summary>
    public CredentialValues Merge(CredentialValues others)
    {
        var merged = new Dictionary<string, string>(_values);
        foreach (var (name, value) in others) merged[name] = value;
        return new(merged);
    }

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => _values.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => "***";
}
