using ModuleX.Api.Tests.Fixtures;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.Identity;

/// <summary>An operator who hunts a bug turns everything up. Passwords, tokens and hashes must not come to light then, nor lie in the database.</summary>
public sealed class SecretTests
{
    private const string Root = "RootPassword-4711";
    private const string First = "FirstPassword-4712";
    private const string Second = "SecondPassword-4713";
    private const string Wrong = "WrongPassword-4714";
    private const string InTheWrongField = "ForgottenPassword-4715@example.com";

    [Fact]
    public async Task No_password_token_or_hash_is_logged_or_stored()
    {
        await using var server = await AModuleX().With("Bootstrap:Email", "root@example.com").With("Bootstrap:Password", Root)
            .With("Logging:LogLevel:Microsoft.AspNetCore", "Trace").With("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Trace").StartAsync();
        var (client, secrets) = (server.Client, new List<string> { Root, First, Second, Wrong, InTheWrongField });
        Task<Reply> LogInAsync(string email, string password) => client.PostReplyAsync("/api/auth/login", new { email, password });

        var session = (await client.PostReplyAsync("/api/auth/register", new { email = "ada@example.com", password = First })).With(201);
        secrets.AddRange(session["access_token"]!, session["refresh_token"]!);
        (await LogInAsync("ada@example.com", Wrong)).With(401);
        (await LogInAsync(InTheWrongField, Wrong)).With(401);
        var next = (await client.PostReplyAsync("/api/auth/refresh", new { refresh_token = session["refresh_token"] })).With(200);
        secrets.AddRange(next["access_token"]!, next["refresh_token"]!);
        var bearer = ("Authorization", $"Bearer {next["access_token"]}");
        (await client.CallAsync(HttpMethod.Post, "/api/v1/auth/change-password", new { current_password = First, new_password = Second }, bearer)).With(200);
        (await client.PostReplyAsync("/api/auth/refresh", new { refresh_token = session["refresh_token"] })).With(401);
        var last = (await client.PostReplyAsync("/api/v1/auth/login", new { email = "ada@example.com", password = Second })).With(200);
        secrets.AddRange(last["access_token"]!, last["refresh_token"]!);
        (await client.CallAsync(HttpMethod.Post, "/api/auth/logout", new { token = last["refresh_token"] },
            ("Authorization", $"Bearer {last["access_token"]}"))).With(200);
        (await LogInAsync("ada@example.com", Wrong + "\0")).Status.ShouldBeGreaterThanOrEqualTo(400);

        // Framework lines are there, so that this test looks where it wants to look.
        server.Log.Lines.ShouldContain(line => line.StartsWith("Debug Microsoft.AspNetCore.", StringComparison.Ordinal));
        var database = await server.StopAndReadDatabaseAsync();
        database.ShouldContain("ada@example.com");
        foreach (var secret in secrets)
        {
            server.Log.Lines.ShouldNotContain(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
            database.ShouldNotContain(secret);
        }
        // What every hash of the framework begins with: version 3, HMAC-SHA-512, 10,000 rounds, 16 bytes of salt.
        server.Log.Lines.ShouldNotContain(line => line.Contains("AQAAAAIAACcQAAAAE", StringComparison.Ordinal));
        database.ShouldContain("AQAAAAIAACcQAAAAE");
    }
}
