namespace ModuleX.Api.Hosting;

/// <summary>Section <c>Shutdown</c>.</summary>
internal sealed class ShutdownOptions
{
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long executions that are under way may go on when the server is told to stop.</summary>
    public TimeSpan Timeout { get; set; } = DefaultTimeout;
}
