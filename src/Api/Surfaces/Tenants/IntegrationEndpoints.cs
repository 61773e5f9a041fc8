namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Document 4's integration part: everything that has to do with the services of a tenant.</summary>
internal static class IntegrationEndpoints
{
    public static void Map(IEndpointRouteBuilder integrations)
    {
        ServiceEndpoints.Map(integrations);
        WebhookEndpoints.Map(integrations);
        WebhookEventEndpoints.Map(integrations);
        IntegrationHealthEndpoints.Map(integrations);
        DataSyncEndpoints.Map(integrations);
    }
}
