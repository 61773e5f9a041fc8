using ModuleX.Application.Organizations;
using ModuleX.Application.Pipeline;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ConnectLinks;

/// <summary>Knows whose connections a caller may have made: a service's external owners', a person's own, and members' for those who administer them.</summary>
internal sealed class LinkOwners(IMembers members)
{
    /// <param name="name">An external owner's name, or a member's id; null for the person who calls.</param>
    public async Task<Result<OwnerId>> FindAsync(ConnectionCaller caller, string? name, CancellationToken cancellationToken) => caller switch
    {
        ConnectionCaller.Service => name is null ? Invalid("is required with a service key") : External(caller.Organization, name),
        ConnectionCaller.Person person => await FindAsync(person, name, cancellationToken),
        _ => throw new InvalidOperationException("There is no other caller."),
    };

    /// <param name="name">As in <see cref="FindAsync(ConnectionCaller, string, CancellationToken)"/>; null also for all external owners of a service.</param>
    public async Task<Result<ConnectLinkScope>> ScopeAsync(ConnectionCaller caller, string? name, CancellationToken cancellationToken)
    {
        if (caller is ConnectionCaller.Service && name is null) return new ConnectLinkScope(caller.Organization, null);
        return (await FindAsync(caller, name, cancellationToken)).Failed(out var error, out var owner) ? error
            : new ConnectLinkScope(caller.Organization, owner);
    }

    private static Result<OwnerId> External(OrganizationId organization, string name) =>
        string.IsNullOrWhiteSpace(name) || name.Length > OwnerId.MaximumNameLength || name.Any(char.IsControl)
            ? Invalid($"must have 1 to {OwnerId.MaximumNameLength} characters, and no control characters") : OwnerId.External(organization, name);

    private async Task<Result<OwnerId>> FindAsync(ConnectionCaller.Person person, string? name, CancellationToken cancellationToken)
    {
        var caller = person.Caller;
        if (name is null) return OwnerId.User(caller.User.Value);
        if (!Guid.TryParse(name, out var id)) return Invalid("must be the id of a member");
        if (id == caller.User.Value) return OwnerId.User(id);
        if (!caller.MayAdminister(person.In)) return IdentityErrors.RoleTooLow("Organization admin");
        var memberships = await members.ListOfUserAsync(caller.Tenant, new UserId(id), cancellationToken);
        return memberships.Any(one => one.Id == person.In) ? OwnerId.User(id) : OrganizationErrors.MemberNotFound;
    }

    private static Error Invalid(string what) => ValidationErrors.Invalid([new Problem("/owner", $"owner {what}") { Rule = ProblemRule.ValueError }]);
}
