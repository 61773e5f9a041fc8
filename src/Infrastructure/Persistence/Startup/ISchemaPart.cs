namespace ModuleX.Infrastructure.Persistence.Startup;

/// <summary>Tables beside the model's own, that <c>database update</c> makes, too: those of a library that brings its own.</summary>
internal interface ISchemaPart
{
    /// <summary>The steps by name, in their order; none where this database does not need them.</summary>
    IReadOnlyList<string> Steps { get; }

    /// <summary>The steps that were made. The database is there.</summary>
    Task<IReadOnlyCollection<string>> GetAppliedAsync(CancellationToken cancellationToken);

    /// <summary>Makes the steps that are missing. The migrations are applied.</summary>
    Task ApplyAsync(CancellationToken cancellationToken);
}
