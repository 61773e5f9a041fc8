using System.Collections.Immutable;
using System.Security.Cryptography;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Access;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>Makes a service API key for an organization. The answer is the one time that the key is shown.</summary>
/// <param name="Organization">The organization's slug.</param>
/// <param name="Scopes">Of <see cref="ApiKeyScopes.All"/>; empty for <see cref="ApiKeyScopes.Default"/>.</param>
/// <param name="ExpiresAt">Null for a key without an end.</param>
public sealed record CreateApiKeyCommand(string TenantDomain, string Organization, string Name, ImmutableArray<string> Scopes, DateTimeOffset? ExpiresAt)
    : ICommand<NewApiKey>;

internal sealed class CreateApiKeyHandler(IOrganizationRepository organizations, IApiKeyRepository keys, TimeProvider time)
    : ICommandHandler<CreateApiKeyCommand, NewApiKey>
{
    public async Task<Result<NewApiKey>> Handle(CreateApiKeyCommand command, CancellationToken cancellationToken)
    {
        if ((await organizations.FindBySlugAsync(command.TenantDomain, command.Organization, cancellationToken))
            .Failed(out var error, out var organization)) return error;
        var now = time.GetUtcNow();
        var created = ApiKey.Create(
            new ApiKeyId(Guid.CreateVersion7(now)), organization.TenantId, organization.Id, command.Name, command.Scopes, command.ExpiresAt,
            RandomNumberGenerator.GetBytes(32), now);
        if (created.Failed(out error, out var key)) return error;
        await keys.AddAsync(key.Key, cancellationToken);
        return key;
    }
}
