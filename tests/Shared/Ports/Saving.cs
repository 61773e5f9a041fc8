using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Tests.Shared.Ports;

/// <summary>Saving sessions where it does not matter what was stored before.</summary>
internal static class Saving
{
    public static Task<Result<ToolSessionSnapshot>> SaveAsync(
        this IToolSessionRepository repository, ToolSessionSnapshot session, CancellationToken cancellationToken) =>
        repository.SaveAsync(ToolSessionSnapshot.Empty(session.Id), session, cancellationToken);
}
