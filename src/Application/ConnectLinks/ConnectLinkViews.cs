using System.Collections.Immutable;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ConnectLinks;

/// <summary>A connect link as the application that made it sees it.</summary>
/// <param name="Tool">The tool that was connected, or tried last; null before.</param>
/// <param name="Connection">What it connected; null until it is completed.</param>
/// <param name="Failure">Why the last try did not succeed; null where it did, or there was none.</param>
public sealed record ConnectLinkView(
    ConnectLinkId Id, OrganizationId Organization, OwnerId Owner, ImmutableArray<string> Tools, string Account, ImmutableArray<string> Scopes,
    string? ReturnUrl,
    string? Language, bool IsPopup, ConnectLinkState State, string? Tool, ToolSessionId? Connection, Error? Failure, DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt, DateTimeOffset? CompletedAt)
{
    public static ConnectLinkView Of(ConnectLink link, DateTimeOffset now) => new(
        link.Id, link.OrganizationId, link.FindOwner(), link.Tools, link.Account, link.Scopes, link.ReturnUrl, link.Language, link.IsPopup,
        link.StateAt(now), link.Tool, link.State == ConnectLinkState.Completed ? link.SessionFor(link.Tool!) : null,
        link.FailureCode is { } code ? new Error(ErrorKind.Invalid, code, link.FailureMessage!) : null, link.CreatedAt, link.ExpiresAt, link.CompletedAt);
}
