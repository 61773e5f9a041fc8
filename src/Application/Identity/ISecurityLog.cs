using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Identity;

/// <summary>Writes down what the guards of a system want to know. Events hold ids and codes, never secrets.</summary>
public interface ISecurityLog
{
    /// <summary>A callback was refused; nothing was stored.</summary>
    /// <param name="session">Null where the state could not be read.</param>
    void AuthorizationRefused(string tool, ToolSessionId? session, string code);

    /// <summary>A service refused the credential of a session for good.</summary>
    void CredentialRejected(ToolSessionId session);

    /// <summary>A tool, a redirect or a name led to an address that must not be reached.</summary>
    /// <param name="host">The host that was asked for.</param>
    void EgressRefused(string host, string reason);

    /// <summary>A request came with a key that is unknown, expired or revoked.</summary>
    /// <param name="address">The peer's IP address; null where there is none.</param>
    void ApiKeyRefused(string? address);

    /// <summary>A user signed in.</summary>
    void LoginSucceeded(LoginFacts login);

    /// <summary>A login failed.</summary>
    /// <param name="reason">Why, as the audit log has it.</param>
    void LoginFailed(LoginFacts login, string reason);

    /// <summary>A name was locked after too many failed logins.</summary>
    void AccountLocked(LoginFacts login);

    /// <summary>A refresh token came a second time; its session was ended.</summary>
    void RefreshTokenReused(LoginSessionId session, LoginFacts login);

    /// <summary>A request named another tenant than its token.</summary>
    void TenantMismatched(LoginFacts login);

    /// <summary>A stored secret was changed, or copied from another place: its tag does not fit under a key that is here.</summary>
    /// <param name="place">What the secret belongs to; no secret itself.</param>
    void SecretDamaged(TenantId tenant, string place);

    /// <summary>A webhook was refused; nothing was stored.</summary>
    /// <param name="service">Null where there is no such service or tenant.</param>
    /// <param name="code">Of the error.</param>
    void WebhookRefused(ServiceId? service, string? address, string code);
}

/// <summary>Whose login it is, and from where.</summary>
/// <param name="User">Null where there is no such account.</param>
/// <param name="Organization">The user's home organization, or the one that was signed in to; null where there is no such account.</param>
/// <param name="Address">The peer's IP address; null where there is none.</param>
public sealed record LoginFacts(TenantId Tenant, UserId? User, OrganizationId? Organization, string? Address);
