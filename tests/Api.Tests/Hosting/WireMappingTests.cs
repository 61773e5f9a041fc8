using Mapster;
using ModuleX.Api.Hosting;
using ModuleX.Api.Surfaces.AuthX;
using ModuleX.Application.Access;

namespace ModuleX.Api.Tests.Hosting;

public sealed class WireMappingTests
{
    [Fact]
    public void Every_declared_mapping_compiles()
    {
        WireMapping.Config.RuleMap.ShouldNotBeEmpty();

        WireMapping.Config.Compile();
    }

    [Fact]
    public void What_is_declared_nowhere_is_not_mapped() => Should.Throw<CompileException>(() => new Stranger("x").ToWire<RoleResponse>());

    [Fact]
    public void An_id_is_called_after_what_it_is_of()
    {
        var role = new RoleView(new(Guid.NewGuid()), "Editors", "Who edits", true, new(Guid.NewGuid()), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

        role.ToWire<RoleResponse>().ShouldBe(new RoleResponse(
            role.Id, "Editors", "Who edits", true, role.Organization, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));
    }

    private sealed record Stranger(string Name);
}
