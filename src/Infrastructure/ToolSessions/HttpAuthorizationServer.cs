using Microsoft.Extensions.Options;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Runs;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.ToolSessions;

/// <summary>Speaks OAuth 2.0 to a tool's authorization server. Never follows a redirect: a token request carries a client's secret.</summary>
internal sealed class HttpAuthorizationServer(OutgoingHttp http, IOptions<TokenRequestOptions> options, TimeProvider time) : IAuthorizationServer
{
    private const long MaximumAnswerBytes = 64 * 1024;

    public Task<Result<TokenGrant>> ExchangeCodeAsync(
        AuthorizationTarget target, string code, string verifier, string redirectUri, CancellationToken cancellationToken)
    {
        var parameters = new List<KeyValuePair<string, string>>
            { new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", redirectUri) };
        if (verifier.Length > 0) parameters.Add(new("code_verifier", verifier));
        return RequestTokenAsync(target, target.Scheme.OAuth?.TokenUrl, parameters, cancellationToken);
    }

    public Task<Result<TokenGrant>> RefreshAsync(
        AuthorizationTarget target, string refreshToken, SendPermit permit, CancellationToken cancellationToken) =>
        RequestTokenAsync(
            target,
            target.Scheme.OAuth?.RefreshUrl ?? target.Scheme.OAuth?.TokenUrl,
            [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)],
            cancellationToken,
            permit);

    public Task<Result<TokenGrant>> RequestClientCredentialsAsync(AuthorizationTarget target, CancellationToken cancellationToken)
    {
        var parameters = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials") };
        if (target.Scheme.OAuth is { Scopes.IsEmpty: false } oauth) parameters.Add(new("scope", string.Join(oauth.ScopeSeparator, oauth.Scopes)));
        return RequestTokenAsync(target, target.Scheme.OAuth?.TokenUrl, parameters, cancellationToken);
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
        return (await SendAsync(target, request, cancellationToken)).Failed(out var error, out var answer) ? error : ManualAnswer.Read(target, answer);
    }

    private async Task<Result<TokenGrant>> RequestTokenAsync(
        AuthorizationTarget target, UrlTemplate? template, List<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken,
        SendPermit? permit = null)
    {
        if (template?.Fill(target.Fields) is not { } url) return AddressIncomplete(target);
        using var request = TokenRequest.Create(url, target, parameters);
        return (await SendAsync(target, request, cancellationToken, permit)).Failed(out var error, out var answer) ? error : TokenAnswer.Read(target, answer);
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
        if (target.Scheme.OAuth is { Revoke: { } own })
        {
            if (target.Tool.Server.Url.Fill(target.Fields) is not { } server) return AddressIncomplete(target);
            return RevocationRequests.Create(server, own, target);
        }
        if (target.Scheme.OAuth?.RevokeUrl is not { } template) return (HttpRequestMessage?)null;
        if (template.Fill(target.Fields) is not { } url) return AddressIncomplete(target);
        // Revoking the refresh token ends the access tokens that came from it (RFC 7009, section 2.1).
        var hint = target.Fields.ContainsKey(CredentialValues.RefreshToken) ? CredentialValues.RefreshToken : CredentialValues.AccessToken;
        if (target.Fields.Find(hint) is not { } token) return (HttpRequestMessage?)null;
        return TokenRequest.Create(url, target, [new("token", token), new("token_type_hint", hint)]);
    }

    private static Error AddressIncomplete(AuthorizationTarget target) =>
        AuthorizationErrors.ServerFailed(target.Tool.DisplayName, "its address lacks a connection field");
}
