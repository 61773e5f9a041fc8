using System.Text;
using System.Text.Json.Nodes;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>
/// Makes invalid requests out of the document: those that it allows, with something wrong in one place or several. The same seed makes the same ones.
/// </summary>
internal sealed class Fuzz(int seed)
{
    private static readonly string[] Texts =
    [
        "", " ", "\0", "\t\r\n", "null", "..", "../../etc/passwd", "%00", "%2e%2e%2f", "'; DROP TABLE users; --", "<script>alert(1)</script>",
        "{{7*7}}", "${jndi:ldap://127.0.0.1/a}", "\u202e\u200b",
        "ß😀é", "İ", "-1", "0", "1e308", "true", "9223372036854775808", "2026-13-45T99:99:99Z", "0001-01-01", "9999-12-31T23:59:59.9999999Z",
        "00000000-0000-0000-0000-000000000000", "*", "a,b;c", "=cmd|' /C calc'!A0",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "-1e-400", "123456789012345678901234567890", "\"\"", "\"\\u0000\"", "\"\\ud800\"",
        "\"\\udfff\\ud800\"", "[]", "{}", "[null]", "[[[[]]]]", "{\"\":\"\"}",
        "{\"a\":1,\"a\":2}", "{\"__proto__\":{}}", "[1,\"a\",null,{}]", "\"2026-02-30\"", "\"file:///etc/passwd\"", "\"http://169.254.169.254/\"",
    ];

    private static readonly string[] Raw = ["", "{", "}", "[", "\"", "nul", "{\"a\":}", "{'a':1}", "\u0001", "\ufeff{}", "{}{}", "<a/>", "a=b&c=d", "NaN"];

    private static readonly string[] Types = ["application/json", "application/json; charset=utf-16", "text/plain",
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json;charset=\"", "a"];

    private static readonly string[] Headers = ["X-Organization-ID", "X-Tenant-Domain", "Idempotency-Key", "X-Event-Type", "X-Signature",
        "X-Delivery-Id", "webhook-id", "webhook-timestamp", "webhook-signature", "Accept", "traceparent"];

    private readonly Random _random = new(seed);

    public Case Next(JsonObject document, Operation operation)
    {
        var made = Case.Of(document, operation);
        for (var changes = _random.Next(1, 4); changes > 0; changes--) made = Change(made);
        return made;
    }

    /// <summary>One of several, by chance.</summary>
    public T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private Case Change(Case made) => _random.Next(6) switch
    {
        0 when made.Path.Count > 0 => made.WithPath(One([.. made.Path.Keys]), Text() is { Length: > 0 } text and not ("." or "..") ? text : "x"),
        1 => made.WithQuery(
            One<string>([.. made.Operation.Parameters.Select(parameter => parameter["name"]!.GetValue<string>()), "unknown", "organization_id"]),
            _random.Next(4) == 0 ? [Text(), Text()] : [Text()]),
        2 => made with { Headers = [.. made.Headers, (One(Headers), Ascii(Text()))] },
        3 when made.Body is not null => made with { ContentType = One(Types) },
        4 when made.Body is not null => made with { Body = One(Raw) },
        _ when made.Body is { } body && Members(made) is { Count: > 0 } members => made with { Body = Replace(body, One(members), Value()) },
        _ => made,
    };

    private static List<string> Members(Case made) =>
        made.Body!.StartsWith('{') && made.Operation.Body is { } schema
            ? [.. Contract.Kept.Document.Resolve(schema)["properties"]?.AsObject().Select(member => member.Key) ?? [], "unknown"] : [];

    /// <summary>Puts a member into a body without reading it: it may be no JSON any more.</summary>
    private static string Replace(string body, string name, string value)
    {
        if (body.Length < 2) return body;
        var rest = body[1..].TrimStart();
        return $"{{{JsonValue.Create(name).ToJsonString()}:{value}{(rest.StartsWith('}') ? "" : ",")}{Without(rest, name)}";
    }

    /// <summary>Takes the member out where that is easily done: twice the same is one mistake of many.</summary>
    private static string Without(string rest, string name)
    {
        try
        {
            var members = JsonNode.Parse("{" + rest)!.AsObject();
            members.Remove(name);
            return members.Count == 0 ? "}" : members.ToJsonString()[1..];
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or InvalidOperationException or ArgumentException)
        {
            return rest;
        }
    }

    private string Text() => _random.Next(12) switch
    {
        0 => new string('x', _random.Next(1, 3000)),
        1 => Guid.NewGuid().ToString(),
        _ => One(Texts),
    };

    private string Value() => _random.Next(12) switch
    {
        0 => $"\"{new string('y', _random.Next(1, 100_000))}\"",
        1 => new StringBuilder().Insert(0, "[", 60).Append(string.Concat(Enumerable.Repeat(']', 60))).ToString(),
        2 => $"[{string.Join(',', Enumerable.Repeat("{}", 2000))}]",
        3 => JsonValue.Create(Text()).ToJsonString(),
        _ => One(Values),
    };

    /// <summary>What a header can carry at all.</summary>
    private static string Ascii(string text) => new([.. text.Where(letter => letter is > ' ' and < (char)127)]);
}
