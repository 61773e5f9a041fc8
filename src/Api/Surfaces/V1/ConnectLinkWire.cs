using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.ConnectLinks;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Surfaces.V1;

/// <param name="Owner">
/// Whose connection it will be: with a service key an external user, by the caller's own name; with a person's token a member's id, for admins of the
/// organization. Without it the person who calls.
/// </param>
/// <param name="Tool">The tool to connect; without it and without `tools` every tool that can be connected.</param>
/// <param name="Tools">The tools to choose from.</param>
/// <param name="Account">Which of the owner's accounts of the tool; `default` without it.</param>
/// <param name="Scopes">Fewer OAuth scopes than the tool asks for; without it all of those.</param>
/// <param name="ReturnUrl">
/// Where the person goes afterwards. Its origin must be one of the organization's `return_origins`. Required for external owners.
/// </param>
/// <param name="State">Comes back to `return_url` as it is.</param>
/// <param name="Language">Of the pages, as in `de`; without it the browser's.</param>
/// <param name="Display">`popup` where the page stands in a window that the application closes.</param>
/// <param name="ExpiresIn">For how many seconds the link can be used.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CreateConnectLinkRequest(
    [property: MaxLength(OwnerId.MaximumNameLength)] string? Owner = null,
    [property: MaxLength(64)] string? Tool = null,
    [property: MaxLength(100), Items(200)] IReadOnlyList<string>? Tools = null,
    [property: RegularExpression("^[a-z0-9-]{1,32}$"), MaxLength(AccountName.MaximumLength)] string? Account = null,
    [property: MaxLength(100), Items(200)] IReadOnlyList<string>? Scopes = null,
    [property: MaxLength(2000)] string? ReturnUrl = null,
    [property: MaxLength(500)] string? State = null,
    [property: MaxLength(20)] string? Language = null,
    [property: AllowedValues("page", "popup")] string? Display = null,
    [property: Range(60, 3600)] int? ExpiresIn = null)
{
    /// <exception cref="InvalidRequestException">The display is none of the words.</exception>
    public ConnectLinkTerms ToTerms() => new(
        [.. (Tools ?? []).Concat(Tool is null ? [] : [Tool]).Distinct()], Account ?? ToolSessionId.DefaultAccount, [.. (Scopes ?? []).Distinct()], ReturnUrl,
        State, Language, IsPopup, ExpiresIn is { } seconds ? TimeSpan.FromSeconds(seconds) : ConnectLink.DefaultLifetime);

    private bool IsPopup => Display switch
    {
        null or "page" => false,
        "popup" => true,
        _ => throw new InvalidRequestException(RequestErrors.Invalid(
            "display must be page or popup", new Problem("/display", "must be page or popup") { Rule = ProblemRule.Enum, Input = Display })),
    };
}

/// <param name="Code">What the browser brought to `return_url`.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CompleteConnectLinkRequest([property: MaxLength(200)] string Code)
{
    public override string ToString() => "***";
}

/// <summary>What a link has connected.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Account">Which of the owner's accounts of it.</param>
internal sealed record LinkedConnectionResponse(string Tool, string Account);

/// <summary>Why the last try did not succeed.</summary>
/// <param name="Code">Stable, for programs: `authorization_denied` where the person refused.</param>
/// <param name="Detail">The same for people.</param>
internal sealed record ConnectLinkFailure(string Code, string Detail);

/// <summary>A link with which a person connects a tool.</summary>
/// <param name="OrganizationId">In whose name the person is asked.</param>
/// <param name="Owner">Whose connection it will be.</param>
/// <param name="Tools">The tools to choose from; empty for every one that can be connected.</param>
/// <param name="Account">Which of the owner's accounts of the tool.</param>
/// <param name="Scopes">The OAuth scopes that it asks for; empty for those of the tool.</param>
/// <param name="ReturnUrl">Where the person goes afterwards; null for nowhere.</param>
/// <param name="Language">Of the pages; null for the browser's.</param>
/// <param name="Display">`page` or `popup`.</param>
/// <param name="State">
/// `open`, `bound` to a browser, `failed` at the last try (the person can try again), `awaiting_completion` by the application, `completed` or `expired`.
/// </param>
/// <param name="Tool">The tool that was connected, or tried last; null before.</param>
/// <param name="Connection">Null until it is completed.</param>
/// <param name="Failure">Null where there was none.</param>
/// <param name="CompletedAt">Null until it is completed.</param>
internal sealed record ConnectLinkResponse(
    ConnectLinkId Id, OrganizationId OrganizationId, string Owner, IReadOnlyList<string> Tools, string Account, IReadOnlyList<string> Scopes,
    string? ReturnUrl, string? Language, [property: AllowedValues("page", "popup")] string Display,
    [property: AllowedValues("open", "bound", "failed", "awaiting_completion", "completed", "expired")] string State,
    string? Tool, LinkedConnectionResponse? Connection, ConnectLinkFailure? Failure, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt,
    DateTimeOffset? CompletedAt)
{
    public static ConnectLinkResponse Of(ConnectLinkView link) => new(
        link.Id, link.Organization, link.Owner.Name, link.Tools, link.Account, link.Scopes, link.ReturnUrl, link.Language, link.IsPopup ? "popup" : "page",
        WordOf(link.State), link.Tool, link.Connection is { } session ? new(session.Tool, session.Account) : null,
        link.Failure is { } failure ? new(failure.Code, failure.Message) : null, link.CreatedAt, link.ExpiresAt, link.CompletedAt);

    private static string WordOf(ConnectLinkState state) => state switch
    {
        ConnectLinkState.Open => "open",
        ConnectLinkState.Bound => "bound",
        ConnectLinkState.Failed => "failed",
        ConnectLinkState.AwaitingCompletion => "awaiting_completion",
        ConnectLinkState.Completed => "completed",
        _ => "expired",
    };
}

/// <summary>A link that was just made.</summary>
/// <param name="Url">What the person opens. It is shown this once.</param>
internal sealed record NewConnectLinkResponse(ConnectLinkId Id, string Url, DateTimeOffset ExpiresAt)
{
    public static NewConnectLinkResponse Of(NewConnectLinkView made) => new(made.Link.Id, made.Url, made.Link.ExpiresAt);

    public override string ToString() => Id.ToString();
}
