namespace ModuleX.Infrastructure.Runs.Hosts;

/// <summary>Scheme, host and port: what a credential belongs to, and what resilience is counted by.</summary>
internal readonly record struct Origin(string Scheme, string Host, int Port)
{
    public static Origin Of(Uri uri) => new(uri.Scheme, uri.IdnHost, uri.Port);
}
