using System.Web;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OAuth;

/// <summary>People who are deleted or deactivated lose their connections, here and at the service.</summary>
public sealed class GoneOwnerTests(OAuthServer server) : AuthorizationTests(server)
{
    private const string Password = "SecurePassword123!";

    private (string Name, string Value) _admin;
    private string _organization = "";

    [OAuthFact]
    public async Task Deactivated_user_loses_the_connection_and_its_tokens_are_revoked()
    {
        var ada = await ConnectedUserAsync();
        var issued = (await Scene.Authorization.ReadJournalAsync()).LastIssued;

        (await CallAsync(HttpMethod.Put, $"/api/v1/users/{ada.Id}", new { is_active = false }, _admin)).With(200);

        await RevokedAsync(issued.AccessToken);
        (await CallAsync(HttpMethod.Put, $"/api/v1/users/{ada.Id}", new { is_active = true }, _admin)).With(200);
        var again = await SignInAsync(ada.Email);
        (await ExecuteAsync(again)).With(404);
    }

    [OAuthFact]
    public async Task Tokens_of_a_user_whom_document_3_deletes_are_revoked()
    {
        var ada = await ConnectedUserAsync();
        var issued = (await Scene.Authorization.ReadJournalAsync()).LastIssued;

        (await CallAsync(HttpMethod.Delete, $"/api/v1/users/{ada.Id}", null, _admin)).Status.ShouldBeInRange(200, 204);

        await RevokedAsync(issued.AccessToken);
    }

    [OAuthFact]
    public async Task Tokens_of_a_user_whom_document_4_deletes_are_revoked()
    {
        var ada = await ConnectedUserAsync();
        var issued = (await Scene.Authorization.ReadJournalAsync()).LastIssued;

        (await CallAsync(HttpMethod.Delete, $"/api/tenants/users/{await NumberOfAsync(ada.Email)}", null, _admin)).Status.ShouldBeInRange(200, 204);

        await RevokedAsync(issued.AccessToken);
    }

    [OAuthFact]
    public async Task Authorization_that_a_user_began_before_being_deactivated_asks_for_no_token()
    {
        var ada = await UserAsync();
        var callback = await Scene.AuthorizeAsync(await BeginAsync(ada.Bearer));
        var asked = (await Scene.Authorization.ReadJournalAsync()).TokenRequests;

        (await CallAsync(HttpMethod.Put, $"/api/v1/users/{ada.Id}", new { is_active = false }, _admin)).With(200);
        var answer = await Scene.ReturnAsync(callback);

        answer.Status.ShouldBe(400);
        (await Scene.Authorization.ReadJournalAsync()).TokenRequests.ShouldBe(asked);
    }

    private async Task<(string Id, string Email, (string Name, string Value) Bearer)> UserAsync()
    {
        _admin = await SignInAsync("admin@example.com", "admin123");
        var email = $"ada-{Guid.NewGuid():N}@example.com";
        var registered = (await CallAsync(HttpMethod.Post, "/api/auth/register", new { email, password = Password })).With(201);
        return (registered.Json.GetProperty("user").GetProperty("id").GetString()!, email, ("Authorization", $"Bearer {registered["access_token"]}"));
    }

    private async Task<(string Id, string Email)> ConnectedUserAsync()
    {
        var ada = await UserAsync();
        var organizations = await CallAsync(HttpMethod.Get, "/api/organizations/slug/default", null, _admin);
        _organization = organizations.With(200).Json.GetProperty("organization").GetProperty("id").GetString()!;
        (await CallAsync(HttpMethod.Post, $"/api/integrations/install?organization_id={_organization}",
            new { tool_name = "github", config_data = new { } }, _admin)).With(200);
        (await Scene.ReturnAsync(await Scene.AuthorizeAsync(await BeginAsync(ada.Bearer)))).Status.ShouldBe(200);
        (await ExecuteAsync(ada.Bearer)).With(200);
        return (ada.Id, ada.Email);
    }

    private async Task<string> BeginAsync((string, string) bearer) =>
        (await CallAsync(HttpMethod.Get, "/api/auth/url/github", null, bearer)).With(200)["auth_url"]!;

    private Task<Reply> ExecuteAsync((string, string) bearer) =>
        CallAsync(HttpMethod.Post, $"/api/tools/github/execute?organization_id={_organization}",
            new { action = "get_user_info", parameters = new { } }, bearer);

    private async Task<long> NumberOfAsync(string email) =>
        (await CallAsync(HttpMethod.Get, $"/api/tenants/users/?search={HttpUtility.UrlEncode(email)}", null, _admin)).With(200)
        .Json.GetProperty("data").EnumerateArray().Single(user => user.GetProperty("email").GetString() == email).GetProperty("id").GetInt64();

    private async Task<(string, string)> SignInAsync(string email, string password = Password) =>
        ("Authorization", $"Bearer {(await CallAsync(HttpMethod.Post, "/api/auth/login", new { email, password })).With(200)["access_token"]}");

    private Task RevokedAsync(string token) =>
        Eventually.BecomesAsync(async () => !(await Scene.Authorization.IntrospectAsync(Scene.Registered, token)).Active, "revocation");

    private Task<Reply> CallAsync(HttpMethod method, string path, object? body, params (string, string)[] headers) =>
        Scene.ModuleX.Client.CallAsync(method, path, body, headers);
}
