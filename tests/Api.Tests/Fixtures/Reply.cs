using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>What came back over HTTP, read to the end.</summary>
internal sealed record Reply(int Status, string Text, HttpResponseHeaders Headers, string? ContentType)
{
    public JsonElement Json => JsonElement.Parse(Text, new JsonDocumentOptions { MaxDepth = 128 });

    /// <summary>The sentence of document 2's errors.</summary>
    public string Detail => Json.GetProperty("detail").GetString()!;

    /// <summary>A property of the answer as text.</summary>
    public string? this[string property] => Json.GetProperty(property).ToString();

    /// <summary>This answer, if it has the status; what it says, if not.</summary>
    public Reply With(int status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }
}

/// <summary>Calls as a client makes them.</summary>
internal static class Calls
{
    public static Task<Reply> GetReplyAsync(this HttpClient client, string path) => client.CallAsync(HttpMethod.Get, path);

    /// <param name="body">Null for none; a string is sent as it is, anything else as JSON.</param>
    public static Task<Reply> PostReplyAsync(this HttpClient client, string path, object? body) => client.CallAsync(HttpMethod.Post, path, body);

    public static Task<Reply> PutReplyAsync(this HttpClient client, string path, object? body) => client.CallAsync(HttpMethod.Put, path, body);

    public static Task<Reply> DeleteReplyAsync(this HttpClient client, string path) => client.CallAsync(HttpMethod.Delete, path);

    /// <summary>
    /// A longer body waits for the server's word before it is sent, as curl's do: a refusal may close the connection, which a client that still
    /// sends meets before the answer.
    /// </summary>
    private const int LongBody = 1024 * 1024;

    public static async Task<Reply> CallAsync(
        this HttpClient client, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null) request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        if (request.Content?.Headers.ContentLength > LongBody) request.Headers.ExpectContinue = true;
        return await client.ReplyAsync(request);
    }

    public static async Task<Reply> ReplyAsync(this HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers.ContentType?.MediaType);
    }
}
