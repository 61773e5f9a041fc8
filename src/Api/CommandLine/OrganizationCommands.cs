using System.CommandLine;
using ModuleX.Application.Access;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Application.Ports;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.CommandLine;

/// <summary>The organizations of a tenant.</summary>
internal static class OrganizationCommands
{
    private static readonly PageRequest Everything = PageRequest.Of(1, 1_000_000);

    private static Option<string> TenantOption() => new("--tenant") { Description = "The tenant's domain", DefaultValueFactory = _ => Tenant.DefaultDomain };

    public static Command Create() => new("organizations", "Organizations, to which keys and what they connect belong")
    {
        CreateOrganization(), ListOrganizations(),
    };

    private static Command CreateOrganization()
    {
        var tenant = TenantOption();
        var slug = new Option<string>("--slug") { Description = "2 to 50 of a-z, 0-9 and -", Required = true };
        var name = new Option<string>("--name") { Description = "The name for people", Required = true };
        return new Command("create", "Add an organization") { tenant, slug, name }
            .DoesOnDatabase(async (services, parsed, cancellationToken) =>
            {
                var domain = parsed.GetRequiredValue(tenant);
                if (await services.GetRequiredService<IOrganizationRepository>().FindTenantAsync(domain, cancellationToken) is not { } found)
                    return Verb.Fail(TenantErrors.Unknown(domain));
                var command = new CreateOrganizationCommand(Actor.System(found.Id), parsed.GetRequiredValue(slug), parsed.GetRequiredValue(name), new OrganizationChange());
                return await Verb.ShowAsync(
                    services.UseCases().SendAsync(command, cancellationToken), organization => Console.WriteLine($"{organization.Id}\t{organization.Slug}\t{organization.Name}"));
            });
    }

    private static Command ListOrganizations()
    {
        var tenant = TenantOption();
        return new Command("list", "List the organizations of a tenant") { tenant }
            .DoesOnDatabase(async (services, parsed, cancellationToken) =>
            {
                var domain = parsed.GetRequiredValue(tenant);
                if (await services.GetRequiredService<IOrganizationRepository>().FindTenantAsync(domain, cancellationToken) is not { } found)
                    return Verb.Fail(TenantErrors.Unknown(domain));
                return await Verb.ShowAsync(services.UseCases().SendAsync(new ListOrganizationsQuery(found.Id, new OrganizationFilter(), Everything), cancellationToken), Show);
            });
    }

    private static void Show(Page<OrganizationView> organizations)
    {
        foreach (var organization in organizations.Items) Console.WriteLine($"{organization.Id}\t{organization.Slug}\t{organization.Name}{(organization.IsDefault ? "\t(default)" : "")}");
    }
}
