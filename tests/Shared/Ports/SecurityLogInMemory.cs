using System.Collections.Concurrent;
using ModuleX.Application.Ports;
using ModuleX.Domain.Sessions;

namespace ModuleX.Tests.Shared.Ports;

/// <summary>What would have been written for those who guard the system, a line an event.</summary>
internal sealed class SecurityLogInMemory : ISecurityLog
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void AuthorizationRefused(string tool, ToolSessionId? session, string code) => _lines.Enqueue($"authorization refused: {tool} {session?.Owner.Name ?? "?"} {code}");

    public void CredentialRejected(ToolSessionId session) => _lines.Enqueue($"credential rejected: {session.Tool} {session.Owner.Name}");

    public void EgressRefused(string host, string reason) => _lines.Enqueue($"egress refused: {host} {reason}");

    public void ApiKeyRefused(string? address) => _lines.Enqueue($"key refused: {address}");
}
