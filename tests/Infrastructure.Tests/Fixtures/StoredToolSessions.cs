using ModuleX.Domain.Organizations;
using ModuleX.Domain.ToolSessions;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>Makes sessions as they are stored.</summary>
internal static class StoredToolSessions
{
    // Databases keep less than .NET's 100 ns.
    public static DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

    public static ToolSessionId IdOf(Organization organization, string owner = "ann", string tool = "github") =>
        new(organization.TenantId, OwnerId.External(organization.Id, owner), tool);

    public static StoredCredential Credential(SealedSecret? secret = null) => new(
        Guid.CreateVersion7(), "oauth", secret ?? Secret(), ["repo", "user"], Now.AddHours(1), true, Now);

    public static SealedSecret Secret() => new(Guid.CreateVersion7(), [1, 2, 3, 4]);

    public static ToolSessionSnapshot Connected(ToolSessionId id) => ToolSessionSnapshot.Empty(id) with
    {
        Credential = Credential(),
        DisabledActions = ["delete_repository", "create_issue"],
        Pending = [new PendingAuthorization("ab12", "oauth", Secret(), "http://localhost/auth/callback/github", Secret(), Now.AddMinutes(10))],
        ConnectedAt = Now,
    };

    /// <summary>A row as it is found, also of an owner who is gone or was never there.</summary>
    public static async Task AddSessionAsync(this Installation installation, ToolSessionSnapshot session)
    {
        await using var db = installation.OpenContext();
        db.Add((session with { Version = 1 }).ToRow());
        await db.SaveChangesAsync();
    }

    /// <summary>Everything in it as text, secrets too: snapshots hold arrays, which compare by reference.</summary>
    public static string Show(ToolSessionSnapshot session) => System.Text.Json.JsonSerializer.Serialize(session);
}
