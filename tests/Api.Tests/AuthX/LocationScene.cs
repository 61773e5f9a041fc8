using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Tests.AuthX;

/// <summary>
/// A server with a super admin and two organizations, Acme and Globex, that anyone may join, each with an admin and a member who may read everything in it.
/// </summary>
internal sealed class LocationScene : IAsyncDisposable
{
    public static readonly string Password = $"Aa1!{Guid.NewGuid():N}";

    private LocationScene(ModuleXServer modulex, TenantId tenant) => (Modulex, Tenant) = (modulex, tenant);

    public ModuleXServer Modulex { get; }

    public TenantId Tenant { get; }

    public Member Root { get; private set; } = null!;

    public Member Boss { get; private set; } = null!;

    public Member Ann { get; private set; } = null!;

    public Member Rival { get; private set; } = null!;

    public Member Spy { get; private set; } = null!;

    public static async Task<LocationScene> StartAsync(Action<ModuleXServerBuilder>? setUp = null)
    {
        var builder = ModuleXServerBuilder.AModuleX().With("Bootstrap:Email", "root@example.com").With("Bootstrap:Password", Password);
        setUp?.Invoke(builder);
        var modulex = await builder.StartAsync();
        var tenant = (await modulex.Services.GetRequiredService<IOrganizationRepository>().FindTenantAsync(Domain.Tenancy.Tenant.DefaultDomain, default))!.Id;
        var scene = new LocationScene(modulex, tenant);
        scene.Root = await scene.FindSuperAdminAsync();
        var (acme, globex) = (await scene.AddOrganizationAsync("acme"), await scene.AddOrganizationAsync("globex"));
        (scene.Boss, scene.Ann) = (await scene.AddAsync("boss", acme, MembershipRole.Admin), await scene.AddAsync("ann", acme));
        (scene.Rival, scene.Spy) = (await scene.AddAsync("rival", globex, MembershipRole.Admin), await scene.AddAsync("spy", globex));
        foreach (var reader in (Member[])[scene.Ann, scene.Spy]) await scene.AllowToReadAsync(reader);
        return scene;
    }

    private async Task AllowToReadAsync(Member member)
    {
        await using var work = await Work();
        var role = new Role(new RoleId(Guid.CreateVersion7()), Tenant, member.Organization, "Reader", null, isActive: true, DateTimeOffset.UtcNow);
        work.Roles.Add(role);
        foreach (var permission in (await work.Roles.ListPermissionsAsync(default)).Where(one => one.Name.EndsWith(":read", StringComparison.Ordinal)))
            work.Roles.Add(new RolePermission(Tenant, role.Id, permission.Id));
        work.Roles.Add(new UserRole(Tenant, member.User, role.Id));
        work.Announce(member.User.Value);
        (await work.CommitAsync(default)).Required();
    }

    /// <summary>A member who has no role, and so no permission.</summary>
    public async Task<Member> AddWithoutRolesAsync(string name, OrganizationId organization)
    {
        var member = await AddAsync(name, organization);
        await using var work = await Work();
        foreach (var role in await work.Roles.ListRolesAsync(member.User, organization, default)) work.Roles.Remove(new UserRole(Tenant, member.User, role));
        work.Announce(member.User.Value);
        (await work.CommitAsync(default)).Required();
        return member;
    }

    /// <summary>Adds a location and gives its id.</summary>
    public static async Task<string> AddLocationAsync(Member admin, string code, string name = "Somewhere", bool isActive = true)
    {
        var id = (await admin.Client.PostReplyAsync("/api/v1/locations", new { name, code })).With(201)["id"]!;
        if (!isActive) (await admin.Client.PutReplyAsync($"/api/v1/locations/{id}", new { is_active = false })).With(200);
        return id;
    }

    public async ValueTask DisposeAsync() => await Modulex.DisposeAsync();

    private async Task<OrganizationId> AddOrganizationAsync(string slug) => (await AskAsync(useCases => useCases.SendAsync(
        new CreateOrganizationCommand(Actor.System(Tenant), slug, slug, new OrganizationChange(Settings: """{"registration":"open"}""")), default)))
            .Required().Id;

    private async Task<Member> AddAsync(string name, OrganizationId organization, MembershipRole role = MembershipRole.Member)
    {
        var command = new RegisterUserCommand(Tenant, $"{name}@example.com", Password, name, name, "Tester", organization, SignsIn: true, ClientFacts.None);
        var signIn = (await AskAsync(useCases => useCases.SendAsync(command, default))).Required().SignIn!;
        if (role != MembershipRole.Member)
        {
            await using var work = await Work();
            (await work.Organizations.FindMembershipAsync(organization, signIn.User.Id, default))!.SetRole(role);
            work.Announce(signIn.User.Id.Value);
            (await work.CommitAsync(default)).Required();
        }
        return new Member(signIn.User.Id, organization, ClientWith(signIn));
    }

    private async Task<Member> FindSuperAdminAsync()
    {
        var signIn = (
            await AskAsync(useCases => useCases.SendAsync(new SignInCommand(Tenant, "root@example.com", Password, new LoginTerms(),
            ClientFacts.None), default))).Required();
        return new Member(signIn.User.Id, signIn.User.Organization, ClientWith(signIn));
    }

    private HttpClient ClientWith(SignInView signIn)
    {
        var client = new HttpClient { BaseAddress = Modulex.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", signIn.AccessToken);
        return client;
    }

    private Task<IUnitOfWork> Work() => Modulex.Services.GetRequiredService<IUnitsOfWork>().BeginAsync(Tenant, default);

    private async Task<T> AskAsync<T>(Func<IUseCases, Task<T>> ask)
    {
        await using var scope = Modulex.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<IUseCases>());
    }
}

/// <summary>A member who is signed in.</summary>
internal sealed record Member(UserId User, OrganizationId Organization, HttpClient Client);
