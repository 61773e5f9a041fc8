namespace ModuleX.Application.ToolSessions;

/// <summary>How people connect tools: the setting <c>PublicUrl</c> and the section <c>Sessions</c>.</summary>
public sealed class ConnectionOptions
{
    /// <summary>The address at which browsers reach this server. Redirect URIs are made from it and never from request headers.</summary>
    public string PublicUrl { get; set; } = "http://localhost:8000";

    /// <summary>Whether a credential that a person types in is tried on the tool before it is stored. Only a clear refusal refuses it.</summary>
    public bool VerifyCredentials { get; set; } = true;

    /// <summary>Where a tool's authorization server sends the person back to.</summary>
    public string CallbackOf(string tool) => $"{PublicUrl.TrimEnd('/')}/auth/callback/{tool}";
}
