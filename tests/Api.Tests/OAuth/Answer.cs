using System.Text.Json;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>What ModuleX answered.</summary>
internal sealed record Answer(int Status, string Text, JsonElement Body)
{
    /// <summary>The sentence of an error.</summary>
    public string Detail => Body.GetProperty("detail").GetString()!;

    /// <summary>A fact beside the sentence of an error; null when it is not there.</summary>
    public string? Fact(string name) =>
        Body.TryGetProperty("details", out var details) && details.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            return new((int)response.StatusCode, text, JsonElement.Parse(text));
        }
    }
}
