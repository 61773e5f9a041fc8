using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Tenancy;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Isolation;

/// <summary>A server with two tenants. For each row of the matrix it makes two organizations with people and objects of their own.</summary>
public sealed class IsolationScene : IAsyncLifetime
{
    private static readonly string Password = $"Aa1!{Guid.NewGuid():N}";
    private const string OtherDomain = "other.example";

    private int _number;

    internal ModuleXServer ModuleX { get; private set; } = null!;

    /// <summary>The super admin of another tenant, as a token.</summary>
    internal string OtherTenant { get; private set; } = "";

    private string Super { get; set; } = "";

    private string SystemAdmin { get; set; } = "";

    public async Task InitializeAsync()
    {
        ModuleX = await AModuleX().With("MockServices:Enabled", "true").With("Records:Interval", "00:00:00.1").StartAsync();
        Super = await LoginAsync("admin@example.com", "admin123");
        (await CallAsync(Super, "POST", "/api/system/users/create", new { email = "tenant-admin@example.com", password = Password, role = "ADMIN" })).With(200);
        SystemAdmin = await LoginAsync("tenant-admin@example.com");
        OtherTenant = await OtherTenantAsync();
    }

    public async Task DisposeAsync() => await ModuleX.DisposeAsync();

    /// <summary>Fresh objects, and a token for each actor.</summary>
    internal async Task<(Dictionary<string, string> Objects, Dictionary<Actor, string> Tokens)> PrepareAsync()
    {
        var number = ++_number;
        var objects = new Dictionary<string, string> { ["slug"] = $"one-{number}", ["domain"] = $"one-{number}.example" };
        objects["organization"] = (
            await CallAsync(Super, "POST", "/api/organizations", new { slug = objects["slug"], name = "One", domain = objects["domain"] }))
            .With(200).Json.GetProperty("organization").GetProperty("id").GetString()!;
        objects["other_organization"] = (await CallAsync(Super, "POST", "/api/organizations", new { slug = $"other-{number}", name = "Other" }))
            .With(200).Json.GetProperty("organization").GetProperty("id").GetString()!;
        objects["empty_organization"] = (await CallAsync(Super, "POST", "/api/organizations", new { slug = $"empty-{number}", name = "Empty" }))
            .With(200).Json.GetProperty("organization").GetProperty("id").GetString()!;
        objects["newcomer"] = await AccountAsync($"newcomer-{number}", null, null);
        await AccountAsync($"owner-{number}", objects["organization"], "owner");
        objects["user"] = await AccountAsync($"member-{number}", objects["organization"], "member");
        objects["user_number"] = (await CallAsync(Super, "GET", $"/api/tenants/users?search=member-{number}@example.com"))
            .With(200).Json.GetProperty("data")[0].GetProperty("id").ToString();
        objects["tenant"] = (await CallAsync(Super, "POST", "/api/tenants", new { domain = $"tenant-{number}.example" }))
            .With(201).Json.GetProperty("data").GetProperty("id").GetString()!;
        await AccountAsync($"other-member-{number}", objects["organization"], "member");
        await AccountAsync($"other-owner-{number}", objects["other_organization"], "owner");
        var tokens = new Dictionary<Actor, string> { [Actor.Super] = Super, [Actor.SystemAdmin] = SystemAdmin };
        foreach (var (actor, name) in new[]
            { (Actor.Owner, "owner"), (Actor.Member, "member"), (Actor.OtherMember, "other-member"), (Actor.OtherOwner, "other-owner") })
            tokens[actor] = await LoginAsync($"{name}-{number}@example.com");
        await AddObjectsAsync(objects, tokens, number);
        return (objects, tokens);
    }

    internal Task<Reply> CallAsync(string? token, string method, string path, object? body = null) =>
        ModuleX.Client.CallAsync(new HttpMethod(method), path, body, token is null ? [] : [("Authorization", $"Bearer {token}")]);

