namespace ModuleX.Api.Hosting.Rates;

/// <summary>
/// The limits of an address, before the caller is known: at the endpoints where secrets are tried, and at all that need no caller. The authentications count
/// those whom they know, and come back to the address for those whom they refuse.
/// </summary>
internal sealed class AnonymousRates(RequestDelegate next, RateLimits rates)
{
    public Task InvokeAsync(HttpContext context)
    {
        // An orchestrator asks often.
        if (context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)) return next(context);
        var endpoint = context.GetEndpoint()?.Metadata;
        if (endpoint?.GetMetadata<HealthRate>() is not null) return next(context);
        if (endpoint?.GetMetadata<StrictRate>() is not null && rates.Sensitive(context) is { } strict) return strict.ToResult().ExecuteAsync(context);
        if (endpoint?.GetMetadata<WebhookRate>() is not null)
            return rates.Webhook(context) is { } crowded ? crowded.ToResult().ExecuteAsync(context) : next(context);
        if (IsAnonymous(endpoint) && rates.Anonymous(context) is { } refusal) return refusal.ToResult().ExecuteAsync(context);
        return next(context);
    }

    private static bool IsAnonymous(EndpointMetadataCollection? endpoint) =>
        endpoint?.GetMetadata<RequiredScope>() is null && endpoint?.GetMetadata<RequiredLevel>() is null;
}
