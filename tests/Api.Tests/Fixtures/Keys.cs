using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Tests.Fixtures;

/// <summary>Organizations and their API keys, made as the command line makes them.</summary>
internal static class Keys
{
    /// <summary>A client that sends a key of this organization.</summary>
    public static async Task<HttpClient> ClientOfAsync(this ModuleXServer modulex, string organization, params string[] scopes)
    {
        if (organization != Organization.DefaultSlug) await modulex.CreateOrganizationAsync(organization);
        return modulex.ClientWith((await modulex.CreateKeyAsync(organization, scopes)).Plain);
    }

    /// <summary>An organization of the default tenant.</summary>
    public static async Task<OrganizationView> CreateOrganizationAsync(this ModuleXServer modulex, string slug)
    {
        var tenant = (await modulex.Services.GetRequiredService<IOrganizationRepository>().FindTenantAsync(Tenant.DefaultDomain, default))!.Id;
        return (await modulex.AskAsync(
            useCases => useCases.SendAsync(new CreateOrganizationCommand(Actor.System(tenant), slug, slug, new OrganizationChange()), default))).Required();
    }

    public static async Task<NewApiKey> CreateKeyAsync(
        this ModuleXServer modulex, string organization = Organization.DefaultSlug, string[]? scopes = null, DateTimeOffset? expiresAt = null) =>
        (await modulex.AskAsync(
            useCases => useCases.SendAsync(new CreateApiKeyCommand(Tenant.DefaultDomain, organization, "for a test", [.. scopes ?? []], expiresAt),
            default))).Required();

    public static async Task RevokeAsync(this ModuleXServer modulex, ApiKeyId key) =>
        (await modulex.AskAsync(useCases => useCases.SendAsync(new RevokeApiKeyCommand(key), default))).Required();

    public static async Task<ApiKey> ReadKeyAsync(this ModuleXServer modulex, ApiKeyId id) =>
        (await modulex.AskAsync(useCases => useCases.SendAsync(new ListApiKeysQuery(Tenant.DefaultDomain, Organization.DefaultSlug), default)))
            .Required().Single(key => key.Id == id);

    public static HttpClient ClientWith(this ModuleXServer modulex, string? key)
    {
        var client = new HttpClient { BaseAddress = modulex.Address };
        if (key is not null) client.DefaultRequestHeaders.Add("X-API-Key", key);
        return client;
    }

    private static async Task<T> AskAsync<T>(this ModuleXServer modulex, Func<IUseCases, Task<T>> ask)
    {
        await using var scope = modulex.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<IUseCases>());
    }
}