    private async Task AddObjectsAsync(Dictionary<string, string> objects, Dictionary<Actor, string> tokens, int number)
    {
        var owner = tokens[Actor.Owner];
        objects["role"] = (await CallAsync(owner, "POST", "/api/v1/roles", new { name = "Helper" })).With(201)["id"]!;
        objects["permission"] = (
            await CallAsync(Super, "POST", "/api/v1/permissions", new { name = $"thing{number}:see", resource = $"thing{number}", action = "see" }))
            .With(201)["id"]!;
        objects["key"] = (
            await CallAsync(owner, "POST", $"/v1/service-keys?organization_id={objects["organization"]}", new { name = "Key" })).With(201)["id"]!;
        objects["invitation"] = (
            await CallAsync(owner, "POST", $"/v1/invitations?organization_id={objects["organization"]}", new { email = $"invited-{number}@example.com" }))
            .With(201).Json.GetProperty("invitation").GetProperty("id").GetString()!;
        objects["webhook"] = (
            await CallAsync(owner, "POST", $"/v1/webhooks?organization_id={objects["organization"]}", new { url = new Uri(ModuleX.Address, "/nowhere") }))
            .With(201).Json.GetProperty("webhook").GetProperty("id").GetString()!;
        objects["delivery"] = (
            await CallAsync(owner, "POST", $"/v1/webhooks/{objects["webhook"]}/test?organization_id={objects["organization"]}")).With(202)["id"]!;
        objects["link"] = (
            await CallAsync(tokens[Actor.Member], "POST", $"/v1/connect-links?organization_id={objects["organization"]}", new { tool = "mock" }))
            .With(201)["id"]!;
        await AddConnectionAsync(objects, owner);
        objects["location"] = (await CallAsync(owner, "POST", "/api/v1/locations", new { name = "Here", code = "HERE" })).With(201)["id"]!;
        objects["free_location"] = (await CallAsync(owner, "POST", "/api/v1/locations", new { name = "There", code = "THERE" })).With(201)["id"]!;
        (await CallAsync(owner, "POST", "/api/v1/locations/assign", new { user_id = objects["user"], location_ids = new[] { objects["location"] } })).With(200);
        (await CallAsync(owner, "POST", $"/api/integrations/install?organization_id={objects["organization"]}", new { tool_name = "slack" })).With(200);
        await AddServiceAsync(objects, $"service-{number}");
        // Before the profile is made: one that has it could not be applied.
        objects["uninstalled_module"] = "r2r";
        (await CallAsync(Super, "DELETE", $"/api/modules/{objects["uninstalled_module"]}")).Status.ShouldBeOneOf(200, 409);
        var config = (await CallAsync(SystemAdmin, "GET", "/api/config")).With(200).Json.GetProperty("config");
        objects["profile"] = (await CallAsync(SystemAdmin, "POST", "/api/config/profiles",
            new { name = $"profile-{number}", description = "", config })).With(201)["id"]!;
        objects["session"] = (await CallAsync(tokens[Actor.Member], "GET", "/api/auth/sessions")).With(200)["current_session_id"]!;
    }

    /// <summary>The owner's own.</summary>
    private async Task AddConnectionAsync(Dictionary<string, string> objects, string owner)
    {
        var query = $"?organization_id={objects["organization"]}";
        (await CallAsync(owner, "POST", $"/api/integrations/install{query}", new { tool_name = "mock" })).With(200);
        objects["connection"] = (await CallAsync(owner, "POST", $"/v1/connections{query}", new { tool = "mock", credentials = new { api_key = "any-key" } }))
            .With(201).Json.GetProperty("connection").GetProperty("id").GetString()!;
        objects["run"] = (await CallAsync(owner, "POST", $"/v1/runs{query}", new { tool = "mock", action = "list_users" })).With(200)["id"]!;
        await Eventually.SoAsync(
            "record of the run", async () => (await CallAsync(owner, "GET", $"/v1/runs/{objects["run"]}{query}")).Status == 200, TimeSpan.FromSeconds(30));
    }

    /// <summary>A service with a webhook that can have no effect.</summary>
    private async Task AddServiceAsync(Dictionary<string, string> objects, string name)
    {
        objects["service"] = (await CallAsync(Super, "POST", "/api/integrations/services", new { name, base_url = ModuleX.Address }))
            .With(201).Json.GetProperty("data").GetProperty("id").GetString()!;
        var sent = await ModuleX.Client.CallAsync(HttpMethod.Post, $"/api/integrations/webhooks/{name}", new { }, ("X-Event-Type", "user.created"));
        objects["failed_event"] = sent.With(201).Json.GetProperty("data").GetProperty("event_id").GetString()!;
        await Eventually.SoAsync("webhook that failed", async () =>
            (await CallAsync(Super, "GET", $"/api/integrations/webhook-events/{objects["failed_event"]}")).With(200).Json.GetProperty("data")
                .GetProperty("status").ValueEquals("failed"), TimeSpan.FromSeconds(30));
    }

    /// <returns>The user's id.</returns>
    private async Task<string> AccountAsync(string name, string? organization, string? role)
    {
        var made = await CallAsync(Super, "POST", "/api/system/users/create", new { email = $"{name}@example.com", password = Password, role = "USER" });
        var id = made.With(200).Json.GetProperty("user").GetProperty("id").GetString()!;
        if (organization is not null) (await CallAsync(Super, "POST", $"/api/organizations/{organization}/users", new { user_id = id, role })).With(200);
        return id;
    }

    private async Task<string> LoginAsync(string email, string? password = null, params (string, string)[] headers) =>
        (await ModuleX.Client.CallAsync(HttpMethod.Post, "/api/v1/auth/login", new { email, password = password ?? Password }, headers))
            .With(200)["access_token"]!;

    private async Task<string> OtherTenantAsync()
    {
        await using var scope = ModuleX.Services.CreateAsyncScope();
        var useCases = scope.ServiceProvider.GetRequiredService<IUseCases>();
        var tenant = (await useCases.SendAsync(new CreateTenantCommand(OtherDomain), default)).Required();
        (await useCases.SendAsync(
            new CreateFirstAdminCommand(tenant.Id, "super@other.example", null, Password, new BootstrapTrust.Settings(), ClientFacts.None), default))
            .Required();
        return await LoginAsync("super@other.example", Password, ("X-Tenant-Domain", OtherDomain));
    }
}
