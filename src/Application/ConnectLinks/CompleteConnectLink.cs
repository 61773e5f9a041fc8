using FluentValidation;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ConnectLinks;

/// <summary>
/// Stores what a connect link holds with its session: the application says that the browser which finished is that of its own visitor. The code is good once.
/// </summary>
/// <param name="Caller">Links of other organizations are not found.</param>
/// <param name="Code">What the browser brought to the link's <c>return_url</c>.</param>
public sealed record CompleteConnectLinkCommand(ConnectionCaller.Service Caller, ConnectLinkId Link, string Code) : ICommand<ConnectLinkView>
{
    public override string ToString() => $"{nameof(CompleteConnectLinkCommand)} {Link}";
}

internal sealed class CompleteConnectLinkValidator : AbstractValidator<CompleteConnectLinkCommand>
{
    public CompleteConnectLinkValidator() => RuleFor(command => command.Code).NotEmpty().MaximumLength(200);
}

internal sealed class CompleteConnectLinkHandler(
    IUnitsOfWork units, IToolSessions sessions, IRevocationQueue revocations, IConnectUrlCache connectUrls, ToolSessionRecords records, TimeProvider time)
    : ICommandHandler<CompleteConnectLinkCommand, ConnectLinkView>
{
    public async Task<Result<ConnectLinkView>> Handle(CompleteConnectLinkCommand command, CancellationToken cancellationToken)
    {
        if ((await ReleaseAsync(command, cancellationToken)).Failed(out var error, out var released)) return error;
        var (link, credential) = released;
        var id = link.SessionFor(link.Tool!);
        connectUrls.Forget(id);
        // The code is spent: a caller that hangs up now must not cost the person the connection.
        if ((await sessions.ConnectAsync(id, credential, null, CancellationToken.None)).Failed(out error, out _))
        {
            await revocations.AddAsync(id, credential, CancellationToken.None);
            return error;
        }
        await records.WriteAsync(id, ToolSessionRecords.Connected, null, CancellationToken.None);
        return ConnectLinkView.Of(link, time.GetUtcNow());
    }

    private async Task<Result<(ConnectLink Link, StoredCredential Credential)>> ReleaseAsync(
        CompleteConnectLinkCommand command, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if (await work.ConnectLinks.FindAsync(command.Link, cancellationToken) is not { } link || link.OrganizationId != command.Caller.Organization)
            return ConnectLinkErrors.NotFound;
        if (link.Release(command.Code, time.GetUtcNow()).Failed(out var error, out var credential)) return error;
        work.Record(new AuditEvent(command.Caller.Actor, AuditActions.ConnectLinkCompleted, AuditResources.ConnectLink, link.Id.ToString(), link.OrganizationId)
            .With("owner", link.FindOwner().Name).With("tool", link.Tool!));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : (link, credential);
    }
}
