using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Tests.Tenancy;

public sealed class TenantTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_default_one_stays()
    {
        var tenant = ATenant(Tenant.DefaultDomain);

        foreach (var result in (Result<Done>[])[tenant.Delete(Now), tenant.SetActive(false, Now), tenant.Move("elsewhere.example")])
            result.Error.ShouldBe(TenantErrors.DefaultStays);
        (tenant.DeactivatedAt, tenant.DeletedAt, tenant.Domain).ShouldBe((null, null, Tenant.DefaultDomain));
    }

    [Fact]
    public void Deactivating_twice_keeps_the_first_time()
    {
        var tenant = ATenant("acme.example");

        tenant.SetActive(false, Now).Required();
        tenant.SetActive(false, Now.AddDays(1)).Required();

        tenant.DeactivatedAt.ShouldBe(Now);
        tenant.SetActive(true, Now.AddDays(2)).Required();
        tenant.DeactivatedAt.ShouldBeNull();
    }

    [Fact]
    public void A_deleted_one_is_deactivated_too()
    {
        var tenant = ATenant("acme.example");

        tenant.Delete(Now).Required();

        (tenant.DeactivatedAt, tenant.DeletedAt).ShouldBe((Now, Now));
    }

    private static Tenant ATenant(string domain) => new(new TenantId(Guid.CreateVersion7()), domain, Now);
}
