using System.Collections.Concurrent;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Tests.Shared.Ports;

/// <summary>What would have been written for those who guard the system, a line an event.</summary>
internal sealed class SecurityLogInMemory : ISecurityLog
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<(string Host, string Reason)> _egressRefusals = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public IReadOnlyList<(string Host, string Reason)> EgressRefusals => [.. _egressRefusals];

    public void AuthorizationRefused(string tool, ToolSessionId? session, string code) =>
        _lines.Enqueue($"authorization refused: {tool} {session?.Owner.Name ?? "?"} {code}");

    public void CredentialRejected(ToolSessionId session) => _lines.Enqueue($"credential rejected: {session.Tool} {session.Owner.Name}");

    public void EgressRefused(string host, string reason)
    {
        _lines.Enqueue($"egress refused: {host} {reason}");
        _egressRefusals.Enqueue((host, reason));
    }

    public void ApiKeyRefused(string? address) => _lines.Enqueue($"key refused: {address}");

    public void LoginSucceeded(LoginFacts login) => _lines.Enqueue("login succeeded");

    public void LoginFailed(LoginFacts login, string reason) => _lines.Enqueue($"login failed: {reason}");

    public void AccountLocked(LoginFacts login) => _lines.Enqueue("account locked");

    public void RefreshTokenReused(LoginSessionId session, LoginFacts login) => _lines.Enqueue("refresh token reused");

    public void TenantMismatched(LoginFacts login) => _lines.Enqueue("tenant mismatched");

    public void SecretDamaged(TenantId tenant, string place) => _lines.Enqueue($"secret damaged: {place}");

    public void WebhookRefused(ServiceId? service, string? address, string code) => _lines.Enqueue($"webhook refused: {code}");
}
