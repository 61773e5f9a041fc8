using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Catalog;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ConnectLinks;

/// <summary>Makes connect links, for applications that ask for one and where links stand in the place of a service's address.</summary>
internal sealed class ConnectLinkMaker(
    IToolCatalog catalog, ConnectableTools connectable, IOAuthClients clients, IOrganizationRepository organizations, IHomeOrganizations homes,
    IUnitsOfWork units, IOptions<ConnectionOptions> connections, IOptions<ConnectLinkOptions> options, TimeProvider time)
{
    /// <summary>Whether documents 1 and 2 hand out links.</summary>
    public bool IsWanted => options.Value.BindBrowser;

    /// <summary>A link for one tool of an owner, with what the organization's settings say of where to return.</summary>
    public async Task<Result<MadeConnectLink>> MakeAsync(ToolSessionId id, CancellationToken cancellationToken)
    {
        var home = id.Owner.FindUser() is { } user ? await homes.FindAsync(id.Tenant, user, cancellationToken) : id.Owner.FindOrganization();
        if (home is not { } organization) return OrganizationErrors.ContextRequired;
        var terms = new ConnectLinkTerms([id.Tool], id.Account, [], null, null, null, IsPopup: false, ConnectLink.DefaultLifetime);
        return await MakeAsync(new Actor(id.Tenant, id.Owner.FindUser(), ClientFacts.None), organization, id.Owner, terms, cancellationToken);
    }

    /// <summary>Invalid: a tool, a scope or the address to return to can't be taken.</summary>
    public async Task<Result<MadeConnectLink>> MakeAsync(
        Actor by, OrganizationId organizationId, OwnerId owner, ConnectLinkTerms terms, CancellationToken cancellationToken)
    {
        if (await organizations.FindAsync(by.Tenant, organizationId, cancellationToken) is not { IsActive: true } organization)
            return OrganizationErrors.Unknown;
        if (WithReturn(terms, owner, ReturnPlaces.In(organization.Settings)).Failed(out var error, out var wanted)) return error;
        var made = ConnectLink.Create(
            new ConnectLinkId(Guid.CreateVersion7(time.GetUtcNow())), by.Tenant, organizationId, owner, wanted, RandomNumberGenerator.GetBytes(32),
            time.GetUtcNow());
        if (await CheckToolsAsync(made.Link, cancellationToken) is { } refusal) return refusal;
        await using var work = await units.BeginAsync(by.Tenant, cancellationToken);
        work.ConnectLinks.Add(made.Link);
        work.Record(new AuditEvent(by, AuditActions.ConnectLinkCreated, AuditResources.ConnectLink, made.Link.Id.ToString(), organizationId)
            .With("owner", owner.Name).With("tools", made.Link.Tools));
        if ((await work.CommitAsync(cancellationToken)).Failed(out error, out _)) return error;
        return new MadeConnectLink(made, $"{connections.Value.PublicUrl.TrimEnd('/')}/connect/{made.Token}");
    }

    private Result<ConnectLinkTerms> WithReturn(ConnectLinkTerms terms, OwnerId owner, ReturnPlaces places)
    {
        var wanted = terms with { ReturnUrl = terms.ReturnUrl ?? places.Default };
        if (wanted.ReturnUrl is { } url && !places.Allow(url, options.Value.ReturnOrigins))
            return ConnectLinkErrors.ReturnUrlRefused(places.Origins is null ? $"{ConnectLinkOptions.Section}:{nameof(ConnectLinkOptions.ReturnOrigins)}"
                : $"{ReturnPlaces.OriginsSetting} of the organization's settings");
        // Without a return address the application could not tell its own visitor from another person who was given the link.
        return wanted.ReturnUrl is null && owner.FindUser() is null ? ConnectLinkErrors.ReturnUrlRequired : wanted;
    }

    private async Task<Error?> CheckToolsAsync(ConnectLink link, CancellationToken cancellationToken)
    {
        var offered = await connectable.ListAsync(link, cancellationToken);
        foreach (var name in link.Tools)
        {
            if (catalog.FindTool(name).Failed(out var unknown, out var tool)) return unknown;
            if (offered.All(one => one.Tool.Name != name)) return await WhyNotAsync(link.SessionFor(name), tool, cancellationToken);
        }
        if (offered.Count == 0) return ConnectLinkErrors.NothingToConnect;
        var known = offered.SelectMany(one => one.Ways).SelectMany(way => way.OAuth?.Scopes ?? []).ToImmutableHashSet();
        return link.Scopes.FirstOrDefault(scope => !known.Contains(scope)) is { } other ? ConnectLinkErrors.ScopeUnknown(other) : null;
    }

    private async Task<Error> WhyNotAsync(ToolSessionId session, ToolDefinition tool, CancellationToken cancellationToken) =>
        tool.Auth.Any(way => way.Kind == AuthKind.OAuth2) && await clients.FindAsync(session, cancellationToken) is null
            ? AuthorizationErrors.ClientMissing(tool, connections.Value.CallbackOf(tool.Name)) : AuthorizationErrors.AuthUrlMissing(tool.Name);
}

/// <summary>A link and the address that the person opens, which is shown once.</summary>
public sealed record MadeConnectLink(NewConnectLink Made, string Url)
{
    public override string ToString() => Made.ToString();
}
