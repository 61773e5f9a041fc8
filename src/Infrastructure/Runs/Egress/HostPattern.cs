namespace ModuleX.Infrastructure.Runs.Egress;

/// <summary>A host, or <c>*.</c> and a host for every subdomain of it (not the host itself).</summary>
internal static class HostPattern
{
    public static bool Matches(string pattern, string host) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.Length > pattern.Length - 1 && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
