using Microsoft.Extensions.Logging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Sessions;

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

    [LoggerMessage(1, LogLevel.Warning, "Refused the authorization callback of {Tool} for session {SessionId}: {Code}", EventName = "authorization_refused")]
    private partial void LogAuthorizationRefused(string tool, ToolSessionId? sessionId, string code);

    [LoggerMessage(2, LogLevel.Warning, "The service refused the credential of session {SessionId} for good", EventName = "credential_rejected")]
    private partial void LogCredentialRejected(ToolSessionId sessionId);

    [LoggerMessage(3, LogLevel.Warning, "Refused to connect to {Host}: {Reason}", EventName = "egress_refused")]
    private partial void LogEgressRefused(string host, string reason);

    [LoggerMessage(4, LogLevel.Warning, "Refused an API key from {Address}", EventName = "api_key_refused")]
    private partial void LogApiKeyRefused(string? address);
}
