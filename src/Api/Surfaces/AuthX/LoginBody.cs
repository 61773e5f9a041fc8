using ModuleX.Api.Hosting;
using ModuleX.Application.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>What people sign in with, as JSON or as a form.</summary>
internal sealed record LoginBody(LoginRequest Request, bool IsForm)
{
    private const string UsernameName = "username";

    public static async ValueTask<LoginBody?> BindAsync(HttpContext context) =>
        FormBody.IsIn(context.Request) ? new(Of(await FormBody.ReadAsync(context.Request)), true)
            : new((await JsonBody.ReadAsync<LoginRequest>(context))!, false);

    /// <summary>The error with the names of what was sent: a form calls the e-mail address <c>username</c>.</summary>
    public Error InOwnNames(Error error) => !IsForm ? error : error with
    {
        Problems = [.. error.Problems.Select(problem => problem.Pointer == "/email" ? problem with { Pointer = "/" + UsernameName } : problem)],
    };

    /// <summary>An empty slug counts as none: forms send empty fields.</summary>
    public SignInCommand ToCommand(TenantOfRequest tenant, ClientOfRequest client)
    {
        var terms = new LoginTerms(KeepsRefreshToken: true, OrganizationSlug: string.IsNullOrEmpty(Request.OrganizationSlug) ? null : Request.OrganizationSlug);
        return new(tenant.Tenant, Request.Email, Request.Password, terms, client.Facts, IsForm ? LoginName.EmailOrUsername : LoginName.Email);
    }

    public override string ToString() => nameof(LoginBody);

    private static LoginRequest Of(FormBody form)
    {
        if (form.Find("grant_type") is { Length: > 0 } grant && grant != "password") form.Refuse("grant_type", "must be password", ProblemRule.ValueError);
        var (username, password, slug) = (form.Require(UsernameName), form.Require("password"), form.Find("organization_slug"));
        form.ThrowIfInvalid();
        return new(username, password, slug);
    }
}
