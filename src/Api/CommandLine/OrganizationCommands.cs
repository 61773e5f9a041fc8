using System.CommandLine;
using ModuleX.Application.Access;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Domain.Organizations;

namespace ModuleX.Api.CommandLine;

/// <summary>The organizations of a tenant.</summary>
internal static class OrganizationCommands
{
    private static readonly PageRequest Everything = PageRequest.Of(1, 1_000_000);

    public static Command Create() => new("organizations", "Organizations, to which keys and what they connect belong")
    {
        CreateOrganization(), ListOrganizations(),
    };

    private static Command CreateOrganization()
    {
        var slug = new Option<string>("--slug") { Description = "2 to 50 of a-z, 0-9 and -", Required = true };
        var name = new Option<string>("--name") { Description = "The name for people", Required = true };
        return new Command("create", "Add an organization") { slug, name }
            .DoesInTenant((services, parsed, tenant, cancellationToken) => Verb.ShowAsync(
                services.UseCases().SendAsync(
                    new CreateOrganizationCommand(Actor.System(tenant), parsed.GetRequiredValue(slug), parsed.GetRequiredValue(name), new OrganizationChange()),
                    cancellationToken),
                organization => Console.WriteLine($"{organization.Id}\t{organization.Slug}\t{organization.Name}")));
    }

    private static Command ListOrganizations() => new Command("list", "List the organizations of a tenant")
        .DoesInTenant((services, _, tenant, cancellationToken) =>
            Verb.ShowAsync(services.UseCases().SendAsync(new ListOrganizationsQuery(tenant, new OrganizationFilter(), Everything), cancellationToken), Show));

    private static void Show(Page<OrganizationView> organizations)
    {
        foreach (var organization in organizations.Items)
            Console.WriteLine($"{organization.Id}\t{organization.Slug}\t{organization.Name}{(organization.IsDefault ? "\t(default)" : "")}");
    }
}
