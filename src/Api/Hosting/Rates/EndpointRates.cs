namespace ModuleX.Api.Hosting.Rates;

/// <summary>Marks an endpoint at which secrets are tried: it has a stricter limit for each address besides the others.</summary>
internal sealed record StrictRate
{
    public static StrictRate Instance { get; } = new();
}

/// <summary>Marks an endpoint that executes a tool, which the value <see cref="ToolValue"/> of its route names.</summary>
internal sealed record RunRate
{
    public const string ToolValue = "tool_name";

    public static RunRate Instance { get; } = new();
}

/// <summary>Marks an endpoint that takes webhooks: they are counted apart, and not with the requests of an address that need no caller.</summary>
internal sealed record WebhookRate
{
    public static WebhookRate Instance { get; } = new();
}

/// <summary>Marks an endpoint that is asked for its health, by this server itself among others: it is not counted, as <c>/health</c> is not.</summary>
internal sealed record HealthRate
{
    public static HealthRate Instance { get; } = new();
}

/// <summary>Asking for more limits at an endpoint than all have.</summary>
internal static class EndpointRates
{
    public static TBuilder RequireStrictRate<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(StrictRate.Instance);

    /// <summary>For endpoints that execute: the route must have <c>{tool_name}</c>.</summary>
    public static TBuilder RequireRunRate<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(RunRate.Instance);

    /// <summary>For endpoints to which services send webhooks.</summary>
    public static TBuilder RequireWebhookRate<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(WebhookRate.Instance);
}
