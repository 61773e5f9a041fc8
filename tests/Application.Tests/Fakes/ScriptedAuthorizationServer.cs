using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Tests.Fakes;

/// <summary>Answers as a test says, and remembers what it was asked.</summary>
internal sealed class ScriptedAuthorizationServer : IAuthorizationServer
{
    public List<string> Requests { get; } = [];

    public List<AuthorizationTarget> Targets { get; } = [];

    public Func<Result<TokenGrant>> OnExchange { get; set; } = () => Grant("first-token", "first-refresh");

    public Func<Result<TokenGrant>> OnRefresh { get; set; } = () => Grant("second-token", "second-refresh");

    public Func<Result<TokenGrant>> OnToken { get; set; } = () => Grant("machine-token");

    public Func<Result<CredentialValues>> OnLookUp { get; set; } = () => CredentialValues.Empty;

    public Func<Result<TokenGrant>> OnManual { get; set; } = () => Grant("manual-token");

    public Func<Result<Done>> OnRevoke { get; set; } = () => Done.Result;

    public static TokenGrant Grant(string accessToken, string? refreshToken = null, TimeSpan? expiresIn = null)
    {
        var values = new Dictionary<string, string> { [CredentialValues.AccessToken] = accessToken };
        if (refreshToken is not null) values[CredentialValues.RefreshToken] = refreshToken;
        return new(new CredentialValues(values), [], expiresIn);
    }

    public Task<Result<TokenGrant>> ExchangeCodeAsync(
        AuthorizationTarget target, string code, string verifier, string redirectUri, CancellationToken cancellationToken) =>
        Answer(target, $"exchange {code} {verifier} {redirectUri}", OnExchange);

    public Task<Result<TokenGrant>> RefreshAsync(AuthorizationTarget target, string refreshToken, SendPermit permit, CancellationToken cancellationToken) =>
        Answer(target, $"refresh {refreshToken}", OnRefresh);

    public Task<Result<TokenGrant>> RequestTokenAsync(AuthorizationTarget target, CancellationToken cancellationToken) =>
        Answer(target, $"{target.Scheme.WireName} {target.Client?.Id} {target.Client?.Secret}", OnToken);

    public Task<Result<CredentialValues>> LookUpAsync(AuthorizationTarget target, CancellationToken cancellationToken) =>
        Answer(target, $"look up with {target.Fields.Find(CredentialValues.AccessToken)}", OnLookUp);

    public Task<Result<Done>> RevokeAsync(AuthorizationTarget target, CancellationToken cancellationToken) =>
        Answer(target, $"revoke {target.Fields.Find(CredentialValues.RefreshToken) ?? target.Fields.Find(CredentialValues.AccessToken)}", OnRevoke);

    public Task<Result<TokenGrant>> RequestManualAsync(AuthorizationTarget target, string userId, CancellationToken cancellationToken) =>
        Answer(target, $"manual {userId}", OnManual);

    private Task<Result<T>> Answer<T>(AuthorizationTarget target, string request, Func<Result<T>> answer)
    {
        Targets.Add(target);
        Requests.Add(request);
        return Task.FromResult(answer());
    }
}
