using System.Net.Http.Headers;
using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>A server with a super admin, and people who register themselves.</summary>
public sealed class OrganizationScene : IAsyncLifetime
{
    internal static string Password { get; } = $"Aa1!{Guid.NewGuid():N}";

    private int _slugs;

    /// <summary>What another scene sets otherwise than usual.</summary>
    internal Action<ModuleXServerBuilder>? Adjust { get; init; }

    internal ModuleXServer Server { get; private set; } = null!;

    /// <summary>The super admin.</summary>
    internal SignedIn Root { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var builder = ModuleXServerBuilder.AModuleX().With("Bootstrap:Email", "root@example.org").With("Bootstrap:Password", Password);
        Adjust?.Invoke(builder);
        Server = await builder.StartAsync();
        Root = await SignInAsync("root");
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>A new person, in the default organization.</summary>
    internal async Task<SignedIn> AddPersonAsync(string name)
    {
        var reply = (await Server.Client.PostReplyAsync("/api/auth/register",
            new { email = $"{name}@example.org", password = Password, username = name })).With(201);
        return ToSignedIn(reply);
    }

    /// <summary>A new organization with a slug of its own.</summary>
    internal async Task<string> AddOrganizationAsync(int maxUsers = 10)
    {
        var slug = $"org-{Interlocked.Increment(ref _slugs)}";
        var reply = await Root.Client.PostReplyAsync(
            "/api/organizations/", new { slug, name = $"Name of {slug}", domain = $"{slug}.example", max_users = maxUsers });
        return reply.With(200).Json.GetProperty("organization").GetProperty("id").GetString()!;
    }

    /// <summary>A new person with a role in an organization.</summary>
    internal async Task<SignedIn> AddMemberAsync(string organization, string name, string role)
    {
        var person = await AddPersonAsync(name);
        (await AddAsync(Root, organization, person, role)).With(200);
        return person;
    }

    internal static Task<Reply> AddAsync(SignedIn by, string organization, SignedIn person, string role) =>
        by.Client.PostReplyAsync($"/api/organizations/{organization}/users", new { user_id = person.Id, role });

    internal static Task<Reply> RemoveAsync(SignedIn by, string organization, SignedIn person) =>
        by.Client.DeleteReplyAsync($"/api/organizations/{organization}/users/{person.Id}");

    /// <summary>The organization that every tenant has.</summary>
    internal async Task<string> DefaultAsync() =>
        (await Root.Client.GetReplyAsync("/api/organizations/slug/default")).With(200).Json.GetProperty("organization").GetProperty("id").GetString()!;

    private async Task<SignedIn> SignInAsync(string name) =>
        ToSignedIn((await Server.Client.PostReplyAsync("/api/auth/login", new { email = $"{name}@example.org", password = Password })).With(200));

    private SignedIn ToSignedIn(Reply reply)
    {
        var client = new HttpClient { BaseAddress = Server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", reply["access_token"]);
        return new(reply.Json.GetProperty("user").GetProperty("id").GetString()!, client);
    }
}

/// <summary>A person with a token.</summary>
internal sealed record SignedIn(string Id, HttpClient Client);
