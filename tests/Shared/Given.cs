using System.Text;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Tests.Shared;

/// <summary>Parts of sessions, with everything that a test does not care about filled in.</summary>
internal static class Given
{
    public static readonly TenantId Tenant = new(new Guid("11111111-1111-7111-8111-111111111111"));

    public static readonly OrganizationId Organization = new(new Guid("22222222-2222-7222-8222-222222222222"));

    public static OwnerId Owner(string name = "ada") => OwnerId.External(Organization, name);

    public static ToolSessionId SessionId(string tool = "github", string owner = "ada") => new(Tenant, Owner(owner), tool);

    /// <param name="expiresIn">Seconds from the start of the clock; null for a credential without an end.</param>
    public static StoredCredential Credential(int? expiresIn = null, bool isRefreshable = true, string scheme = "oauth2") => new(
        Guid.NewGuid(), scheme, Secret("credential"), ["repo"], expiresIn is { } seconds ? ManualTime.Start.AddSeconds(seconds) : null,
        isRefreshable, ManualTime.Start);

    public static PendingAuthorization Pending(string nonceHash, DateTimeOffset? expiresAt = null) => new(
        nonceHash, "oauth2", Secret("verifier"), "http://localhost:8000/auth/callback/github", null,
        expiresAt ?? ManualTime.Start + PendingAuthorization.Lifetime);

    public static SealedSecret Secret(string text) => new(Guid.Empty, [.. Encoding.UTF8.GetBytes(text)]);

    public static ToolSession Session(StoredCredential? credential = null)
    {
        var session = new ToolSession(ToolSessionSnapshot.Empty(SessionId()));
        if (credential is not null) session.Connect(credential, ManualTime.Start).Required();
        return session;
    }
}
