using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Tests.Fakes;

/// <summary>Looks at the rows each time.</summary>
internal sealed class AccountsInMemory(IToolSessionRepository repository) : IAccounts
{
    public async ValueTask<IReadOnlyList<Account>> ListAsync(TenantId tenant, OwnerId owner, string tool, CancellationToken cancellationToken) =>
        [.. (await repository.ListAsync(tenant, owner, tool, cancellationToken)).Select(session => session.ToAccount())];
}
