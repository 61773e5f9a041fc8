using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Application.Access;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Security;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Tests.Tenants;

/// <summary>The tenants themselves.</summary>
public sealed class TenantManagementTests(TenantsScene scene) : IClassFixture<TenantsScene>
{
    private const string Tenants = "/api/tenants/";

    [Fact]
    public async Task One_that_is_deactivated_refuses_all_callers_until_it_is_active_again()
    {
        var tenant = await scene.TenantAsync();
        var key = (await scene.SendAsync(new CreateApiKeyCommand(tenant.Domain, "default", "for a test", [], null))).Required().Plain;
        using var service = scene.ModuleX.ClientWith(key);
        var refresh = (
            await scene.CallAsync(
                null, "POST", "/api/auth/login", new { email = "admin@example.com", password = TenantsScene.Password },
                ("X-Tenant-Domain", tenant.Domain))).With(200)["refresh_token"]!;
        (await service.GetReplyAsync("/auth/tools?user_id=ada")).With(200);

        (await scene.Root.CallAsync("PUT", Tenants + tenant.Id, new { is_active = false })).With(200).Json.GetProperty("data")
            .GetProperty("is_active").GetBoolean().ShouldBeFalse();

        await tenant.Admin.IsRefusedAsync();
        await Eventually.SoAsync(
            "refusal of the key", async () => (await service.GetReplyAsync("/auth/tools?user_id=ada")).Status == 401);
        (await scene.AskToLogInAsync("admin", TenantsScene.Password, tenant.Domain)).With(401);
        (await scene.CallAsync(
            null, "POST", "/api/auth/login", new { email = "admin@example.com", password = TenantsScene.Password },
            ("X-Tenant-Domain", tenant.Domain))).With(404);
        (await scene.CallAsync(null, "POST", "/api/auth/refresh", new { refresh_token = refresh })).With(401);

        (await scene.Root.CallAsync("PUT", Tenants + tenant.Id, new { is_active = true })).With(200);
        await scene.LogInAsync("admin", domain: tenant.Domain);
        (await tenant.Admin.CallAsync("GET", "/api/tenants/users/")).With(200);
        await Eventually.SoAsync(
            "taking of the key", async () => (await service.GetReplyAsync("/auth/tools?user_id=ada")).Status == 200);
    }

    [Fact]
    public async Task One_that_is_deleted_is_gone_with_its_secrets_and_its_domain_is_free()
    {
        var tenant = await scene.TenantAsync();
        var (id, protector) = (new TenantId(Guid.Parse(tenant.Id)), scene.ModuleX.Services.GetRequiredService<ISecretProtector>());
        var secret = await protector.SealAsync(id, "a place", new byte[] { 1, 2, 3 }, default);

        (await scene.Root.CallAsync("DELETE", Tenants + tenant.Id)).With(200);

        await tenant.Admin.IsRefusedAsync();
        await Should.ThrowAsync<UnavailableException>(async () => await protector.OpenAsync(id, "a place", secret, default));
        await Should.ThrowAsync<UnavailableException>(async () => await protector.SealAsync(id, "a place", new byte[] { 1, 2, 3 }, default));
        (await scene.AskToLogInAsync("admin", TenantsScene.Password, tenant.Domain)).With(401);
        foreach (var method in (string[])["GET", "DELETE"]) (await scene.Root.CallAsync(method, Tenants + tenant.Id)).With(404);
        (await scene.Root.CallAsync("PUT", Tenants + tenant.Id, new { is_active = true })).With(404);
        (await scene.Root.CallAsync("POST", Tenants, new { domain = tenant.Domain })).With(201);
        (await scene.AskToLogInAsync("admin", TenantsScene.Password, tenant.Domain)).With(401);
        (await tenant.Admin.CallAsync("GET", "/api/tenants/users/")).With(401);
    }

    [Fact]
    public async Task The_default_one_stays()
    {
        var standard = (await scene.Root.DataAsync($"{Tenants}?search=default")).EnumerateArray()
            .Single(one => one.GetProperty("domain").GetString() == "default").GetProperty("id").GetString();

        (await scene.Root.CallAsync("DELETE", Tenants + standard)).With(409);
        (await scene.Root.CallAsync("PUT", Tenants + standard, new { is_active = false })).With(409);
        (await scene.Root.CallAsync("PUT", Tenants + standard, new { domain = "elsewhere.example" })).With(409);
        (await scene.Root.CallAsync("PUT", Tenants + standard, new { name = "The first", domain = "default", is_active = true })).With(200);
    }

    [Fact]
    public async Task Only_super_admins_of_the_default_one_manage_tenants()
    {
        var (tenant, admin) = (await scene.TenantAsync(), await scene.PersonAsync("admin"));

        (await admin.CallAsync("GET", Tenants)).With(403);
        foreach (var id in (string[])[tenant.Id, "00000000-0000-7000-8000-000000000001"]) (await tenant.Admin.CallAsync("GET", Tenants + id)).With(403);
    }

    [Fact]
    public async Task A_domain_is_one_tenants_and_moves_with_it()
    {
        var (one, other) = (await scene.TenantAsync(), await scene.TenantAsync());
        var moved = $"moved-{one.Domain}";

        (await scene.Root.CallAsync("POST", Tenants, new { domain = one.Domain.ToUpperInvariant() })).With(409);
        (await scene.Root.CallAsync("PUT", Tenants + one.Id, new { domain = other.Domain })).With(409);
        (await scene.Root.CallAsync("PUT", Tenants + one.Id, new { domain = moved })).With(200);
        await scene.LogInAsync("admin", domain: moved);
        (await scene.AskToLogInAsync("admin", TenantsScene.Password, one.Domain)).With(401);
        (await one.Admin.CallAsync("GET", "/api/tenants/users/", null, ("X-Tenant-Domain", moved))).With(200);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"domain":"has space"}""")]
    [InlineData("""{"domain":"-x"}""")]
    [InlineData("""{"domain":null}""")]
    [InlineData("""{"domain":"weak.example","admin":{"username":"admin","email":"admin@example.com","password":"short"}}""")]
    [InlineData("""{"domain":"weak.example","admin":{"username":"admin"}}""")]
    [InlineData("""{"domain":"weak.example","admin":{"username":"","email":"admin@example.com","password":"Aa1!aaaaaaaa"}}""")]
    public async Task What_is_wrong_is_told_and_nothing_is_made(string body)
    {
        (await scene.Root.CallAsync("POST", Tenants, body)).With(400)["error"].ShouldNotBeEmpty();

        (await scene.Root.DataAsync($"{Tenants}?search=weak.example")).EnumerateArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_header_that_names_another_tenant_is_refused()
    {
        var (user, tenant) = (await scene.PersonAsync(), await scene.TenantAsync());

        foreach (var domain in (string[])[tenant.Domain, "no-such.example"])
        {
            foreach (var path in (string[])["users/", "organizations/", "audit-logs/"])
                (await user.CallAsync("GET", Tenants + path, null, ("X-Tenant-Domain", domain))).With(403)["status"].ShouldBe("failure");
        }
        (await user.CallAsync("GET", "/api/tenants/users/", null, ("X-Tenant-Domain", "Default"))).With(200);
        (await tenant.Admin.CallAsync("GET", "/api/tenants/users/", null, ("X-Tenant-Domain", tenant.Domain))).With(200);
        (await tenant.Admin.CallAsync("GET", "/api/tenants/users/", null, ("X-Tenant-Domain", "default"))).With(403);
    }
}
