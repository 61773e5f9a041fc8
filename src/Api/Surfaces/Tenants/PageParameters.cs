using System.ComponentModel.DataAnnotations;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Paging;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>How the lists of tenants, users, organizations and audit logs are cut.</summary>
internal sealed record PageParameters([Range(1, int.MaxValue)] int Page = 1, [Range(1, 100)] int PerPage = 100)
{
    public PageRequest ToPage() => PageRequest.Of(Page, PerPage);
}

/// <summary>How the lists of services and what belongs to them are cut.</summary>
internal sealed record ServicePageParameters([Range(1, int.MaxValue)] int Page = 1, [Range(1, 100)] int PerPage = 50) : QueryParameters<ServicePageParameters>
{
    public PageRequest ToPage() => PageRequest.Of(Page, PerPage);
}

/// <summary>How the records for data sync are cut.</summary>
internal sealed record MockPageParameters([Range(1, int.MaxValue)] int Page = 1, [Range(1, 100)] int PerPage = 10) : QueryParameters<MockPageParameters>
{
    public PageRequest ToPage() => PageRequest.Of(Page, PerPage);
}
