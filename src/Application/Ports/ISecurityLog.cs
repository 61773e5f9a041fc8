using ModuleX.Domain.Identity;
using ModuleX.Domain.Sessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Ports;

/// <summary>Writes down what somebody who guards the system wants to know. Events hold ids and codes, never secrets.</summary>
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

    /// <summary>A login failed.</summary>
    /// <param name="user">Null where there is no such account.</param>
    /// <param name="reason">Why, as the audit log has it.</param>
    void LoginFailed(TenantId tenant, UserId? user, string? address, string reason);

    /// <summary>A name was locked after too many failed logins.</summary>
    /// <param name="user">Null where there is no such account.</param>
    void AccountLocked(TenantId tenant, UserId? user, string? address);

    /// <summary>A refresh token came a second time; its session was ended.</summary>
    void RefreshTokenReused(LoginSessionId session, UserId user, string? address);

    /// <summary>A request named another tenant than its token.</summary>
    void TenantMismatched(TenantId tenant, UserId user, string? address);

    /// <summary>A webhook was refused; nothing was stored.</summary>
    /// <param name="service">Null where there is no such service or tenant.</param>
    /// <param name="code">Of the error.</param>
    void WebhookRefused(ServiceId? service, string? address, string code);
}
