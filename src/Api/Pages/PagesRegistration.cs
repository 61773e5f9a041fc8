using Microsoft.AspNetCore.Antiforgery;

namespace ModuleX.Api.Pages;

/// <summary>Registers the pages that this server renders - connecting, signing in and joining - and the console.</summary>
internal static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<PageSecurity>();
        services.AddSingleton<ConsoleCookies>();
        services.AddOptions<AntiforgeryOptions>().Configure<PageSecurity>((options, security) =>
        {
            options.FormFieldName = PageFrame.FormField;
            options.HeaderName = null;
            options.SuppressXFrameOptionsHeader = true;
            options.Cookie = new FormCookie(security) { Name = security.CookieName("forms") };
        });
        return services;
    }

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().WithMetadata(PageEndpoint.Instance);
        PageAssets.Map(pages);
        var forms = pages.MapGroup("").AddEndpointFilter<IEndpointConventionBuilder, PageRules>();
        ConnectEndpoints.Map((IEndpointRouteBuilder)forms);
        SignInEndpoints.Map((IEndpointRouteBuilder)forms);
        JoinEndpoints.Map((IEndpointRouteBuilder)forms);
        ConsoleSession.Map(app);
        ConsoleFiles.Map(app);
    }

    /// <summary>The library's own policy asks whether the request came by https, which behind a proxy it need not have.</summary>
    private sealed class FormCookie(PageSecurity security) : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom) => security.Cookie();
    }
}
