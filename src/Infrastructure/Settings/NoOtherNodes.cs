using ModuleX.Application.Configuration;

namespace ModuleX.Infrastructure.Settings;

/// <summary>The embedded server is alone.</summary>
internal sealed class NoOtherNodes : IOtherNodes
{
    public Task ReloadSettingsAsync() => Task.CompletedTask;
}
