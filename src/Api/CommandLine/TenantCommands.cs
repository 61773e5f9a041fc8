using System.CommandLine;
using ModuleX.Application.Tenancy;

namespace ModuleX.Api.CommandLine;

/// <summary>Tenants, the outermost boundary.</summary>
internal static class TenantCommands
{
    public static Command Create() => new("tenants", "Tenants: users and organizations of one never meet those of another") { CreateTenant() };

    private static Command CreateTenant()
    {
        var domain = new Option<string>("--domain") { Description = "What X-Tenant-Domain names it by", Required = true };
        return new Command("create", "Add a tenant with its default organization") { domain }
            .DoesOnDatabase((services, parsed, cancellationToken) => Verb.ShowAsync(
                services.UseCases().SendAsync(new CreateTenantCommand(parsed.GetRequiredValue(domain)), cancellationToken),
                tenant => Console.WriteLine($"{tenant.Id}\t{tenant.Domain}")));
    }
}
