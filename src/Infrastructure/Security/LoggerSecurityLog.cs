using Microsoft.Extensions.Logging;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Infrastructure.Security;

/// <summary>Writes security events to the log under the category <c>ModuleX.Security</c>, with an event id each.</summary>
internal sealed partial class LoggerSecurityLog(ILoggerFactory loggers) : ISecurityLog
{
    /// <summary>The category, for filters and alarms.</summary>
    public const string Category = "ModuleX.Security";

    private readonly ILogger _logger = loggers.CreateLogger(Category);

    public void AuthorizationRefused(string tool, ToolSessionId? session, string code) => LogAuthorizationRefused(tool, session, code);

    public void CredentialRejected(ToolSessionId session) => LogCredentialRejected(session);

    public void EgressRefused(string host, string reason) => LogEgressRefused(host, reason);

    public void ApiKeyRefused(string? address) => LogApiKeyRefused(address);

    public void LoginSucceeded(LoginFacts login) => LogLoginSucceeded(login.User, login.Tenant, login.Address);

    public void LoginFailed(LoginFacts login, string reason) => LogLoginFailed(login.User, login.Tenant, login.Address, reason);

    public void AccountLocked(LoginFacts login) => LogAccountLocked(login.User, login.Tenant, login.Address);

    public void RefreshTokenReused(LoginSessionId session, LoginFacts login) => LogRefreshTokenReused(session, login.User, login.Address);

    public void TenantMismatched(LoginFacts login) => LogTenantMismatched(login.User, login.Tenant, login.Address);

    public void WebhookRefused(ServiceId? service, string? address, string code) => LogWebhookRefused(service, address, code);

    public void SecretDamaged(TenantId tenant, string place) => LogSecretDamaged(place, tenant);

    [LoggerMessage(1, LogLevel.Warning, "Refused the authorization callback of {Tool} for session {SessionId}: {Code}", EventName = "authorization_refused")]
    private partial void LogAuthorizationRefused(string tool, ToolSessionId? sessionId, string code);

    [LoggerMessage(2, LogLevel.Warning, "The credential of session {SessionId} is refused for good", EventName = "credential_rejected")]
    private partial void LogCredentialRejected(ToolSessionId sessionId);

    [LoggerMessage(3, LogLevel.Warning, "Refused to connect to {Host}: {Reason}", EventName = "egress_refused")]
    private partial void LogEgressRefused(string host, string reason);

    [LoggerMessage(4, LogLevel.Warning, "Refused an API key from {Address}", EventName = "api_key_refused")]
    private partial void LogApiKeyRefused(string? address);

    [LoggerMessage(5, LogLevel.Warning, "Login of user {UserId} in tenant {TenantId} failed from {Address}: {Reason}", EventName = "login_failed")]
    private partial void LogLoginFailed(UserId? userId, TenantId tenantId, string? address, string reason);

    [LoggerMessage(6, LogLevel.Warning, "Too many failed logins of user {UserId} in tenant {TenantId}, the last from {Address}: locked",
        EventName = "account_locked")]
    private partial void LogAccountLocked(UserId? userId, TenantId tenantId, string? address);

    [LoggerMessage(7, LogLevel.Warning,
        "A used refresh token of login session {LoginSessionId} of user {UserId} came from {Address}: the session is ended",
        EventName = "refresh_token_reused")]
    private partial void LogRefreshTokenReused(LoginSessionId loginSessionId, UserId? userId, string? address);

    [LoggerMessage(8, LogLevel.Warning, "User {UserId} of tenant {TenantId} named another tenant, from {Address}", EventName = "tenant_mismatched")]
    private partial void LogTenantMismatched(UserId? userId, TenantId tenantId, string? address);

    [LoggerMessage(9, LogLevel.Information, "User {UserId} of tenant {TenantId} signed in from {Address}", EventName = "login_succeeded")]
    private partial void LogLoginSucceeded(UserId? userId, TenantId tenantId, string? address);

    [LoggerMessage(10, LogLevel.Warning, "Refused a webhook for service {ServiceId} from {Address}: {Code}", EventName = "webhook_refused")]
    private partial void LogWebhookRefused(ServiceId? serviceId, string? address, string code);

    [LoggerMessage(
        11, LogLevel.Critical, "The stored secret {Place} of tenant {TenantId} was changed outside of ModuleX, or copied from another place",
        EventName = "secret_damaged")]
    private partial void LogSecretDamaged(string place, TenantId tenantId);
}
