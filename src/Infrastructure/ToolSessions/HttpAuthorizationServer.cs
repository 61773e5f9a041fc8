using Microsoft.Extensions.Options;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Runs;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Speaks OAuth 2.0 to a tool's authorization server. Never follows a redirect: a token request carries a client's secret.</summary>
internal sealed class HttpAuthorizationServer(OutgoingHttp http, IOptions<TokenRequestOptions> options, TimeProvider time) : IAuthorizationServer
{
    private const long MaximumAnswerBytes = 64 * 1024;

    /// <summary>RFC 7523, section 2.1.</summary>
    private const string JwtBearerGrant = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    public Task<Result<TokenGrant>> ExchangeCodeAsync(
        AuthorizationTarget target, string code, string verifier, string redirectUri, CancellationToken cancellationToken)
    {
        var parameters = ParametersOf(target, "authorization_code").Add("code", code).Add("redirect_uri", redirectUri);
        if (verifier.Length > 0) parameters.Add("code_verifier", verifier);
        return AskTokenEndpointAsync(target, parameters, cancellationToken);
    }

    public async Task<Result<TokenGrant>> RefreshAsync(
        AuthorizationTarget target, string refreshToken, SendPermit permit, CancellationToken cancellationToken)
    {
        var oauth = target.Scheme.OAuth!;
        if ((oauth.RefreshUrl ?? oauth.TokenUrl).Fill(target.Fields) is not { } url) return AddressIncomplete(target);
        var parameters = ParametersOf(target, CredentialValues.RefreshToken).Add(CredentialValues.RefreshToken, refreshToken);
        return await AskAsync(target, TokenRequest.Create(url, target, parameters, oauth.RefreshParameters), cancellationToken, isRefresh: true, permit);
    }

    public Task<Result<TokenGrant>> RequestTokenAsync(AuthorizationTarget target, CancellationToken cancellationToken)
    {
        var scheme = target.Scheme;
        var assertion = scheme.Assertion is { } described ? SignedAssertions.Sign(described, target, time.GetUtcNow()) : null;
        if (scheme.Assertion is not null && assertion is null)
            return Task.FromResult<Result<TokenGrant>>(AuthorizationErrors.GrantRefused(target.Tool.DisplayName, "the private key can't sign"));
        if (scheme.Exchange is { } own) return AskAsync(target, ServiceRequests.Create(own, target, assertion), cancellationToken);
        var oauth = scheme.OAuth!;
        if (assertion is not null)
            return AskTokenEndpointAsync(target, ParametersOf(target, JwtBearerGrant).Add("assertion", assertion), cancellationToken);
        var parameters = ParametersOf(target, "client_credentials");
        if (!oauth.Scopes.IsEmpty) parameters.Add("scope", string.Join(oauth.ScopeSeparator, oauth.Scopes));
        return AskTokenEndpointAsync(target, parameters, cancellationToken);
    }

    public async Task<Result<CredentialValues>> LookUpAsync(AuthorizationTarget target, CancellationToken cancellationToken)
    {
        using var request = ServiceRequests.Create(target.Scheme.AfterConnect!.Request, target);
        if (request is null) return AddressIncomplete(target);
        return (await SendAsync(target, request, cancellationToken)).Failed(out var error, out var answer) ? error : LookedUpFields.Read(target, answer);
    }

    public async Task<Result<Done>> RevokeAsync(AuthorizationTarget target, CancellationToken cancellationToken)
    {
        if (RevocationOf(target).Failed(out var error, out var made)) return error;
        if (made is null) return Done.Result;
        using var request = made;
        if ((await SendAsync(target, request, cancellationToken)).Failed(out error, out var answer)) return error;
        return RevocationAnswer.IsDone(target, answer)
            ? Done.Result
            : AuthorizationErrors.ServerFailed(target.Tool.DisplayName, $"it answered {answer.Status}");
    }

