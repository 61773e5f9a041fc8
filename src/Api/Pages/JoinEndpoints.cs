using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Application.Invitations;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Pages;

/// <summary>The page of an invitation: joining with an account, or with one that is made here.</summary>
internal static class JoinEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/join/{token}", Open);
        pages.MapPost("/join/{token}", Join).RequireStrictRate();
    }

    private static async Task<IResult> Open(string token, PageOfRequest page, IUseCases useCases, CancellationToken cancellationToken)
    {
        var person = (await page.FindCallerAsync())?.User;
        return (await useCases.SendAsync(new OpenInvitationQuery(token, person), cancellationToken)).Failed(out var error, out var opened)
            ? error.ToResult() : Show(page, token, opened, person is null, new Entry(null, null), null);
    }

    private static async Task<IResult> Join(string token, PageOfRequest page, ClientOfRequest client, IUseCases useCases, CancellationToken cancellationToken)
    {
        var form = await FormBody.ReadAsync(page.Request);
        var (password, entry) = (form.Find("password") ?? "", new Entry(form.Find("first_name"), form.Find("last_name")));
        form.ThrowIfInvalid();
        var caller = await page.FindCallerAsync();
        if ((await useCases.SendAsync(new OpenInvitationQuery(token, caller?.User), cancellationToken)).Failed(out var error, out var opened))
            return error.ToResult();
        if (opened.State != InvitationState.Open || opened.Access is not null)
            return Show(page, token, opened, caller is null, entry, null);
        if (caller is not null)
        {
            return (await useCases.SendAsync(new AcceptInvitationCommand(token, caller), cancellationToken)).Failed(out error, out _)
                ? Show(page, token, opened, false, entry, error) : Results.LocalRedirect(AddressOf(token));
        }
        if (password.Length == 0) return Show(page, token, opened, true, entry with { IsEmpty = true }, null);
        var command = new RegisterByInvitationCommand(token, password, NullIfEmpty(entry.FirstName), NullIfEmpty(entry.LastName), client.Facts);
        if ((await useCases.SendAsync(command, cancellationToken)).Failed(out error, out var signIn)) return Show(page, token, opened, true, entry, error);
        page.SignIn(signIn);
        return Results.LocalRedirect(AddressOf(token));
    }

    private static IResult Show(PageOfRequest page, string token, OpenedInvitationView opened, bool isNobody, Entry entry, Error? error)
    {
        var texts = page.Texts;
        // A new account leads here, too, if its person opens the link again without being signed in.
        if (opened.Access?.Code == InvitationErrors.SignIn.Code)
            return Results.LocalRedirect(SignInEndpoints.AddressOf(AddressOf(token), opened.TenantDomain, null));
        if (opened.Access is not null)
        {
            return page.Show(
                new PageMessage(PageMessageKind.Problem, texts.OtherPersonTitle, [texts.OtherPerson], SignOutReturn: AddressOf(token)),
                StatusCodes.Status403Forbidden);
        }
        return opened.State switch
        {
            InvitationState.Expired => page.Show(InvitationErrors.Expired, StatusCodes.Status410Gone),
            InvitationState.Accepted when isNobody => page.Show(InvitationErrors.Used, StatusCodes.Status410Gone),
            InvitationState.Accepted => page.Show(new PageMessage(PageMessageKind.Success, texts.JoinedTitle(opened.OrganizationName), [texts.CloseWindow])),
            _ => ShowForm(page, token, opened, isNobody, entry, error),
        };
    }

    private static IResult ShowForm(PageOfRequest page, string token, OpenedInvitationView opened, bool isNew, Entry entry, Error? error)
    {
        var (texts, organization) = (page.Texts, opened.OrganizationName);
        IReadOnlyList<PageField> fields = !isNew ? [] :
        [
            NameField("first_name", texts.FirstName, entry.FirstName, "given-name"),
            NameField("last_name", texts.LastName, entry.LastName, "family-name"),
            new("password", texts.Password, texts.PasswordRules(opened.Passwords), "password", null, true, "new-password",
                entry.IsEmpty ? texts.FieldMissing(texts.Password) : Has("password") ? texts.PasswordRefused : null),
        ];
        var notice = error switch
        {
            null or { Problems.Length: > 0 } => null,
            { Code: OrganizationErrors.FullCode } => texts.Full(organization),
            _ => texts.Fault,
        };
        var status = error switch
        {
            null => entry.IsEmpty ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
            _ => error.Kind == ErrorKind.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest,
        };
        return page.Show(
            status,
            new FormPage(
                organization, texts.JoinTitle(organization), isNew ? texts.JoinNewReason(organization) : texts.JoinReason(organization),
                [new(texts.Email, opened.Email), new(texts.Role, texts.NameOf(opened.Role))], AddressOf(token), [], fields, texts.JoinButton(organization),
                notice));

        PageField NameField(string name, string title, string? value, string autoComplete) =>
            new(name, title, null, "text", value, false, autoComplete, Has(name) ? texts.FieldTooLong(title) : null);

        bool Has(string field) => error?.Problems.Any(problem => problem.Pointer == "/" + field) == true;
    }

    private static string AddressOf(string token) => $"/join/{Uri.EscapeDataString(token)}";

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>What was entered, but for the password.</summary>
    /// <param name="IsEmpty">Whether it came without one.</param>
    private sealed record Entry(string? FirstName, string? LastName, bool IsEmpty = false);
}
