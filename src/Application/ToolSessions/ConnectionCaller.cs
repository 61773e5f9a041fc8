using ModuleX.Application.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.ToolSessions;

/// <summary>Who asks for something about connections, inside which organization; that the caller may act there is checked before.</summary>
public abstract record ConnectionCaller
{
    private ConnectionCaller()
    {
    }

    public abstract TenantId Tenant { get; }

    public abstract OrganizationId Organization { get; }

    /// <summary>Whether connections that are shared in the organization may be made and changed.</summary>
    public abstract bool MayShare { get; }

    /// <summary>Whom a change is put down to.</summary>
    public abstract Actor Actor { get; }

    /// <summary>A backend with a service key, which acts for the external owners of its organization.</summary>
    public sealed record Service(TenantId OfTenant, OrganizationId OfOrganization, ClientFacts Client) : ConnectionCaller
    {
        public override TenantId Tenant => OfTenant;

        public override OrganizationId Organization => OfOrganization;

        public override bool MayShare => true;

        public override Actor Actor => new(OfTenant, null, Client);
    }

    /// <summary>A person, for the own connections; who administers the organization also for those of its members.</summary>
    public sealed record Person(Caller Caller, OrganizationId In) : ConnectionCaller
    {
        public override TenantId Tenant => Caller.Tenant;

        public override OrganizationId Organization => In;

        public override bool MayShare => Caller.MayAdminister(In);

        public override Actor Actor => Caller.Actor;
    }
}
