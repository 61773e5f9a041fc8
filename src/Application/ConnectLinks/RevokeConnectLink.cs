using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.ConnectLinks;

/// <summary>Deletes a connect link, used or not. What it holds is revoked; what it has connected stays.</summary>
/// <param name="Owner">As in <see cref="ListConnectLinksQuery"/>.</param>
public sealed record RevokeConnectLinkCommand(ConnectionCaller Caller, string? Owner, ConnectLinkId Link) : ICommand<Done>;

internal sealed class RevokeConnectLinkHandler(IUnitsOfWork units, LinkOwners owners, IRevocationQueue revocations)
    : ICommandHandler<RevokeConnectLinkCommand, Done>
{
    public async Task<Result<Done>> Handle(RevokeConnectLinkCommand command, CancellationToken cancellationToken)
    {
        if ((await owners.ScopeAsync(command.Caller, command.Owner, cancellationToken)).Failed(out var error, out var scope)) return error;
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if (await work.ConnectLinks.FindAsync(command.Link, cancellationToken) is not { } link || !scope.Reaches(link))
            return ConnectLinkErrors.NotFound;
        work.ConnectLinks.Remove(link);
        work.Record(new AuditEvent(command.Caller.Actor, AuditActions.ConnectLinkRevoked, AuditResources.ConnectLink, link.Id.ToString(), link.OrganizationId)
            .With("owner", link.FindOwner().Name));
        if ((await work.CommitAsync(cancellationToken)).Failed(out error, out var done)) return error;
        if (link.Held is { } held) await revocations.AddAsync(link.SessionFor(link.Tool!), held, CancellationToken.None);
        return done;
    }
}
