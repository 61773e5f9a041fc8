namespace ModuleX.Application.ConnectLinks;

/// <summary>How people connect tools through pages: the section <c>Connections</c>.</summary>
public sealed class ConnectLinkOptions
{
    public const string Section = "Connections";

    /// <summary>Whether documents 1 and 2, and errors that only a person can mend, hand out connect links in the place of the services' addresses.</summary>
    public bool BindBrowser { get; set; }

    /// <summary>Where connect links may send people back to, for organizations whose settings have no <c>return_origins</c>.</summary>
    public IList<string> ReturnOrigins { get; } = [];
}
