using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ModuleX.Application.Ports;
using ModuleX.Domain.Access;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>Authenticates backends by <c>X-API-Key</c>. In the Development environment a caller on this machine needs none.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder,
    IApiKeys keys, IUsageRecorder usage, ISecurityLog securityLog, DevelopmentCaller development)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "ApiKey";
    public const string Header = "X-API-Key";

    // A key is one object as long as it is cached, so a warm request makes no principal.
    private static readonly ConditionalWeakTable<ApiKey, ServicePrincipal> Principals = [];

    private Error _refusal = ApiKeyErrors.Missing;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ Length: > 0 } plain])
            return await development.FindAsync(Context) is { } caller ? Success(caller) : AuthenticateResult.NoResult();
        if (await keys.FindAsync(plain, Context.RequestAborted) is not { } key)
        {
            securityLog.ApiKeyRefused(Context.Connection.RemoteIpAddress?.ToString());
            _refusal = ApiKeyErrors.Refused;
            return AuthenticateResult.Fail(_refusal.Code);
        }
        usage.ApiKeyUsed(key.Id);
        return Success(Principals.GetValue(key, static found => new ServicePrincipal(found)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => _refusal.ToResult().ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ApiKeyErrors.ScopeMissing(Context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>()?.Scope ?? "").ToResult().ExecuteAsync(Context);

    private static AuthenticateResult Success(ServicePrincipal principal) => AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme));
}
