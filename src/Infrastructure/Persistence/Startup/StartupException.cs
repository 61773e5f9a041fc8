namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>Why the program can't start, in words for the person who started it. The host prints the message without a stack trace and exits with 1.</summary>
public sealed class StartupException : Exception
{
    public StartupException()
    {
    }

    public StartupException(string message)
        : base(message)
    {
    }

    public StartupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>True where waiting may help: the database does not answer, or is still being made.</summary>
    public bool MayPass { get; init; }
}
