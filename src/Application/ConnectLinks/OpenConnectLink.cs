using ModuleX.Application.Catalog;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.ConnectLinks;

/// <summary>Shows a connect link to the browser in which it was opened. Changes nothing: scanners of mail open links, too.</summary>
/// <param name="Browser">The value of the browser's cookie; null where it has none.</param>
/// <param name="Person">The person who is signed in; null if there is none.</param>
public sealed record OpenConnectLinkQuery(string Token, string? Browser, UserId? Person) : IQuery<OpenedConnectLinkView>
{
    public override string ToString() => nameof(OpenConnectLinkQuery);
}

/// <summary>A connect link as the person sees it.</summary>
/// <param name="TenantDomain">Where the person signs in.</param>
/// <param name="State">As of now.</param>
/// <param name="IsMine">It is bound to this browser.</param>
/// <param name="Access">Why the person before this browser may not use it; null where they may.</param>
/// <param name="OwnerName">Whose connection it will be: the e-mail address of a person who is signed in, or the application's name for its own.</param>
/// <param name="ConnectedName">What it has connected, as people call it; null for nothing.</param>
/// <param name="Tools">What can be connected; empty where <paramref name="Access"/> says why not.</param>
public sealed record OpenedConnectLinkView(
    ConnectLink Link, string OrganizationName, string TenantDomain, ConnectLinkState State, bool IsMine, Error? Access, string OwnerName,
    string? ConnectedName, IReadOnlyList<ConnectableTool> Tools);

internal sealed class OpenConnectLinkHandler(
    IConnectLinkTokens tokens, IOrganizationRepository organizations, IReader<User> users, IToolCatalog catalog, ConnectableTools tools, TimeProvider time)
    : IQueryHandler<OpenConnectLinkQuery, OpenedConnectLinkView>
{
    public async Task<Result<OpenedConnectLinkView>> Handle(OpenConnectLinkQuery query, CancellationToken cancellationToken)
    {
        if (await tokens.FindAsync(ConnectLink.HashOf(query.Token), cancellationToken) is not { Link: var link } found) return ConnectLinkErrors.NotFound;
        if (await organizations.FindAsync(link.TenantId, link.OrganizationId, cancellationToken) is not { IsActive: true } organization)
            return ConnectLinkErrors.NotFound;
        var access = AccessOf(link, query.Person);
        var state = link.StateAt(time.GetUtcNow());
        var offered = access is null && state is ConnectLinkState.Open or ConnectLinkState.Bound or ConnectLinkState.Failed
            ? await tools.ListAsync(link, cancellationToken) : [];
        return new OpenedConnectLinkView(link, organization.Name, found.TenantDomain, state, link.IsBoundTo(query.Browser), access,
            await NameAsync(link, access, cancellationToken), NameOf(link.Tool), offered);
    }

    /// <summary>Who may not use the link does not learn whose it is.</summary>
    private async Task<string> NameAsync(ConnectLink link, Error? access, CancellationToken cancellationToken)
    {
        if (link.FindOwner().FindUser() is not { } person) return link.FindOwner().Name;
        return access is null && await users.FindAsync(link.TenantId, new UserByIdSpec(person), cancellationToken) is { } user ? user.Email : "";
    }

    private string? NameOf(string? tool) => tool is null ? null : catalog.FindTool(tool).Failed(out _, out var found) ? tool : found.DisplayName;

    /// <summary>A link for a person is theirs alone; one for an external owner is the application's to judge, at its completion.</summary>
    public static Error? AccessOf(ConnectLink link, UserId? person) => (link.FindOwner().FindUser(), person) switch
    {
        (null, _) => null,
        (_, null) => ConnectLinkErrors.SignIn,
        var (owner, signedIn) => owner == signedIn ? null : ConnectLinkErrors.OtherPerson,
    };
}
