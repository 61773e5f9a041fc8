using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Application.Organizations;
using ModuleX.Application.Records;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Tests.ModuleX;

/// <summary>A server whose records of an organization are known one by one, so that every number can be worked out by hand.</summary>
public sealed class AnalyticsScene : IAsyncLifetime
{
    /// <summary>The current hour, and within it.</summary>
    internal static readonly DateTimeOffset Now = HourOf(DateTimeOffset.UtcNow);

    private readonly OrganizationScene _people = new() { Adjust = builder => builder.With("Records:Interval", "00:00:00.05") };

    internal ModuleXServer Server => _people.Server;

    internal SignedIn Root => _people.Root;

    internal SignedIn Ann { get; private set; } = null!;

    internal SignedIn Ben { get; private set; } = null!;

    internal string Organization { get; private set; } = "";

    private TenantId Tenant { get; set; }

    public async Task InitializeAsync()
    {
        await _people.InitializeAsync();
        Organization = await _people.AddOrganizationAsync();
        Ann = await _people.AddMemberAsync(Organization, "ann", "admin");
        Ben = await _people.AddMemberAsync(Organization, "ben", "member");
        await using var scope = Server.Services.CreateAsyncScope();
        Tenant = (await scope.ServiceProvider.GetRequiredService<IOrganizationRepository>().FindTenantAsync(Domain.Tenancy.Tenant.DefaultDomain, default))!.Id;
        await AddRequestsAsync();
        await AddRunsAsync();
        await AddSecurityAsync();
    }

    public async Task DisposeAsync() => await _people.DisposeAsync();

    internal Task<Reply> GetAsync(SignedIn person, string path) =>
        person.Client.CallAsync(HttpMethod.Get, path, null, ("X-Organization-ID", Organization));

    /// <summary>Two hours ago ten requests of 10 to 100 ms, of which one was refused and two failed; thirty hours ago five of 20 ms.</summary>
    private async Task AddRequestsAsync()
    {
        int[] statuses = [200, 200, 200, 200, 200, 200, 200, 403, 500, 503];
        for (var at = 0; at < statuses.Length; at++) await WriteAsync(Request(Now.AddHours(-2), statuses[at], (at + 1) * 10_000, Ann.Id));
        for (var at = 0; at < 5; at++) await WriteAsync(Request(Now.AddHours(-30), 200, 20_000, Ben.Id));
    }

    /// <summary>
    /// An hour ago Ann executed github four times, of which one failed, and slack once, and Ben github once; thirty hours ago Ben executed github ten times.
    /// </summary>
    private async Task AddRunsAsync()
    {
        for (var at = 0; at < 4; at++) await WriteAsync(Run(Now.AddHours(-1), Ann.Id, "github", at > 0, 100_000));
        await WriteAsync(Run(Now.AddHours(-1), Ann.Id, "slack", true, 300_000));
        await WriteAsync(Run(Now.AddHours(-1), Ben.Id, "github", true, 100_000));
        for (var at = 0; at < 10; at++) await WriteAsync(Run(Now.AddHours(-30), Ben.Id, "github", true, 200_000));
    }

    /// <summary>Three hours ago eight logins and two failures, five hours ago a reused token; thirty hours ago four failures.</summary>
    private async Task AddSecurityAsync()
    {
        for (var at = 0; at < 8; at++) await WriteAsync(Event(Now.AddHours(-3), SecurityEvents.LoginSucceeded));
        for (var at = 0; at < 2; at++) await WriteAsync(Event(Now.AddHours(-3), SecurityEvents.LoginFailed));
        await WriteAsync(Event(Now.AddHours(-5), SecurityEvents.TokenReused));
        for (var at = 0; at < 4; at++) await WriteAsync(Event(Now.AddHours(-30), SecurityEvents.LoginFailed));
    }

    private async Task WriteAsync(RecordEntry entry) => await Server.Services.GetRequiredService<IRecords>().WriteAsync(entry, default);

    private RecordEntry Request(DateTimeOffset at, int status, long microseconds, string user)
    {
        var entry = New(RecordKind.Request, RecordCategories.Request, at, status < 400);
        (entry.Endpoint, entry.Method, entry.StatusCode, entry.DurationMicroseconds, entry.UserId, entry.AuthMethod) = (
            "/made/up", "POST", status, microseconds, user, AuthMethods.Password);
        return entry;
    }

    private RecordEntry Run(DateTimeOffset at, string user, string tool, bool success, long microseconds)
    {
        var entry = New(RecordKind.Business, RecordCategories.Execution, at, success);
        (entry.ToolName, entry.ActionName, entry.DurationMicroseconds, entry.UserId) = (tool, "list", microseconds, user);
        return entry;
    }

    private RecordEntry Event(DateTimeOffset at, string code)
    {
        var entry = New(RecordKind.Security, RecordCategories.Security, at, code == SecurityEvents.LoginSucceeded);
        (entry.Code, entry.Message, entry.UserId) = (code, "Made up", Ann.Id);
        return entry;
    }

    private RecordEntry New(RecordKind kind, string category, DateTimeOffset at, bool success) => new()
    {
        TenantId = Tenant, OrganizationId = new OrganizationId(Guid.Parse(Organization)), Kind = kind, Category = category, At = at.AddMinutes(1),
            Success = success,
        Level = success ? RecordLevel.Info : RecordLevel.Warning,
    };

    private static DateTimeOffset HourOf(DateTimeOffset time) => time.AddTicks(-(time.UtcTicks % TimeSpan.TicksPerHour));
}
