namespace ModuleX.Application.Configuration;

/// <summary>The other servers of a cluster. The embedded server has none.</summary>
public interface IOtherNodes
{
    /// <summary>
    /// Has each of them read its own settings file again. Never fails: what a node doesn't take, and a node that doesn't answer in some seconds, is
    /// in the log.
    /// </summary>
    Task ReloadSettingsAsync();
}
