using Microsoft.AspNetCore.WebUtilities;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Api.Pages;

/// <summary>Signing in to the pages and out of them, by the login that all surfaces have.</summary>
internal static class SignInEndpoints
{
    private const string Path = "/sign-in";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, Ask);
        pages.MapPost(Path, SignIn).RequireStrictRate();
        pages.MapPost("/sign-out", SignOut);
    }

    /// <param name="returnTo">The page to come back to, at this server.</param>
    /// <param name="tenant">The domain of the tenant whose people sign in.</param>
    public static string AddressOf(string returnTo, string tenant, string? language) =>
        QueryHelpers.AddQueryString(Path, new Dictionary<string, string?> { ["return_to"] = returnTo, ["tenant"] = tenant, ["language"] = language });

    private static async Task<IResult> Ask(string? return_to, string? tenant, string? language, PageOfRequest page)
    {
        page.Speak(language);
        var entry = new Entry(ReturnOf(return_to), tenant ?? Tenant.DefaultDomain, null);
        if (await page.FindCallerAsync() is null) return ShowForm(page, entry, StatusCodes.Status200OK);
        return entry.ReturnTo.Length > 0 ? Results.LocalRedirect(entry.ReturnTo)
            : page.Show(new PageMessage(PageMessageKind.Success, page.Texts.SignedInTitle, [page.Texts.CloseWindow], SignOutReturn: ""));
    }

    private static async Task<IResult> SignIn(
        PageOfRequest page, ClientOfRequest client, IOrganizationRepository organizations, IUseCases useCases, CancellationToken cancellationToken)
    {
        var form = await FormBody.ReadAsync(page.Request);
        var (email, password) = (form.Require("email").Trim(), form.Require("password"));
        var (returnTo, domain, language) = (form.Find("return_to"), form.Find("tenant"), form.Find("language"));
        form.ThrowIfInvalid();
        page.Speak(language);
        var entry = new Entry(ReturnOf(returnTo), domain ?? Tenant.DefaultDomain, email, password.Length > 0);
        if (email.Length == 0 || password.Length == 0) return ShowForm(page, entry with { IsChecked = true }, StatusCodes.Status400BadRequest);
        // An unknown tenant is answered as a wrong password is: its name tells nothing.
        if (await organizations.FindTenantAsync(entry.Tenant, cancellationToken) is not { } tenant)
            return ShowForm(page, entry, StatusCodes.Status401Unauthorized, IdentityErrors.CredentialsInvalid);
        var signIn = await useCases.SendAsync(new SignInCommand(tenant.Id, email, password, new LoginTerms(), client.Facts), cancellationToken);
        if (signIn.Failed(out var error, out var view)) return ShowForm(page, entry, StatusCodes.Status401Unauthorized, error);
        page.SignIn(view);
        return Results.LocalRedirect(entry.ReturnTo.Length > 0 ? entry.ReturnTo : Path);
    }

    private static async Task<IResult> SignOut(PageOfRequest page, IUseCases useCases, CancellationToken cancellationToken)
    {
        var form = await FormBody.ReadAsync(page.Request);
        var returnTo = ReturnOf(form.Find("return_to"));
        form.ThrowIfInvalid();
        var caller = await page.FindCallerAsync();
        if (page.SignOut() is { } token && caller is not null) await useCases.SendAsync(new SignOutCommand(caller, token), cancellationToken);
        return Results.LocalRedirect(returnTo.Length > 0 ? returnTo : Path);
    }

    private static IResult ShowForm(PageOfRequest page, Entry entry, int status, Error? error = null)
    {
        var texts = page.Texts;
        IReadOnlyList<PageField> fields =
        [
            new("email", texts.Email, null, "email", entry.Email, true, "username",
                entry is { IsChecked: true, Email.Length: 0 } ? texts.FieldMissing(texts.Email) : null),
            new("password", texts.Password, null, "password", null, true, "current-password",
                entry is { IsChecked: true, HasPassword: false } ? texts.FieldMissing(texts.Password) : null),
        ];
        var notice = error switch
        {
            null => null,
            { Code: IdentityErrors.AccountLockedCode, RetryAfter: { } wait } => texts.Locked((int)Math.Max(1, Math.Ceiling(wait.TotalMinutes))),
            { Kind: ErrorKind.Unauthenticated or ErrorKind.Invalid } => texts.SignInWrong,
            _ => texts.Fault,
        };
        return page.Show(status, new FormPage(
            "ModuleX", texts.SignInTitle, texts.SignInReason, [], Path,
            [new("return_to", entry.ReturnTo), new("tenant", entry.Tenant), new("language", texts.Language)], fields, texts.SignInButton, notice));
    }

    /// <summary>Where to go afterwards; empty for nowhere. Anything but a path of this server would make the sign-in page a way to another site.</summary>
    private static string ReturnOf(string? asked) =>
        asked is { Length: > 1 and <= 2000 } && asked[0] == '/' && asked[1] is not ('/' or '\\') && !asked.Any(char.IsControl) ? asked : "";

    /// <summary>What stands in the form.</summary>
    /// <param name="IsChecked">Whether what is missing is said.</param>
    private sealed record Entry(string ReturnTo, string Tenant, string? Email, bool HasPassword = false, bool IsChecked = false);
}
