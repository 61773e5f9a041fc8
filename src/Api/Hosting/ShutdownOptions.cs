namespace ModuleX.Api.Hosting;

/// <summary>Section <c>Shutdown</c>.</summary>
internal sealed class ShutdownOptions
{
    /// <summary>How long executions that are under way may go on when the server is told to stop.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
