using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace ModuleX.Benchmarks.Records;

/// <summary>The default organization of a server with the tool installed, and its super admin with the tool connected: document 1 as people use it.</summary>
internal sealed class OrganizationUnderTest(ModuleXUnderTest moduleX, string id, string token)
{
    private const string Email = "super@example.com";

    private static readonly string Password = $"Aa1!{Convert.ToHexString(RandomNumberGenerator.GetBytes(16))}";

    /// <summary>The settings that name the super admin.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Bootstrap__Email"] = Email,
        ["Bootstrap__Password"] = Password,
        ["Logins__AccessLifetime"] = "1.00:00:00",
    };

    public string Token => token;

    public string Id => id;

    public static async Task<OrganizationUnderTest> SignInAsync(ModuleXUnderTest moduleX)
    {
        using var client = new HttpClient { BaseAddress = moduleX.Server.Address };
        var token = (await PostAsync(client, "/api/auth/login", new { email = Email, password = Password })).GetProperty("access_token").GetString()!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var organizations = await client.GetFromJsonAsync<JsonElement>("/api/auth/me/organizations");
        return new(moduleX, organizations.GetProperty("organizations")[0].GetProperty("id").GetString()!, token);
    }

    /// <summary>Installs and connects the tool.</summary>
    public async Task ConnectAsync()
    {
        using var client = Client();
        await PostAsync(client, "/api/integrations/install", new { tool_name = BenchTool.Name, config_data = new { } });
        await PostAsync(client, "/api/auth/manual", new { tool_name = BenchTool.Name, credentials = new { api_key = "k" } });
    }

    public HttpClient Client()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = moduleX.Server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.Add("X-Organization-ID", id);
        return client;
    }

    public Task<LoadResult> LoadAsync(TimeSpan duration) => WrkLoad.WithHeadersAsync(
        moduleX.Server.Address, $"/api/tools/{BenchTool.Name}/execute", BenchTool.Body,
        new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}", ["X-Organization-ID"] = id }, 64, duration);

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
