namespace ModuleX.Domain.ConnectLinks;

/// <summary>The origins (RFC 6454) to which a page of a connect link may send a person back.</summary>
public static class ReturnOrigin
{
    /// <summary>
    /// The origin of an address, as in <c>https://app.example.com</c>; null where it may not be returned to. Plain http is for programs on the person's own
    /// machine (RFC 8252, section 7.3): anywhere else the code would be readable on its way.
    /// </summary>
    public static string? Of(string address)
    {
        // Backslashes and blanks are read differently by browsers than here.
        if (address.Any(character => character is '\\' or <= ' ' || char.IsControl(character))) return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.Fragment.Length > 0) return null;
        return url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)
            ? $"{url.Scheme}://{(url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost)}{(url.IsDefaultPort ? "" : $":{url.Port}")}"
            : null;
    }

    /// <summary>Whether a text is an origin and nothing more, as a list of them holds it.</summary>
    public static bool IsOne(string text) => Of(text) == text;
}
