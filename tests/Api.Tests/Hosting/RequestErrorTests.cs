using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Tests.Hosting;

/// <summary>What the framework refuses, member by member. The endpoints are the test's own; the framework's exceptions are real.</summary>
public sealed class RequestErrorTests : IAsyncLifetime
{
    private readonly WebApplication _app;
    private Error? _error;

    public RequestErrorTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        _app = builder.Build();
        _app.Use(KeepErrorAsync);
        _app.UseRouting();
        _app.UseMiddleware<NullCharacters>();
        _app.MapPost("/people", (PersonRequest _) => Results.Ok()).WithMetadata(new TextOfRequest(KeepsBody: true));
        _app.MapPost("/forms", (FormRequest _) => Results.Ok()).WithMetadata(new TextOfRequest(KeepsBody: true));
        _app.MapGet("/people/{person_id}", (Guid person_id) => Results.Ok(person_id));
        _app.MapGet("/people",
            (int? page, bool? is_active, DateTimeOffset? since, string q, [FromQuery(Name = "page_size")] int? pageSize, int? key_number) => Results.Ok());
        _app.MapGet("/people/{person_id}/pets", (Guid person_id, PetListParameters list) => Results.Ok(list.Page ?? person_id.Version));
    }

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("{}", "/name missing", "/age missing")]
    [InlineData("""{"name":"Ada"}""", "/age missing")]
    [InlineData("""{"name":"Ada","age":1,"pets":[{"kind":"cat"},{}]}""", "/pets/1/kind missing")]
    [InlineData("""{"name":null}""", "/name missing")]
    [InlineData("""{"name":7}""", "/name string_type")]
    [InlineData("""{"age":"old"}""", "/age int_parsing")]
    [InlineData("""{"age":99999999999}""", "/age int_parsing")]
    [InlineData("""{"id":"me"}""", "/id uuid_parsing")]
    [InlineData("""{"born":"long ago"}""", "/born datetime_parsing")]
    [InlineData("""{"is_active":"yes"}""", "/is_active bool_parsing")]
    [InlineData("""{"weight":"1"}""", "/weight decimal_parsing")]
    [InlineData("""{"pets":{}}""", "/pets list_type")]
    [InlineData("""{"pets":[7]}""", "/pets/0 model_attributes_type")]
    [InlineData("""{"pets":[{"kind":7}]}""", "/pets/0/kind string_type")]
    [InlineData("""{"notes":[]}""", "/notes dict_type")]
    [InlineData("""{"notes":{"a/b":7}}""", "/notes/a~1b string_type")]
    [InlineData("""{"notes":{"depth":7}}""", "/notes/depth string_type")]
    [InlineData("""{"notes":{"Duplicate Path: $":7}}""", "/notes/Duplicate Path: $ string_type")]
    [InlineData("[]", " model_attributes_type")]
    [InlineData("\uFEFF{}", "/name missing", "/age missing")]
    [InlineData("""{"name":7, and no JSON""", "/name string_type")]
    [InlineData("""{"name":"Ada","age":null}""", "/age int_parsing")]
    [InlineData("""{"name":"Ada","age":1,"home":{"street":"x"}}""", "/home/street value_error")]
    public async Task A_body_of_a_wrong_shape_is_told_member_by_member(string body, params string[] problems)
    {
        var error = await RefusedAsync(HttpMethod.Post, "/people", body);

        error.Code.ShouldBe(ValidationErrors.Code);
        error.Problems.Select(problem => $"{problem.Pointer} {problem.Rule}").ShouldBe(problems);
        error.Problems.ShouldAllBe(problem => problem.Source == ProblemSource.Body && problem.Input == null);
    }

    [Fact]
    public async Task Of_many_missing_members_a_sentence_names_as_many_as_it_takes()
    {
        var error = await RefusedAsync(HttpMethod.Post, "/forms", "{}");

        error.Message.ShouldBe("The request body lacks name_of_dog, name_of_cat, name_of_cow, name_of_pig, name_of_hen");
        error.Problems.Select(problem => problem.Pointer).ShouldBe(["/name_of_dog", "/name_of_cat", "/name_of_cow", "/name_of_pig", "/name_of_hen"]);
    }

    [Theory]
    [InlineData("", "A request body is required")]
    [InlineData("null", "A request body is required")]
    [InlineData("""{"name":tru}""", "The request body is not valid JSON (line 1, byte 12)")]
    [InlineData("""{"name":"Ada" """, "The request body is not valid JSON (line 1, byte 15)")]
    [InlineData("""{"name":"Ada","name":"Bob"}""", "The request body has a property twice")]
    [InlineData("""{"notes":{"a":"1","a":"2"}}""", "The request body has a property twice")]
    [InlineData("""{"age":1,"AGE":1}""", "The request body has a property twice")]
    [InlineData("""{"more":{"a":[{"b":1,"b":2}]}}""", "The request body has a property twice")]
    [InlineData("""{"home":{"city":"x"},"home":{"city":"y"}}""", "The request body has a property twice")]
    [InlineData("""{"more":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[""", "The request body is nested too deeply")]
    public async Task A_body_that_is_none_is_told_as_a_whole(string body, string sentence)
    {
        var error = await RefusedAsync(HttpMethod.Post, "/people", body);

        error.ShouldBe(RequestErrors.Invalid(sentence));
    }

    [Theory]
    [InlineData("/people?q=a&page=two", "/page int_parsing Query", "two")]
    [InlineData("/people?q=a&page=1&page=2", "/page int_parsing Query", "1,2")]
    [InlineData("/people?q=a&page_size=x", "/page_size int_parsing Query", "x")]
    [InlineData("/people?q=a&is_active=perhaps", "/is_active bool_parsing Query", "perhaps")]
    [InlineData("/people?q=a&since=soon", "/since datetime_parsing Query", "soon")]
    [InlineData("/people?q=a&key_number=hunter2", "/key_number int_parsing Query", null)]
    [InlineData("/people", "/q missing Query", null)]
    [InlineData("/people/me", "/person_id uuid_parsing Path", "me")]
    [InlineData("/people/me/pets?page=x", "/person_id uuid_parsing Path", "me")]
    [InlineData("/people/0198c7a4-6f0e-7d3a-9f55-0a1b2c3d4e5f/pets?page=x", "/page int_parsing Query", "x")]
    public async Task A_parameter_that_does_not_parse_is_told_with_its_place(string path, string problem, string? input)
    {
        var error = await RefusedAsync(HttpMethod.Get, path);

        error.Code.ShouldBe(ValidationErrors.Code);
        var only = error.Problems.ShouldHaveSingleItem();
        $"{only.Pointer} {only.Rule} {only.Source}".ShouldBe(problem);
        only.Input.ShouldBe(input);
    }

    private async Task KeepErrorAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception)
        {
            _error = RequestFaults.ErrorOf(exception, context);
        }
    }

    private async Task<Error> RefusedAsync(HttpMethod method, string path, string? body = null)
    {
        using var client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        await client.CallAsync(method, path, body);
        return _error.ShouldNotBeNull();
    }

    private sealed record PersonRequest(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("age")] int Age,
        [property: JsonPropertyName("id")] Guid? Id = null,
        [property: JsonPropertyName("born")] DateTimeOffset? Born = null,
        [property: JsonPropertyName("is_active")] bool? IsActive = null,
        [property: JsonPropertyName("weight")] decimal Weight = 0,
        [property: JsonPropertyName("pets")] IReadOnlyList<PetRequest>? Pets = null,
        [property: JsonPropertyName("notes")] Dictionary<string, string>? Notes = null,
        [property: JsonPropertyName("more")] JsonElement? More = null,
        [property: JsonPropertyName("home")] HomeRequest? Home = null);

    private sealed record FormRequest(string NameOfDog, string NameOfCat, string NameOfCow, string NameOfPig, string NameOfHen, string NameOfFox);

    private sealed record PetRequest([property: JsonPropertyName("kind")] string Kind);

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    private sealed record HomeRequest([property: JsonPropertyName("city")] string? City);

    private sealed record PetListParameters(int? Page) : QueryParameters<PetListParameters>;
}
