using ModuleX.Domain.Catalog;
using ModuleX.Tests.Shared;

namespace ModuleX.Domain.Tests.Catalog;

/// <summary>What a tool and its actions derive from what the manifest says.</summary>
public sealed class ActionDefinitionTests
{
    private static readonly ActionDefinition Action = ATool.Action("find",
        """{ "type": "object", "properties": { "q": { "type": "string" }, "page": { "type": "integer", "default": 1 } }, "required": ["q"] }""");

    [Fact]
    public void Schema_tells_the_parameters_their_defaults_and_which_are_required()
    {
        Action.ParameterSchemas.Keys.Order().ShouldBe(["page", "q"]);
        Action.Defaults.ShouldHaveSingleItem().Value.GetInt32().ShouldBe(1);
        Action.RequiredParameters.ShouldBe(["q"]);
    }

    [Fact]
    public void Schema_without_properties_has_no_parameters()
    {
        var action = ATool.Action("ping");

        action.ParameterSchemas.ShouldBeEmpty();
        action.Defaults.ShouldBeEmpty();
        action.RequiredParameters.ShouldBeEmpty();
    }

    [Fact]
    public void Leeway_of_a_tool_is_the_longest_of_its_schemes()
    {
        var slow = ATool.OAuth() with { Id = "oauth2_2", ExpiryLeeway = TimeSpan.FromMinutes(5) };

        ATool.With("github", [ATool.OAuth(), slow]).ExpiryLeeway.ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Tool_without_credentials_requires_none()
    {
        ATool.With("weather", [ATool.Scheme(AuthKind.None)]).RequiresAuth.ShouldBeFalse();
        ATool.WithOAuth().RequiresAuth.ShouldBeTrue();
    }

    [Fact]
    public void Scheme_is_found_by_its_id_and_a_lost_one_is_not()
    {
        ATool.WithOAuth().FindScheme("oauth2").ShouldNotBeNull();
        ATool.WithOAuth().FindScheme("api_key").ShouldBeNull();
    }
}
