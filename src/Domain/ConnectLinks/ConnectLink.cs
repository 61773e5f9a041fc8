using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Domain.ConnectLinks;

/// <summary>
/// An address that an application hands to a person to connect a tool. It is stored by its hash, belongs to the browser in which it is continued, is used up
/// by success alone, and never connects anything for an external owner until the application completes it.
/// </summary>
public sealed class ConnectLink
{
    /// <summary>What every token starts with, so that secret scanners find it.</summary>
    public const string Marker = "mxl_";

    /// <summary>How long a link can be used where nothing else is asked for.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(10);

    /// <summary>The longest that can be asked for.</summary>
    public static readonly TimeSpan MaximumLifetime = TimeSpan.FromHours(1);

    /// <summary>How long an application has at least to complete what a person has just finished.</summary>
    public static readonly TimeSpan CompletionTime = TimeSpan.FromMinutes(5);

    private const int RandomBytes = 32;

    private ConnectLink(ConnectLinkId id, TenantId tenantId, OrganizationId organizationId, string owner, string tokenHash, DateTimeOffset createdAt)
    {
        Id = id;
        TenantId = tenantId;
        OrganizationId = organizationId;
        Owner = owner;
        TokenHash = tokenHash;
        CreatedAt = createdAt;
    }

    public ConnectLinkId Id { get; private set; }

    public TenantId TenantId { get; private set; }

    /// <summary>In whose name people are asked.</summary>
    public OrganizationId OrganizationId { get; private set; }

    /// <summary><see cref="OwnerId.Value"/> of the future owner of the connection.</summary>
    public string Owner { get; private set; }

    /// <summary>The SHA-256 of the token in lower-case hex. It has 256 random bits, so a slow hash would add nothing.</summary>
    public string TokenHash { get; private set; }

    /// <summary>The tools that it offers; empty for all that can be connected.</summary>
    public ImmutableArray<string> Tools { get; private set; } = [];

    public string Account { get; private set; } = ToolSessionId.DefaultAccount;

    public ImmutableArray<string> Scopes { get; private set; } = [];

    public string? ReturnUrl { get; private set; }

    public string? ReturnState { get; private set; }

    public string? Language { get; private set; }

