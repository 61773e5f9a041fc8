using System.Collections.Concurrent;
using ModuleX.Application.Ports;
using ModuleX.Domain.Sessions;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>Keeps what was refused.</summary>
internal sealed class SecurityLogFake : ISecurityLog
{
    private readonly ConcurrentQueue<(string Host, string Reason)> _refusals = new();

    public IReadOnlyList<(string Host, string Reason)> EgressRefusals => [.. _refusals];

    public void EgressRefused(string host, string reason) => _refusals.Enqueue((host, reason));

    public void AuthorizationRefused(string tool, ToolSessionId? session, string code)
    {
    }

    public void CredentialRejected(ToolSessionId session)
    {
    }

    public void ApiKeyRefused(string? address)
    {
    }
}
