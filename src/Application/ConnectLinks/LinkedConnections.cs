using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Persistence;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ConnectLinks;

/// <summary>Puts a new credential where it belongs: into its session, or where a connect link asked for it, as the link's rules say.</summary>
internal sealed class LinkedConnections(
    IConnectLinkTokens tokens, IUnitsOfWork units, IToolSessions sessions, ToolSessionRecords records, TimeProvider time)
{
    /// <summary>The link of a token, if this browser may connect something with it now.</summary>
    public async Task<Result<ConnectLink>> AdmitAsync(LinkUse use, CancellationToken cancellationToken)
    {
        if (await tokens.FindAsync(ConnectLink.HashOf(use.Token), cancellationToken) is not { Link: var link }) return ConnectLinkErrors.NotFound;
        return link.Admit(use.Browser, time.GetUtcNow()).Failed(out var refusal, out _) ? refusal : link;
    }

    /// <summary>Stores the credential. Where it fails, nothing holds it: its tokens are the caller's to end.</summary>
    /// <param name="label">What the service calls the account; null where that is not known yet. A link that holds the credential does not keep it.</param>
    /// <param name="use">The link that it came by; null for none.</param>
    public async Task<Result<Done>> AcceptAsync(
        ToolSessionId id, StoredCredential credential, string? label, LinkUse? use, CancellationToken cancellationToken)
    {
        if (use is null) return await ConnectAsync(id, credential, label, cancellationToken);
        if ((await AdmitAsync(use, cancellationToken)).Failed(out var error, out var link)) return error;
        if (link.NeedsCompletion)
            return await ChangeAsync(link, stored => stored.Hold(id.Tool, use.Browser!, credential, time.GetUtcNow()), cancellationToken);
        // Used up first: of two callbacks of one link at the same time, one connects.
        if ((await ChangeAsync(link, stored => stored.Complete(id.Tool, use.Browser!, time.GetUtcNow()), cancellationToken)).Failed(out error, out _))
            return error;
        if (!(await ConnectAsync(id, credential, label, cancellationToken)).Failed(out error, out var done)) return done;
        await ChangeAsync(link, stored => Failed(stored, id.Tool, error), cancellationToken);
        return error;
    }

    /// <summary>Notes why a try did not succeed, if it came from the browser that the link is bound to: other browsers can't spoil a link.</summary>
    public async Task NoteAsync(LinkUse use, string tool, Error failure, CancellationToken cancellationToken)
    {
        if ((await AdmitAsync(use, cancellationToken)).Failed(out _, out var link)) return;
        // A lost race means that another try has ended meanwhile: that one counts.
        await ChangeAsync(link, stored => Failed(stored, tool, failure), cancellationToken);
    }

    /// <summary>Changes a link in a transaction, with the record of what became of it.</summary>
    public async Task<Result<Done>> ChangeAsync(ConnectLink link, Func<ConnectLink, Result<Done>> change, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(link.TenantId, cancellationToken);
        if (await work.ConnectLinks.FindAsync(link.Id, cancellationToken) is not { } stored) return ConnectLinkErrors.NotFound;
        var before = stored.State;
        if (change(stored).Failed(out var error, out var done)) return error;
        if (stored.State != before)
        {
            var actor = new Actor(link.TenantId, link.FindOwner().FindUser(), ClientFacts.None);
            work.Record(new AuditEvent(actor, ActionOf(stored.State), AuditResources.ConnectLink, link.Id.ToString(), link.OrganizationId)
                .With("owner", link.FindOwner().Name).With("tool", stored.Tool ?? ""));
        }
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : done;
    }

    private async Task<Result<Done>> ConnectAsync(ToolSessionId id, StoredCredential credential, string? label, CancellationToken cancellationToken)
    {
        if ((await sessions.ConnectAsync(id, credential, label, cancellationToken)).Failed(out var error, out var done)) return error;
        await records.WriteAsync(id, ToolSessionRecords.Connected, null, CancellationToken.None);
        return done;
    }

    private static Result<Done> Failed(ConnectLink link, string tool, Error failure)
    {
        link.Fail(tool, failure);
        return Done.Result;
    }

    private static string ActionOf(ConnectLinkState state) => state switch
    {
        ConnectLinkState.Bound => AuditActions.ConnectLinkBound,
        ConnectLinkState.Failed => AuditActions.ConnectLinkFailed,
        ConnectLinkState.AwaitingCompletion => AuditActions.ConnectLinkFinished,
        _ => AuditActions.ConnectLinkCompleted,
    };
}

/// <summary>A browser that uses a connect link.</summary>
/// <param name="Browser">The value of its cookie; null where it has none.</param>
internal sealed record LinkUse(string Token, string? Browser)
{
    public override string ToString() => "***";
}
