using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Audit;

/// <summary>What the caller has done, newest first, with the names of the users; for admins of the tenant, what all its users have done.</summary>
/// <param name="Filter">Its user is not looked at.</param>
/// <param name="Number">See <see cref="User.Number"/>; null for all who may be seen.</param>
public sealed record ListOwnAuditLogsQuery(Caller Caller, AuditFilter Filter, long? Number, PageRequest Page) : IQuery<Page<NamedAuditView>>;

/// <summary>Something that was recorded, and who did it.</summary>
/// <param name="User">Null for an unknown account and for the command line.</param>
/// <param name="Subject">The user whom it was done to; null where it was no user.</param>
public sealed record NamedAuditView(AuditView Entry, UserNameView? User, UserNameView? Subject);

internal sealed class ListOwnAuditLogsHandler(IAuditTrail trail, IReader<User> users, IUserNames userNames) : IQueryHandler<ListOwnAuditLogsQuery,
    Page<NamedAuditView>>
{
    public async Task<Result<Page<NamedAuditView>>> Handle(ListOwnAuditLogsQuery query, CancellationToken cancellationToken)
    {
        var (caller, wanted) = (query.Caller, (UserId?)null);
        if (query.Number is { } number)
        {
            wanted = (await users.FindAsync(caller.Tenant, new UserByNumberSpec(number), cancellationToken))?.Id;
            if (wanted is null || (!caller.IsSystemAdmin && wanted != caller.User)) return new Page<NamedAuditView>([], 0, query.Page);
        }
        var filter = query.Filter with { User = caller.IsSystemAdmin ? wanted : caller.User };
        var page = await trail.ListAsync(caller.Tenant, filter, query.Page, cancellationToken);
        var people = page.Items.Select(entry => entry.User).Concat(page.Items.Select(SubjectOf)).OfType<UserId>().ToHashSet();
        var names = await userNames.ListAsync(caller.Tenant, people, cancellationToken);
        return new Page<NamedAuditView>(
            [.. page.Items.Select(entry => new NamedAuditView(entry, NameOf(entry.User), NameOf(SubjectOf(entry))))], page.Total, page.Request);

        UserNameView? NameOf(UserId? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }

    private static UserId? SubjectOf(AuditView entry) =>
        entry.Resource == AuditResources.User && Guid.TryParse(entry.ResourceId, out var id) ? new UserId(id) : null;
}