    public bool IsPopup { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>As stored; <see cref="StateAt"/> also knows the time.</summary>
    public ConnectLinkState State { get; private set; }

    /// <summary>The hash of the browser's cookie and this link's id; null until it is bound.</summary>
    public string? BrowserHash { get; private set; }

    /// <summary>The tool that was connected, or tried last; null before.</summary>
    public string? Tool { get; private set; }

    /// <summary>Why the last try did not succeed; null where it did, or there was none.</summary>
    public string? FailureCode { get; private set; }

    /// <summary>The sentence to <see cref="FailureCode"/>.</summary>
    public string? FailureMessage { get; private set; }

    /// <summary>The SHA-256 of the code that completes it; null where none is awaited.</summary>
    public string? CodeHash { get; private set; }

    /// <summary>What is held until completion, sealed for its session already; null before and after.</summary>
    public StoredCredential? Held { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>The concurrency token.</summary>
    public long Version { get; private set; }

    /// <summary>A new link and its token.</summary>
    /// <param name="random">32 random bytes.</param>
    public static NewConnectLink Create(
        ConnectLinkId id, TenantId tenant, OrganizationId organization, OwnerId owner, ConnectLinkTerms terms, ReadOnlySpan<byte> random, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(random.Length, RandomBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(terms.Lifetime, MaximumLifetime);
        var token = Marker + Base64Url.EncodeToString(random);
        var link = new ConnectLink(id, tenant, organization, owner.Value, HashOf(token), now)
        {
            Tools = terms.Tools,
            Account = terms.Account,
            Scopes = terms.Scopes,
            ReturnUrl = terms.ReturnUrl,
            ReturnState = terms.ReturnState,
            Language = terms.Language,
            IsPopup = terms.IsPopup,
            ExpiresAt = now + terms.Lifetime,
        };
        return new NewConnectLink(link, token);
    }

    /// <summary>The hash under which a token or a code is stored.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// The code that one browser brings back to the application. Made from the browser's cookie, so that it need not be stored: the page that returns can be
    /// loaded again, and no other browser can make it.
    /// </summary>
    /// <param name="browser">The cookie's value: 256 random bits.</param>
    public string CodeOf(string browser) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(browser), Encoding.UTF8.GetBytes($"completion:{Id}")));

    public OwnerId FindOwner() => OwnerId.Parse(Owner);

    /// <summary>The session that it connects.</summary>
    public ToolSessionId SessionFor(string tool) => new(TenantId, FindOwner(), tool, Account);

    /// <summary>True for an external owner: only the application knows who sits before the browser.</summary>
    public bool NeedsCompletion => FindOwner().FindUser() is null;

    public ConnectLinkState StateAt(DateTimeOffset now) =>
        State != ConnectLinkState.Completed && ExpiresAt <= now ? ConnectLinkState.Expired : State;

    /// <summary>Whether it belongs to the browser with this cookie.</summary>
    public bool IsBoundTo(string? browser) => browser is not null && BrowserHash is { } bound && IsSame(bound, BindingOf(browser));

    /// <summary>Gives the link to a browser; doing so twice with the same one changes nothing.</summary>
    public Result<Done> Bind(string browser, DateTimeOffset now)
    {
        if (RefusalAt(now) is { } refusal) return refusal;
        if (BrowserHash is not null) return IsBoundTo(browser) ? Done.Result : ConnectLinkErrors.OtherBrowser;
        (BrowserHash, State) = (BindingOf(browser), ConnectLinkState.Bound);
        return Done.Result;
    }

    /// <summary>Whether a browser may connect something with it now.</summary>
    public Result<Done> Admit(string? browser, DateTimeOffset now)
    {
        if (RefusalAt(now) is { } refusal) return refusal;
        if (BrowserHash is null) return ConnectLinkErrors.NotBound;
        return IsBoundTo(browser) ? Done.Result : ConnectLinkErrors.OtherBrowser;
    }

    /// <summary>Notes that a try was refused or failed. The link can be used again: a person who pressed the wrong button is not sent away.</summary>
    public void Fail(string tool, Error error)
    {
        (State, Tool, FailureCode) = (ConnectLinkState.Failed, tool, error.Code);
        FailureMessage = error.Message.Length > 500 ? error.Message[..500] : error.Message;
    }

    /// <summary>Uses it up: the tool is connected.</summary>
    public Result<Done> Complete(string tool, string browser, DateTimeOffset now)
    {
        if (Admit(browser, now).Failed(out var refusal, out _)) return refusal;
        Finish(ConnectLinkState.Completed, tool);
        CompletedAt = now;
        return Done.Result;
    }

    /// <summary>Uses it up for the browser, and keeps the credential until the application completes it.</summary>
    public Result<Done> Hold(string tool, string browser, StoredCredential credential, DateTimeOffset now)
    {
        if (Admit(browser, now).Failed(out var refusal, out _)) return refusal;
        Finish(ConnectLinkState.AwaitingCompletion, tool);
        (Held, CodeHash) = (credential, HashOf(CodeOf(browser)));
        if (ExpiresAt < now + CompletionTime) ExpiresAt = now + CompletionTime;
        return Done.Result;
    }

    /// <summary>Hands the credential out to be stored with its session, once.</summary>
    /// <param name="code">What the browser brought back to the application.</param>
    public Result<StoredCredential> Release(string code, DateTimeOffset now)
    {
        var state = StateAt(now);
        if (state == ConnectLinkState.Completed) return ConnectLinkErrors.Used;
        if (state == ConnectLinkState.Expired) return ConnectLinkErrors.Expired;
        if (state != ConnectLinkState.AwaitingCompletion || Held is not { } held) return ConnectLinkErrors.NotAwaiting;
        if (!IsSame(CodeHash!, HashOf(code))) return ConnectLinkErrors.CodeWrong;
        (State, Held, CodeHash, CompletedAt) = (ConnectLinkState.Completed, null, null, now);
        return held;
    }

    private Error? RefusalAt(DateTimeOffset now) => StateAt(now) switch
    {
        ConnectLinkState.Expired => ConnectLinkErrors.Expired,
        ConnectLinkState.Completed or ConnectLinkState.AwaitingCompletion => ConnectLinkErrors.Used,
        _ => null,
    };

    private void Finish(ConnectLinkState state, string tool) => (State, Tool, FailureCode, FailureMessage) = (state, tool, null, null);

    /// <summary>With the link's id, so that one cookie serves all links of a browser and rows don't tell which are of the same one.</summary>
    private string BindingOf(string browser) => HashOf($"{Id}:{browser}");

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}

/// <summary>A link that was just made, and its token, which is shown only once.</summary>
public sealed record NewConnectLink(ConnectLink Link, string Token)
{
    public override string ToString() => $"{Link.Id} ***";
}
