using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Messaging;
using ModuleX.Application.Tenancy;

namespace ModuleX.Api.Tests.Identity;

/// <summary>The outermost boundary, as requests name it.</summary>
public sealed class TenantTests(IdentityScene scene) : IClassFixture<IdentityScene>
{
    private const string Header = "X-Tenant-Domain";

    [Fact]
    public async Task A_header_that_disagrees_with_the_token_is_refused_and_reported()
    {
        var account = await scene.RegisterAsync();
        var other = await TenantAsync();

        foreach (var domain in (string[])[other, "no-such.example"]) (
            await scene.CallAsync(account.Access, HttpMethod.Get, "/api/auth/me", null, (Header, domain))).With(403);

        scene.SecurityEvents("tenant_mismatched").Count(line => line.Contains(account.Id, StringComparison.Ordinal)).ShouldBe(2);
        (await scene.CallAsync(account.Access, HttpMethod.Get, "/api/auth/me", null, (Header, "Default"))).With(200);
    }

    [Fact]
    public async Task A_header_that_is_sent_twice_is_not_the_same_as_none()
    {
        var account = await scene.RegisterAsync();
        var other = await TenantAsync();

        // HttpClient would make one line of them.
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, scene.Server.Address.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /api/auth/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer {account.Access}\r\n"
            + $"{Header}: {other}\r\n{Header}: {other}\r\n\r\n"));
        using var reader = new StreamReader(stream);

        (await reader.ReadLineAsync()).ShouldBe("HTTP/1.1 403 Forbidden");
    }

    [Fact]
    public async Task One_email_in_two_tenants_is_two_people()
    {
        var (here, other) = (await scene.RegisterAsync(), await TenantAsync());
        const string password = "AnotherPassword1!";

        var there = (await scene.PostAsync("/api/auth/register", new { email = here.Email, password }, (Header, other))).With(201);

        there.Json.GetProperty("user").GetProperty("id").GetString().ShouldNotBe(here.Id);
        (await scene.LogInAsync(here.Email, password)).With(401);
        (await scene.PostAsync("/api/auth/login", new { email = here.Email, password = IdentityScene.Password }, (Header, other))).With(401);
        (await scene.PostAsync("/api/auth/login", new { email = here.Email, password }, (Header, other))).With(200);
        (await scene.LogInAsync(here.Email)).With(200);
    }

    [Fact]
    public async Task A_refresh_token_is_good_in_its_own_tenant_only()
    {
        var (account, other) = (await scene.RegisterAsync(), await TenantAsync());

        (await scene.PostAsync("/api/auth/refresh", new { refresh_token = account.Refresh }, (Header, other))).With(403);

        (await scene.PostAsync("/api/auth/refresh", new { refresh_token = account.Refresh }, (Header, "default"))).With(200);
    }

    [Theory]
    [InlineData("login")]
    [InlineData("register")]
    public async Task An_unknown_tenant_is_not_there(string path) =>
        (await scene.PostAsync($"/api/auth/{path}", new { email = "ada@example.com", password = IdentityScene.Password },
            (Header, "no-such.example"))).With(404);

    private async Task<string> TenantAsync()
    {
        var domain = $"t{Guid.NewGuid():N}.example";
        await using var scope = scene.Server.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<IUseCases>().SendAsync(new CreateTenantCommand(domain), default)).Required();
        return domain;
    }
}
