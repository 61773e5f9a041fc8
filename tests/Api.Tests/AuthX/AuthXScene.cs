using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using static ModuleX.Api.Tests.Fixtures.ModuleXServerBuilder;

namespace ModuleX.Api.Tests.AuthX;

/// <summary>A server with a super admin, and ways to fill its organizations with people.</summary>
public sealed class AuthXScene : IAsyncLifetime
{
    /// <summary>Good enough for the server's policy; everybody's.</summary>
    public static readonly string Password = $"Aa1!{Guid.NewGuid():N}";

    private readonly List<HttpClient> _clients = [];

    internal ModuleXServer ModuleX { get; private set; } = null!;

    /// <summary>A client that is not signed in.</summary>
    internal HttpClient Anyone => ModuleX.Client;

    internal Person Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        ModuleX = await AModuleX().With("Bootstrap:Email", "root@example.com").With("Bootstrap:Password", Password).StartAsync();
        Admin = await LogInAsync("root@example.com");
    }

    public async Task DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await ModuleX.DisposeAsync();
    }

    /// <summary>A name that is not taken.</summary>
    internal static string NewName(string kind = "person") => $"{kind}-{Guid.NewGuid():N}";

    internal async Task<Group> OrganizationAsync()
    {
        var organization = await ModuleX.CreateOrganizationAsync(NewName("org"));
        return new Group(organization.Id.ToString(), organization.Slug);
    }

    /// <summary>A signed-in member of an organization, with the role that new members get.</summary>
    internal async Task<Person> MemberAsync(Group organization)
    {
        var name = NewName();
        (await Admin.Client.PostReplyAsync(
            "/api/v1/users", new { email = $"{name}@example.com", username = name, password = Password, organization_id = organization.Id })).With(201);
        return await LogInAsync($"{name}@example.com");
    }

    /// <summary>A signed-in member whose one role allows just this.</summary>
    internal async Task<Person> MemberWithAsync(Group organization, params string[] permissions)
    {
        var person = await MemberAsync(organization);
        await GiveAsync(person, await RoleAsync(organization, permissions));
        return person;
    }

    /// <summary>A role that allows just this.</summary>
    internal async Task<string> RoleAsync(Group organization, params string[] permissions)
    {
        var role = (await Admin.Client.PostReplyAsync("/api/v1/roles", new { name = NewName("role"), organization_id = organization.Id })).With(201)["id"]!;
        await AllowAsync(role, permissions);
        return role;
    }

    internal async Task AllowAsync(string role, params string[] permissions)
    {
        var ids = new List<string>();
        foreach (var permission in permissions) ids.Add(await PermissionAsync(permission));
        (await Admin.Client.PostReplyAsync($"/api/v1/roles/{role}/permissions", new { permission_ids = ids })).With(200);
    }

    /// <summary>The id of a permission.</summary>
    internal async Task<string> PermissionAsync(string name) => (await Admin.Client.GetReplyAsync($"/api/v1/permissions/grouped?search={name}")).With(200).Json
        .GetProperty("permissions_by_resource").EnumerateArray().SelectMany(group => group.GetProperty("permissions").EnumerateArray())
        .Single(permission => permission.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;

    /// <summary>Gives a person these roles and no others.</summary>
    internal async Task GiveAsync(Person person, params string[] roles) =>
        (await Admin.Client.PostReplyAsync($"/api/v1/users/{person.Id}/roles", new { role_ids = roles })).With(200);

    internal async Task<Person> LogInAsync(string email, string? organization = null, string? password = null)
    {
        var login = (await Anyone.PostReplyAsync("/api/v1/auth/login",
            new { email, password = password ?? Password, organization_slug = organization })).With(200);
        var client = new HttpClient { BaseAddress = ModuleX.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", login["access_token"]);
        lock (_clients) _clients.Add(client);
        return new Person(client, login.Json.GetProperty("user").GetProperty("id").GetString()!, email, login["refresh_token"]!);
    }

    /// <summary>Makes a person another kind of member of an organization, a member of one more if need be.</summary>
    internal async Task SetMembershipAsync(Person person, Group organization, MembershipRole role)
    {
        var (tenant, id, user) = (await TenantAsync(), new OrganizationId(new Guid(organization.Id)), new UserId(new Guid(person.Id)));
        await using var work = await ModuleX.Services.GetRequiredService<IUnitsOfWork>().BeginAsync(tenant, default);
        if (await work.Organizations.FindMembershipAsync(id, user, default) is { } membership) membership.SetRole(role);
        else work.Organizations.Add(new Membership(tenant, id, user, role, DateTimeOffset.UtcNow));
        work.Announce(user.Value);
        (await work.CommitAsync(default)).Required();
    }

    /// <summary>Gives a person another role in the whole system.</summary>
    internal async Task SetRoleAsync(Person person, SystemRole role)
    {
        await using var work = await ModuleX.Services.GetRequiredService<IUnitsOfWork>().BeginAsync(await TenantAsync(), default);
        (await work.Users.FindAsync(new UserId(new Guid(person.Id)), default))!.SetRole(role, DateTimeOffset.UtcNow);
        work.Announce(new Guid(person.Id));
        (await work.CommitAsync(default)).Required();
    }

    private async Task<TenantId> TenantAsync() =>
        (await ModuleX.Services.GetRequiredService<IOrganizationRepository>().FindTenantAsync(Tenant.DefaultDomain, default))!.Id;
}

/// <summary>A person who is signed in.</summary>
internal sealed record Person(HttpClient Client, string Id, string Email, string RefreshToken);

/// <summary>An organization as requests name it.</summary>
internal sealed record Group(string Id, string Slug);
