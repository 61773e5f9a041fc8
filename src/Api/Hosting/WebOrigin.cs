namespace ModuleX.Api.Hosting;

/// <summary>Origins as browsers write them (RFC 6454, section 6.2).</summary>
internal static class WebOrigin
{
    /// <summary>Scheme, host and port of an address, the port where it is not the scheme's own; null for what is no address of the web.</summary>
    public static string? Of(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.GetLeftPart(UriPartial.Authority) : null;
}
