using ModuleX.Application.Identity;
using ModuleX.Application.Records;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Security;

namespace ModuleX.Infrastructure.Records;

/// <summary>Keeps security events as records, beside the lines in the log.</summary>
internal sealed class RecordedSecurityLog(LoggerSecurityLog log, IRecords records, TimeProvider time) : ISecurityLog
{
    public void AuthorizationRefused(string tool, ToolSessionId? session, string code)
    {
        log.AuthorizationRefused(tool, session, code);
        var entry = EntryOf(session?.Tenant ?? default, SecurityEvents.CallbackRefused, $"Refused an authorization callback of {tool}: {code}");
        entry.ToolName = tool;
        entry.UserId = session?.Owner.Name;
        entry.OrganizationId = session?.Owner.FindOrganization();
        Write(entry);
    }

    public void CredentialRejected(ToolSessionId session)
    {
        log.CredentialRejected(session);
        var entry = EntryOf(session.Tenant, SecurityEvents.CredentialRejected, $"A credential of {session.Tool} is refused for good");
        entry.ToolName = session.Tool;
        entry.UserId = session.Owner.Name;
        entry.OrganizationId = session.Owner.FindOrganization();
        Write(entry);
    }

    public void EgressRefused(string host, string reason)
    {
        log.EgressRefused(host, reason);
        // Sockets are opened for the next request, so no caller can be named here; the run that failed has its own records.
        Write(EntryOf(default(TenantId), SecurityEvents.EgressRefused, $"Refused to connect to {host}: {reason}"));
    }

    public void ApiKeyRefused(string? address)
    {
        log.ApiKeyRefused(address);
        var entry = EntryOf(default(TenantId), SecurityEvents.ApiKeyRefused, "Refused an API key");
        entry.IpAddress = address;
        Write(entry);
    }

    public void LoginSucceeded(LoginFacts login)
    {
        log.LoginSucceeded(login);
        var entry = EntryOf(login, SecurityEvents.LoginSucceeded, "Signed in");
        entry.Level = RecordLevel.Info;
        entry.Success = true;
        Write(entry);
    }

    public void LoginFailed(LoginFacts login, string reason)
    {
        log.LoginFailed(login, reason);
        var entry = EntryOf(login, SecurityEvents.LoginFailed, "Failed login attempt");
        entry.Details = reason;
        Write(entry);
    }

    public void AccountLocked(LoginFacts login)
    {
        log.AccountLocked(login);
        Write(EntryOf(login, SecurityEvents.AccountLocked, "Account locked after too many failed login attempts"));
    }

    public void RefreshTokenReused(LoginSessionId session, LoginFacts login)
    {
        log.RefreshTokenReused(session, login);
        var entry = EntryOf(login, SecurityEvents.TokenReused, "A used refresh token came again; its session was ended");
        entry.Level = RecordLevel.Critical;
        entry.Details = $"session {session}";
        Write(entry);
    }

    public void TenantMismatched(LoginFacts login)
    {
        log.TenantMismatched(login);
        Write(EntryOf(login, SecurityEvents.TenantMismatched, "A request named another tenant than its token"));
    }

    public void WebhookRefused(ServiceId? service, string? address, string code)
    {
        log.WebhookRefused(service, address, code);
        var entry = EntryOf(default(TenantId), SecurityEvents.WebhookRefused, $"Refused a webhook: {code}");
        entry.IpAddress = address;
        entry.Details = service?.ToString();
        Write(entry);
    }

    public void SecretDamaged(TenantId tenant, string place)
    {
        log.SecretDamaged(tenant, place);
        var entry = EntryOf(tenant, SecurityEvents.SecretDamaged, "A stored secret was changed outside of ModuleX, or copied from another place");
        entry.Level = RecordLevel.Critical;
        entry.Details = place;
        Write(entry);
    }

    private RecordEntry EntryOf(LoginFacts login, string name, string message)
    {
        var entry = EntryOf(login.Tenant, name, message);
        entry.UserId = login.User?.ToString();
        entry.OrganizationId = login.Organization;
        entry.IpAddress = login.Address;
        return entry;
    }

    private RecordEntry EntryOf(TenantId tenant, string name, string message) => new()
    {
        TenantId = tenant,
        Kind = RecordKind.Security,
        Level = RecordLevel.Warning,
        At = time.GetUtcNow(),
        Category = RecordCategories.Security,
        Code = name,
        Message = message,
        Success = false,
    };

    /// <summary>One that finds no room waits for it in the channel; the request that caused it does not.</summary>
    private void Write(RecordEntry entry) => _ = records.WriteAsync(entry, CancellationToken.None).AsTask();
}
