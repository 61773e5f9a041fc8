using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>The permissions of the caller's tenant, by resource and name.</summary>
/// <param name="Search">A part of the name or description, without regard to case; null for all.</param>
/// <param name="Resource">The whole resource, without regard to case; null for all.</param>
/// <param name="Action">The whole action, without regard to case; null for all.</param>
public sealed record ListPermissionsQuery(Caller Caller, string? Search, string? Resource, string? Action) : IQuery<IReadOnlyList<PermissionView>>;

internal sealed class ListPermissionsHandler(IRoleDirectory roles) : IQueryHandler<ListPermissionsQuery, IReadOnlyList<PermissionView>>
{
    // Super admins write them one by one, so they are few: filtered here, they are compared alike on every database.
    public async Task<Result<IReadOnlyList<PermissionView>>> Handle(ListPermissionsQuery query, CancellationToken cancellationToken) =>
        (await roles.ListPermissionsAsync(query.Caller.Tenant, cancellationToken))
            .Where(permission => query.Search is null || Has(permission.Name, query.Search) || Has(permission.Description, query.Search))
            .Where(permission => Is(permission.Resource, query.Resource) && Is(permission.Action, query.Action))
            .OrderBy(permission => permission.Resource, StringComparer.Ordinal).ThenBy(permission => permission.Name, StringComparer.Ordinal)
            .Select(PermissionView.Of).ToList();

    private static bool Has(string? text, string part) => text?.Contains(part.Trim(), StringComparison.OrdinalIgnoreCase) == true;

    private static bool Is(string text, string? wanted) => wanted is null || text.Equals(wanted.Trim(), StringComparison.OrdinalIgnoreCase);
}
