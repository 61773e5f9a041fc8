using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ModuleX.Api.Tests.AuthX;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.Integrations;

/// <summary>A service of the default tenant, as the sender of its webhooks sees it.</summary>
/// <param name="Secret">What it signs with; null for nothing.</param>
internal sealed record SendingService(HttpClient Client, string Id, string Name, string? Secret)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private string Path => $"/api/integrations/webhooks/{Name}/";

    /// <summary>The header of a signature, as document 4 has it.</summary>
    public (string, string) Signed(string body) =>
        ("X-Signature", "sha256=" + Convert.ToHexStringLower(Mac(body)));

    /// <summary>The three headers of Standard Webhooks.</summary>
    /// <param name="key">What it is signed with; null for the bytes of the secret.</param>
    public (string, string)[] StandardSigned(string id, DateTimeOffset at, string body, byte[]? key = null)
    {
        var timestamp = at.ToUnixTimeSeconds();
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key ?? Encoding.UTF8.GetBytes(Secret!), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));
        return [("webhook-id", id), ("webhook-timestamp", $"{timestamp}"), ("webhook-signature", $"v1,{signature}")];
    }

    public Task<Reply> SendAsync(string type, string body, params (string Name, string Value)[] headers) =>
        Client.CallAsync(HttpMethod.Post, Path, body, [("X-Event-Type", type), .. headers]);

    /// <summary>Without X-Event-Type.</summary>
    public Task<Reply> SendAsIsAsync(string body, params (string Name, string Value)[] headers) => Client.CallAsync(HttpMethod.Post, Path, body, headers);

    /// <summary>HMAC-SHA256 with the service's secret.</summary>
    public byte[] Mac(string signed) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret!), Encoding.UTF8.GetBytes(signed));

    public static string EventOf(Reply reply) => reply.With(201).Json.GetProperty("data").GetProperty("event_id").GetString()!;

    /// <summary>The event once it has one of the statuses.</summary>
    public static async Task<JsonElement> EndedAsync(HttpClient admin, string id, params string[] statuses)
    {
        var found = default(JsonElement);
        await Eventually.SoAsync($"event that is {string.Join(" or ", statuses)}", async () =>
        {
            found = (await admin.GetReplyAsync($"/api/integrations/webhook-events/{id}/")).With(200).Json.GetProperty("data");
            return statuses.Contains(found.GetProperty("status").GetString());
        }, Limit);
        return found;
    }

    /// <summary>What is known of the service's records, by their ids.</summary>
    public async Task<Dictionary<string, JsonElement>> RecordsAsync(HttpClient user, string type)
    {
        var records = new Dictionary<string, JsonElement>();
        for (var page = 1; ; page++)
        {
            var results = (await user.GetReplyAsync($"/api/integrations/services/{Id}/records/?type={type}&page={page}&per_page=100"))
                .With(200).Json.GetProperty("data").GetProperty("results");
            foreach (var record in results.EnumerateArray()) records.Add(record.GetProperty("external_id").GetString()!, record);
            if (results.GetArrayLength() < 100) return records;
        }
    }
}

/// <summary>Making services.</summary>
internal static class SendingServices
{
    public static async Task<SendingService> ServiceAsync(
        this AuthXScene scene, string? secret = null, string baseUrl = "http://127.0.0.1:9", object? signature = null)
    {
        var name = AuthXScene.NewName("service");
        var made = (await scene.Admin.Client.PostReplyAsync("/api/integrations/services/", new { name, base_url = baseUrl, secret, signature })).With(201);
        return new(scene.Anyone, made.Json.GetProperty("data").GetProperty("id").GetString()!, name, secret);
    }

    /// <summary>A new secret.</summary>
    public static string NewSecret() => Guid.NewGuid().ToString("N");
}
