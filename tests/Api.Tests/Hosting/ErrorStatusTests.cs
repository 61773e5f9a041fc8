using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModuleX.Api.Hosting;
using ModuleX.Application.Idempotency;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Runs;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Tests.Hosting;

public sealed class ErrorStatusTests
{
    [Theory]
    [InlineData(ValidationErrors.Code)]
    [InlineData(RequestErrors.InvalidCode)]
    [InlineData(RunErrors.ParametersInvalidCode)]
    [InlineData(IdempotencyErrors.KeyReusedCode)]
    public void The_surface_says_the_status_of_a_wrong_shape(string code)
    {
        ErrorStatus.Of(new Error(ErrorKind.Invalid, code, "m"), new StrictSurface()).ShouldBe(422);
        ErrorStatus.Of(new Error(ErrorKind.Invalid, code, "m"), SurfaceList.Of("/")).ShouldBe(400);
    }

    [Theory]
    [InlineData(RequestErrors.BodyTooLargeCode, 413)]
    [InlineData(RequestErrors.ContentTypeCode, 415)]
    [InlineData(RequestErrors.MethodCode, 405)]
    [InlineData("a_rule_of_the_business", 400)]
    public void Every_other_status_is_the_same_in_every_surface(string code, int status)
    {
        var error = new Error(ErrorKind.Invalid, code, "m");

        ErrorStatus.Of(error, new StrictSurface()).ShouldBe(status);
        foreach (var surface in SurfaceList.All) ErrorStatus.Of(error, surface).ShouldBe(status);
    }

    private sealed class StrictSurface : ISurface
    {
        public string Name => "strict";

        public IReadOnlyList<string> Prefixes => ["/strict"];

        public int ValidationStatus => StatusCodes.Status422UnprocessableEntity;

        public void Map(IEndpointRouteBuilder routes)
        {
        }

        public string Description => "Strict.";

        public Type ErrorBodyOf(int status) => typeof(object);

        public object BodyOf(HttpContext context, Error error, int status) => error.Message;
    }
}
