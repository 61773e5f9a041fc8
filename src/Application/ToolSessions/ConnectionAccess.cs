using ModuleX.Application.Catalog;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// Which connections a caller may see and change: a backend those of its organization's external owners, a person the own ones, and who administers the
/// organization also those of its members; what is shared is seen by those who may use it and changed by those who may share. Another's is not there.
/// </summary>
internal sealed class ConnectionAccess(IConnectionReader connections, IMembers members, IToolCatalog catalog, TimeProvider time)
{
    /// <summary>Whose connections a call is about. Invalid: a backend names no owner, or the name is no id. NotFound: no member of the organization.</summary>
    /// <param name="named">Null for none.</param>
    public async Task<Result<OwnerId>> OwnerOfAsync(ConnectionCaller caller, string? named, CancellationToken cancellationToken)
    {
        if (caller is ConnectionCaller.Service service) return ExternalOwner(service, named);
        var person = ((ConnectionCaller.Person)caller).Caller;
        if (named is null || named == person.User.ToString()) return OwnerId.User(person.User.Value);
        if (!Guid.TryParseExact(named, "D", out var id)) return ConnectionErrors.OwnerInvalid("must be the id of a user");
        if (!caller.MayShare) return ConnectionErrors.OwnerForbidden;
        return await IsMemberAsync(caller, new UserId(id), cancellationToken) ? OwnerId.User(id) : IdentityErrors.UserNotFound;
    }

    /// <summary>The connection that has this id. NotFound: there is none, or none that the caller may see.</summary>
    public async Task<Result<StoredConnection>> FindAsync(ConnectionCaller caller, Guid connection, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(caller.Tenant, connection, cancellationToken) is not { } found) return ToolSessionErrors.ConnectionNotFound;
        return await MaySeeAsync(caller, found.Session, cancellationToken) ? found : ToolSessionErrors.ConnectionNotFound;
    }

    /// <summary>As <see cref="FindAsync"/>. Forbidden: the caller may use it and not change it.</summary>
    public async Task<Result<StoredConnection>> FindToChangeAsync(ConnectionCaller caller, Guid connection, CancellationToken cancellationToken)
    {
        if ((await FindAsync(caller, connection, cancellationToken)).Failed(out var error, out var found)) return error;
        return found.Session.Id.Owner.IsOrganization && !caller.MayShare ? ConnectionErrors.SharingForbidden : found;
    }

    public ConnectionView ViewOf(StoredConnection connection) => ConnectionView.Of(
        connection, time.GetUtcNow(), catalog.FindTool(connection.Session.Id.Tool).Failed(out _, out var tool) ? TimeSpan.Zero : tool.ExpiryLeeway);

    /// <summary>Whether a shared connection is one that the caller may use, or that is the caller's to manage.</summary>
    public static bool Admits(ConnectionCaller caller, ToolSessionSnapshot shared) => caller.MayShare || (caller is ConnectionCaller.Person person
        && person.Caller.UserIn(person.In) is var user && shared.ToAccount().Admits(user.Owner, user.Roles));

    private async Task<bool> MaySeeAsync(ConnectionCaller caller, ToolSessionSnapshot session, CancellationToken cancellationToken)
    {
        var owner = session.Id.Owner;
        if (owner.FindOrganization() is { } organization)
        {
            if (organization != caller.Organization) return false;
            return owner.IsOrganization ? Admits(caller, session) : caller is ConnectionCaller.Service;
        }
        if (caller is not ConnectionCaller.Person person) return false;
        return owner.FindUser() == person.Caller.User || (caller.MayShare && await IsMemberAsync(caller, owner.FindUser()!.Value, cancellationToken));
    }

    private async Task<bool> IsMemberAsync(ConnectionCaller caller, UserId user, CancellationToken cancellationToken) =>
        (await members.ListOfUserAsync(caller.Tenant, user, cancellationToken)).Any(membership => membership.Id == caller.Organization);

    private static Result<OwnerId> ExternalOwner(ConnectionCaller.Service service, string? named)
    {
        if (string.IsNullOrWhiteSpace(named)) return ConnectionErrors.OwnerInvalid("is required: the person, by a name of your own choice");
        if (named.Length > OwnerId.MaximumNameLength) return ConnectionErrors.OwnerInvalid($"has more than {OwnerId.MaximumNameLength} characters");
        if (named.Any(char.IsControl)) return ConnectionErrors.OwnerInvalid("has control characters");
        return OwnerId.External(service.OfOrganization, named);
    }
}
