namespace ModuleX.Domain.ToolSessions;

/// <summary>What is to change of how a connection is called and used; null leaves a member as it is.</summary>
/// <param name="Name">1 to <see cref="MaximumNameLength"/> characters.</param>
/// <param name="Label">Changes nothing where its credential is no longer held.</param>
/// <param name="IsDefault">Whether runs that name no account use this one.</param>
public sealed record ConnectionChange(string? Name = null, AccountLabel? Label = null, bool? IsDefault = null, SharingRule? Sharing = null)
{
    public const int MaximumNameLength = 100;
    public const int MaximumLabelLength = 200;
}
