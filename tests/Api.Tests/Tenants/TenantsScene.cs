using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Tenants;

/// <summary>A server as a newcomer starts it, with document 4's admin, and ways to make tenants and people.</summary>
public sealed class TenantsScene : IAsyncLifetime
{
    /// <summary>Good enough for the server's policy; everybody's.</summary>
    internal static readonly string Password = $"Aa1!{Guid.NewGuid():N}";

    internal ModuleXServer ModuleX { get; private set; } = null!;

    /// <summary>The super admin of the default tenant.</summary>
    internal TenantPerson Root { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        ModuleX = await AModuleX().StartAsync();
        Root = await LogInAsync("admin", "admin123");
    }

    public async Task DisposeAsync() => await ModuleX.DisposeAsync();

    internal static string NewName(string kind = "person") => $"{kind}-{Guid.NewGuid():N}"[..20];

    internal Task<Reply> CallAsync(string? token, string method, string path, object? body = null, params (string, string)[] headers) =>
        ModuleX.Client.CallAsync(new HttpMethod(method), path, body, token is null ? headers : [("Authorization", $"Bearer {token}"), .. headers]);

    internal Task<Reply> AskToLogInAsync(string name, string password, string domain = "default") =>
        CallAsync(null, "POST", "/api/tenants/auth/", new { username = name, password, tenant_domain = domain });

    internal async Task<TenantPerson> LogInAsync(string name, string? password = null, string domain = "default")
    {
        var data = (await AskToLogInAsync(name, password ?? Password, domain)).With(200).Json.GetProperty("data");
        var user = data.GetProperty("user");
        return new(this, data.GetProperty("token").GetString()!, user.GetProperty("id").GetInt64(), user.GetProperty("username").GetString()!);
    }

    /// <summary>A new user, made by an admin and signed in.</summary>
    internal async Task<TenantPerson> PersonAsync(string role = "user", TenantPerson? by = null, string domain = "default", string? name = null)
    {
        name ??= NewName(role);
        (await (by ?? Root)
            .CallAsync("POST", "/api/tenants/users/", new { username = name, email = $"{name}@example.com", password = Password, role })).With(201);
        return await LogInAsync(name, domain: domain);
    }

    /// <summary>A new tenant with its admin, signed in.</summary>
    internal async Task<ATenant> TenantAsync(string adminName = "admin")
    {
        var domain = $"{NewName("t")}.example";
        var made = await Root.CallAsync(
            "POST", "/api/tenants/",
            new { domain, name = "Another", admin = new { username = adminName, email = $"{adminName}@example.com", password = Password } });
        return new(made.With(201).Json.GetProperty("data").GetProperty("id").GetString()!, domain, await LogInAsync(adminName, domain: domain));
    }

    internal async Task<Result<T>> SendAsync<T>(ICommand<T> command)
    {
        await using var scope = ModuleX.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUseCases>().SendAsync(command, default);
    }
}

/// <summary>A person who is signed in to a tenant.</summary>
internal sealed record TenantPerson(TenantsScene Scene, string Token, long Number, string Username)
{
    public Task<Reply> CallAsync(string method, string path, object? body = null, params (string, string)[] headers) =>
        Scene.CallAsync(Token, method, path, body, headers);

    public async Task<JsonElement> DataAsync(string path) => (await CallAsync("GET", path)).With(200).Json.GetProperty("data");

    public Task<TimeSpan> IsRefusedAsync(int status = 401) => Eventually.SoAsync(
        "refusal of the token", async () => (await CallAsync("GET", "/api/tenants/users/")).Status == status);
}

internal sealed record ATenant(string Id, string Domain, TenantPerson Admin);
