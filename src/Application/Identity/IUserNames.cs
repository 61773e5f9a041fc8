using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Identity;

/// <summary>Reads what documents call people by, deleted ones among them.</summary>
public interface IUserNames
{
    /// <summary>The names of those of the users that there are.</summary>
    Task<IReadOnlyDictionary<UserId, UserNameView>> ListAsync(TenantId tenant, IEnumerable<UserId> users, CancellationToken cancellationToken);
}
