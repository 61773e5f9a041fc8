namespace ModuleX.Infrastructure.Runs.Egress;

/// <summary>
/// The address must not be called. An exception, because it has to cross the HTTP stack from the connect callback to the caller,
/// who turns it into an error value.
/// </summary>
internal sealed class EgressRefusedException(string host) : Exception("The address is not allowed on this server.")
{
    /// <summary>The name that was asked for.</summary>
    public string Host { get; } = host;

    /// <summary>The refusal inside of what the HTTP stack made of it; null when the cause was another one.</summary>
    public static EgressRefusedException? Find(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is EgressRefusedException refused) return refused;
        }
        return null;
    }
}
