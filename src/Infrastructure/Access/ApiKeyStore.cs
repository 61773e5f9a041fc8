using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Access;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Access;

internal sealed class ApiKeyStore(ModuleXDbContext db) : IApiKeyStore
{
    public Task<ApiKey?> FindAsync(OrganizationId organization, ApiKeyId id, CancellationToken cancellationToken) =>
        db.ApiKeys.AsTracking().SingleOrDefaultAsync(key => key.Id == id && key.OrganizationId == organization, cancellationToken);

    public void Add(ApiKey key) => db.ApiKeys.Add(key);
}
