using System.Runtime.CompilerServices;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Records;
using ModuleX.Domain.Access;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Lets backends in by <c>X-API-Key</c> where an endpoint asks for a scope. In the Development environment a caller on this machine needs none.
/// A middleware of its own instead of the framework's authentication and authorization: see docs/adr/0009.
/// </summary>
internal sealed class ServiceAuthentication(
    RequestDelegate next, IApiKeys keys, IUsageRecorder usage, ISecurityLog securityLog, DevelopmentCaller development, RateLimits rates)
{
    public const string Header = "X-API-Key";

    private const string Bearer = "Bearer ";
    private const string BearerKey = Bearer + ApiKey.Marker;

    // A key is one object as long as it is cached, so a warm request makes no principal.
    private static readonly ConditionalWeakTable<ApiKey, ServicePrincipal> Principals = [];

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>() is not { } required) return next(context);
        // The endpoint takes keys and access tokens: a request with a token is authenticated by the next middleware.
        if (context.GetEndpoint()!.Metadata.GetMetadata<RequiredLevel>() is not null && ShowsToken(context.Request)) return next(context);
        var finding = FindAsync(context);
        return finding.IsCompletedSuccessfully ? ContinueAsync(context, required, finding.Result) : AwaitedAsync(context, required, finding);
    }

    private async Task AwaitedAsync(HttpContext context, RequiredScope required, ValueTask<Result<ServicePrincipal>> finding) =>
        await ContinueAsync(context, required, await finding);

    private Task ContinueAsync(HttpContext context, RequiredScope required, Result<ServicePrincipal> found)
    {
        if (found.Failed(out var error, out var caller)) return error.ToResult().ExecuteAsync(context);
        if (rates.Principal(context, caller.RateId) is { } exceeded) return exceeded.ToResult().ExecuteAsync(context);
        if (!caller.Scopes.Contains(required.Scope)) return ApiKeyErrors.ScopeMissing(required.Scope).ToResult().ExecuteAsync(context);
        context.User = caller;
        return next(context);
    }

    private ValueTask<Result<ServicePrincipal>> FindAsync(HttpContext context)
    {
        if (context.Request.Headers[Header] is not [{ Length: > 0 } plain] && (plain = BearerIn(context.Request)) is null) return WithoutKeyAsync(context);
        return keys.FindInMemory(plain) is { } known ? new(CallerOf(known)) : new(rates.LookUpAsync(context, () => LookUpAsync(context, plain)));
    }

    /// <summary>An access token, and no key: two credentials are judged by the key, which is for no other use.</summary>
    private static bool ShowsToken(HttpRequest request) =>
        !request.Headers.ContainsKey(Header) && request.Headers.Authorization.Count > 0 && BearerIn(request) is null;

    /// <summary>A key that came as a Bearer token, as most HTTP clients send one. At the root's paths a Bearer token means another surface.</summary>
    private static string? BearerIn(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(BearerKey, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..] : null;

    private async ValueTask<Result<ServicePrincipal>> LookUpAsync(HttpContext context, string plain)
    {
        if (await keys.FindAsync(plain, context.RequestAborted) is { } key) return CallerOf(key);
        securityLog.ApiKeyRefused(ClientOfRequest.AddressOf(context));
        return ApiKeyErrors.Refused;
    }

    private ServicePrincipal CallerOf(ApiKey key)
    {
        usage.ApiKeyUsed(key.Id);
        return Principals.GetValue(key, static found => new ServicePrincipal(found));
    }

    private async ValueTask<Result<ServicePrincipal>> WithoutKeyAsync(HttpContext context) =>
        await development.FindAsync(context) is { } caller ? caller : rates.Anonymous(context) ?? ApiKeyErrors.Missing;
}
