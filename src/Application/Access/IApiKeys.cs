using ModuleX.Domain.Access;

namespace ModuleX.Application.Access;

/// <summary>Knows the service API keys on the request's path: from memory, and never more than a second behind a revocation.</summary>
public interface IApiKeys
{
    /// <summary>The same as <see cref="FindAsync"/>, where memory knows the key; null where only the database can tell.</summary>
    ApiKey? FindInMemory(string plain);

    /// <summary>The key whose text this is; null when there is none, or it has ended or was revoked.</summary>
    ValueTask<ApiKey?> FindAsync(string plain, CancellationToken cancellationToken);
}
