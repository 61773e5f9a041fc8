using Microsoft.AspNetCore.Antiforgery;
using ModuleX.Api.Hosting;

namespace ModuleX.Api.Pages;

/// <summary>What holds for every page with a form: a safe connection, and forms from this server alone.</summary>
internal sealed class PageRules(PageSecurity security, IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!security.IsSafe) return PageErrors.Insecure.ToResult();
        if (HttpMethods.IsPost(http.Request.Method) && !(security.IsOwn(http.Request) && await antiforgery.IsRequestValidAsync(http)))
            return PageErrors.ForeignForm.ToResult();
        return await next(context);
    }
}
