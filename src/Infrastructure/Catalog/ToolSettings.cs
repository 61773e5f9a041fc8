namespace ModuleX.Infrastructure.Catalog;

/// <summary>Section <c>Tools:&lt;name&gt;</c>: what an operator sets for one tool. Everything may be left out.</summary>
internal sealed class ToolSettings
{
    /// <summary>Moves the tool's server: a GitHub Enterprise, a self-hosted n8n, a test.</summary>
    public string? Server { get; set; }

    public string? AuthorizeUrl { get; set; }

    public string? TokenUrl { get; set; }

    public string? RevokeUrl { get; set; }

    /// <summary>Moves the request that is made once after connecting.</summary>
    public string? AfterConnectUrl { get; set; }

    /// <summary>The address that hands out credentials of a manual tool.</summary>
    public string? AuthUrl { get; set; }

    /// <summary>The id of this server as an OAuth client of the tool.</summary>
    public string? ClientId { get; set; }

    /// <summary>Its secret; null for a public client.</summary>
    public string? ClientSecret { get; set; }

    public override string ToString() => "***";
}

/// <summary>Section <c>Tools</c>, by the tool's name.</summary>
internal sealed class ToolsOptions : Dictionary<string, ToolSettings>
{
    public ToolsOptions()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }
}
