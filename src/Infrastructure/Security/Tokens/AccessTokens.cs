using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Security.Tokens;

/// <summary>
/// JSON Web Tokens as access tokens (RFC 7519, RFC 8725): issuer, audience, lifetime and the key's own algorithm are pinned. They say whose session
/// it is and nothing of what the user may do, which is read when a token is first seen, and again when it changes.
/// </summary>
internal sealed class AccessTokens(SigningKeys keys, AuthorityReader reader, AuthorityCache cache, IOptions<TokenOptions> options, TimeProvider time)
    : IAccessTokens
{
    private const string SessionClaim = "sid";
    private const string TenantClaim = "tid";
    private const int LongestToken = 2048;

    /// <summary>Nodes' clocks differ by less than that.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public async ValueTask<string> IssueAsync(LoginSession session, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.Value.Issuer,
            Audience = options.Value.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + session.AccessLifetime,
            SigningCredentials = await keys.CurrentAsync(cancellationToken),
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = session.UserId.ToString(),
                [SessionClaim] = session.Id.ToString(),
                [TenantClaim] = session.TenantId.ToString(),
                // Two tokens of one second are two tokens.
                [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString("N"),
            },
        });
    }

    public Authority? FindInMemory(string token) => token.Length <= LongestToken && cache.TryGet(TokenHash.Of(token), out var authority) ? authority : null;

    public ValueTask<Result<Authority>> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > LongestToken) return new(IdentityErrors.TokenInvalid);
        var hash = TokenHash.Of(token);
        return cache.TryGet(hash, out var authority) ? new(authority) : new(CheckAsync(token, hash, cancellationToken));
    }

    private async Task<Result<Authority>> CheckAsync(string token, TokenHash hash, CancellationToken cancellationToken)
    {
        var forgets = cache.Forgets;
        if (await ValidateAsync(token, cancellationToken) is not { } valid) return IdentityErrors.TokenInvalid;
        if (await reader.ReadAsync(valid.Tenant, valid.Session, cancellationToken) is not { } found) return IdentityErrors.TokenInvalid;
        // A session may end by itself before its token does, where the settings say so.
        cache.Keep(hash, new CheckedToken(found.Authority, found.EndsAt < valid.ExpiresAt ? found.EndsAt : valid.ExpiresAt, found.IdleLimit), forgets);
        return found.Authority;
    }

    private async Task<(TenantId Tenant, LoginSessionId Session, DateTimeOffset ExpiresAt)?> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        if (!Handler.CanReadToken(token)) return null;
        // The token's header chooses among this server's keys, and nothing else.
        if (KeyIdOf(token) is not { Length: > 0 } keyId || await keys.FindAsync(keyId, cancellationToken) is not { } key) return null;
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = options.Value.Issuer,
            ValidAudience = options.Value.Audience,
            IssuerSigningKey = key.Key,
            ValidAlgorithms = [key.Algorithm],
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = (notBefore, expires, _, _) => IsCurrent(notBefore, expires),
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken checkedToken) return null;
        return checkedToken.TryGetPayloadValue<string>(SessionClaim, out var session) && Guid.TryParse(session, out var sessionId)
            && checkedToken.TryGetPayloadValue<string>(TenantClaim, out var tenant) && Guid.TryParse(tenant, out var tenantId)
            ? (new TenantId(tenantId), new LoginSessionId(sessionId), new DateTimeOffset(checkedToken.ValidTo, TimeSpan.Zero))
            : null;
    }

    private static string? KeyIdOf(string token)
    {
        try
        {
            return new JsonWebToken(token).Kid;
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            // Not a token at all.
            return null;
        }
    }

    private bool IsCurrent(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires > now && (notBefore is null || notBefore <= now + ClockSkew);
    }
}
