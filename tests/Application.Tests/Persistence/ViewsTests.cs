using Mapster;
using ModuleX.Application.Access;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;

namespace ModuleX.Application.Tests.Persistence;

public sealed class ViewsTests
{
    [Fact]
    public void Every_declared_mapping_compiles_in_memory_and_as_a_projection()
    {
        Views.Mapping.RuleMap.ShouldNotBeEmpty();

        Views.Mapping.Compile();
        Views.Mapping.CompileProjection();
    }

    [Fact]
    public void What_is_declared_nowhere_is_not_mapped() =>
        Should.Throw<CompileException>(() => new Stranger("x").To<RoleView>());

    [Fact]
    public void A_view_has_what_is_stored()
    {
        var role = new Role(new(Guid.NewGuid()), new(Guid.NewGuid()), new(Guid.NewGuid()), "Editors", "Who edits", true, DateTimeOffset.UnixEpoch);

        role.To<RoleView>().ShouldBe(new RoleView(
            role.Id, "Editors", "Who edits", true, role.OrganizationId, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));
    }

    private sealed record Stranger(string Name);
}
