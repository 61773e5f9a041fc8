namespace ModuleX.Domain.Catalog;

/// <summary>Hosts as manifests and settings name them: one host, or <c>*.example.com</c> for every subdomain of it.</summary>
public static class HostPattern
{
    public static bool Matches(string pattern, string host) =>
        pattern.StartsWith("*.", StringComparison.Ordinal)
            ? host.Length > pattern.Length - 1 && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
            : string.Equals(pattern, host, StringComparison.OrdinalIgnoreCase);
}
