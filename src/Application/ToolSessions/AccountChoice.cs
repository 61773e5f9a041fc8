using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Finds the account that a run or a change is about.</summary>
internal sealed class AccountChoice(IAccounts accounts)
{
    /// <summary>
    /// Null and Conflict as <see cref="Account.Choose"/> answers them. Invalid: the name can't be one of an account. NotFound: no connection of this id
    /// that the user may use.
    /// </summary>
    /// <param name="named">Null for none.</param>
    /// <param name="connection">The id of the one that is wanted; null for none.</param>
    public async ValueTask<Result<Account?>> FindAsync(ToolUser user, string tool, string? named, Guid? connection, CancellationToken cancellationToken)
    {
        if (named is not null && !AccountName.IsValid(named)) return ToolSessionErrors.AccountInvalid;
        var own = await accounts.ListAsync(user.Tenant, user.Owner, tool, cancellationToken);
        if (connection is { } wanted)
        {
            var found = own.FirstOrDefault(account => account.Connection == wanted)
                ?? (await SharedWithAsync(user, tool, cancellationToken)).FirstOrDefault(account => account.Connection == wanted);
            return found is null || (named is not null && named != found.Session.Account) ? ToolSessionErrors.ConnectionNotFound : found;
        }
        var chosen = Account.Choose(tool, named, own, []);
        // What is shared counts only where the owner has nothing that is meant; most runs need not look.
        if (user.Organization is null || chosen.Error is not null || !chosen.Failed(out _, out var mine) && mine is not null) return chosen;
        return Account.Choose(tool, named, own, await SharedWithAsync(user, tool, cancellationToken));
    }

    /// <summary>The accounts that the organization shares with a user.</summary>
    public async ValueTask<IReadOnlyList<Account>> SharedWithAsync(ToolUser user, string tool, CancellationToken cancellationToken)
    {
        if (user.Organization is not { } organization) return [];
        var shared = await accounts.ListAsync(user.Tenant, OwnerId.Organization(organization), tool, cancellationToken);
        return shared.Count == 0 ? shared : [.. shared.Where(account => account.Admits(user.Owner, user.Roles))];
    }

    /// <summary>
    /// The session of an own account, which need hold nothing. Conflict: none is named, and several are connected of which none is the default. Invalid: the
    /// name can't be one of an account.
    /// </summary>
    public async ValueTask<Result<ToolSessionId>> OwnAsync(AccountReference account, CancellationToken cancellationToken)
    {
        if (account.Account is { } named) return AccountName.IsValid(named) ? account.Usual : ToolSessionErrors.AccountInvalid;
        var own = await accounts.ListAsync(account.Tenant, account.Owner, account.Tool, cancellationToken);
        return Account.Choose(account.Tool, null, own, []).Failed(out var error, out var chosen) ? error : chosen?.Session ?? account.Usual;
    }
}
