using System.Diagnostics;
using ModuleX.Application.Operations;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Operations;

/// <summary>The embedded server is the only node.</summary>
internal sealed class OwnNode(ProcessIdentity process, TimeProvider time) : INodes
{
    public static string Version { get; } = typeof(OwnNode).Assembly.GetName().Version!.ToString(3);

    private static readonly DateTimeOffset StartedAt = StartOfProcess();

    public Task<Result<NodesView>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<Result<NodesView>>(new NodesView(
        [new NodeView(process.Id.ToString(), Environment.MachineName, null, Version, "active", StartedAt, time.GetUtcNow(), IsSelf: true)]));

    private static DateTimeOffset StartOfProcess()
    {
        using var process = Process.GetCurrentProcess();
        return new DateTimeOffset(process.StartTime.ToUniversalTime(), TimeSpan.Zero);
    }
}
