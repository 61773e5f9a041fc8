using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Configuration;

/// <summary>Whether the server runs with a settings file, and which one.</summary>
public sealed record GetSettingsFileQuery : IQuery<SettingsFileView>;

internal sealed class GetSettingsFileHandler(ISettingsFile file) : IQueryHandler<GetSettingsFileQuery, SettingsFileView>
{
    public Task<Result<SettingsFileView>> Handle(GetSettingsFileQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<Result<SettingsFileView>>(file.Describe());
}