    public async Task<Result<TokenGrant>> RequestManualAsync(AuthorizationTarget target, string userId, CancellationToken cancellationToken)
    {
        if (target.Scheme.AuthUrl is not { } template) return AuthorizationErrors.AuthUrlMissing(target.Tool.Name);
        if (template.Fill(target.Fields) is not { } url) return AddressIncomplete(target);
        var separator = url.Query.Length == 0 ? '?' : '&';
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{url.AbsoluteUri}{separator}user_id={Uri.EscapeDataString(userId)}"));
        TokenRequest.AddCommonHeaders(request);
        return (await SendAsync(target, request, cancellationToken)).Failed(out var error, out var answer)
            ? error : ManualAnswer.Read(target, answer, time.GetUtcNow());
    }

    private static RequestParameters ParametersOf(AuthorizationTarget target, string grantType) =>
        new RequestParameters(target.Scheme.OAuth!, target.Fields, target.Client?.Id).Add("grant_type", grantType);

    private async Task<Result<TokenGrant>> AskTokenEndpointAsync(
        AuthorizationTarget target, RequestParameters parameters, CancellationToken cancellationToken)
    {
        var oauth = target.Scheme.OAuth!;
        if (oauth.TokenUrl.Fill(target.Fields) is not { } url) return AddressIncomplete(target);
        return await AskAsync(target, TokenRequest.Create(url, target, parameters, oauth.TokenParameters), cancellationToken);
    }

    /// <param name="made">Null where the credential lacks what the request needs.</param>
    private async Task<Result<TokenGrant>> AskAsync(
        AuthorizationTarget target, HttpRequestMessage? made, CancellationToken cancellationToken, bool isRefresh = false, SendPermit? permit = null)
    {
        using var request = made;
        if (request is null) return AddressIncomplete(target);
        if ((await SendAsync(target, request, cancellationToken, permit)).Failed(out var error, out var answer)) return error;
        return TokenAnswer.Read(target, answer, isRefresh, time.GetUtcNow());
    }

    private async Task<Result<Answer>> SendAsync(
        AuthorizationTarget target, HttpRequestMessage request, CancellationToken cancellationToken, SendPermit? permit = null)
    {
        using var deadline = new Deadline(options.Value.TokenTimeout, time, cancellationToken) { Permit = permit };
        var exchange = await http.SendAsync(request, MaximumAnswerBytes, deadline);
        using var memory = exchange.Answer?.Memory;
        if (exchange.Answer is { } answer) return answer;
        if (exchange.Refusal is { } refusal) return refusal;
        return AuthorizationErrors.ServerFailed(target.Tool.DisplayName, exchange.Failure switch
        {
            ExchangeFailure.Deadline => "it did not answer in time",
            ExchangeFailure.TooLarge => "its answer is too large",
            ExchangeFailure.Malformed => "its answer is malformed",
            ExchangeFailure.EgressRefused => "its address is private and Egress:Allow does not name it",
            _ => exchange.Reason,
        });
    }

    /// <summary>Null where there is nothing to revoke.</summary>
    private static Result<HttpRequestMessage?> RevocationOf(AuthorizationTarget target)
    {
        if (target.Scheme.Revoke is { } own) return ServiceRequests.Create(own, target);
        if (target.Scheme.OAuth?.RevokeUrl is not { } template) return (HttpRequestMessage?)null;
        if (template.Fill(target.Fields) is not { } url) return AddressIncomplete(target);
        // Revoking the refresh token ends the access tokens that came from it (RFC 7009, section 2.1).
        var hint = target.Fields.ContainsKey(CredentialValues.RefreshToken) ? CredentialValues.RefreshToken : CredentialValues.AccessToken;
        if (target.Fields.Find(hint) is not { } token) return (HttpRequestMessage?)null;
        var parameters = new RequestParameters(target.Scheme.OAuth!, target.Fields, target.Client?.Id).Add("token", token).Add("token_type_hint", hint);
        return TokenRequest.Create(url, target, parameters, []);
    }

    private static Error AddressIncomplete(AuthorizationTarget target) =>
        AuthorizationErrors.ServerFailed(target.Tool.DisplayName, "its address lacks a connection field");
}
