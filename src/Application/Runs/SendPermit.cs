using ModuleX.Domain.Results;

namespace ModuleX.Application.Runs;

/// <summary>Asked by the sender right before a request is written, each time it is sent; null lets it go, an error is the outcome of the whole.</summary>
public delegate ValueTask<Error?> SendPermit(CancellationToken cancellationToken);
