namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>How authorization servers are asked. Section <c>Sessions</c>.</summary>
internal sealed class TokenRequestOptions
{
    public const string Section = "Sessions";

    /// <summary>How long a token endpoint may take for a whole answer.</summary>
    public TimeSpan TokenTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
