using Microsoft.AspNetCore.Authorization;
using ModuleX.Domain.Access;

namespace ModuleX.Api.Hosting;

/// <summary>The scope that a service API key needs for an endpoint.</summary>
internal sealed record RequiredScope(string Scope) : IAuthorizationRequirement;

/// <summary>Lets callers pass that have the scope.</summary>
internal sealed class RequiredScopeHandler : AuthorizationHandler<RequiredScope>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiredScope requirement)
    {
        if (context.User is ServicePrincipal caller && caller.Scopes.Contains(requirement.Scope)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>Asking for a scope at an endpoint.</summary>
internal static class RequiredScopes
{
    /// <summary>One policy a scope, named as the scope.</summary>
    public static IServiceCollection AddScopePolicies(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder();
        foreach (var scope in ApiKeyScopes.All)
        {
            authorization.AddPolicy(scope, policy => policy.AddRequirements(new RequiredScope(scope)));
        }
        return services.AddSingleton<IAuthorizationHandler, RequiredScopeHandler>();
    }

    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, string scope)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(scope).WithMetadata(new RequiredScope(scope));
}
