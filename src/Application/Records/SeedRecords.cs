using FluentValidation;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Records;

/// <summary>Stores made-up records of an organization, to see how an installation fares with many of them. NotFound: no such tenant or organization.</summary>
/// <param name="TenantDomain">The tenant's domain.</param>
/// <param name="OrganizationSlug">The organization's slug.</param>
/// <param name="Requests">How many request records.</param>
/// <param name="Days">Over how many days up to now.</param>
public sealed record SeedRecordsCommand(string TenantDomain, string OrganizationSlug, long Requests, int Days, IProgress<long> Progress) : ICommand<Done>
{
    public override string ToString() => $"{Requests} records for {OrganizationSlug}";
}

internal sealed class SeedRecordsValidator : AbstractValidator<SeedRecordsCommand>
{
    public SeedRecordsValidator()
    {
        RuleFor(command => command.Requests).InclusiveBetween(1, 1_000_000_000);
        RuleFor(command => command.Days).InclusiveBetween(1, 366);
    }
}

internal sealed class SeedRecordsHandler(IOrganizationRepository organizations, IRecordSeeding seeding) : ICommandHandler<SeedRecordsCommand, Done>
{
    public async Task<Result<Done>> Handle(SeedRecordsCommand command, CancellationToken cancellationToken)
    {
        if (await organizations.FindTenantAsync(command.TenantDomain, cancellationToken) is not { } tenant) return TenantErrors.Unknown(command.TenantDomain);
        if (await organizations.FindAsync(tenant.Id, command.OrganizationSlug, cancellationToken) is not { } organization) return OrganizationErrors.Unknown;
        await seeding.SeedAsync(tenant.Id, organization.Id, command.Requests, command.Days, command.Progress, cancellationToken);
        return Done.Result;
    }
}
