using System.Text;
using FluentValidation;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>What a service may be called, where it may be, and what it may sign with. Null leaves a value as it is.</summary>
internal static class ServiceRules
{
    private const string NameForm = "Must have 1 to 100 letters, digits, '.', '_' and '-', and begin with a letter or digit";

    public static void ServiceName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Length(1, 100).WithMessage(NameForm).Matches(@"^[A-Za-z0-9][A-Za-z0-9._-]*$").WithMessage(NameForm).Must(name => name is null || !name.EndsWith('\n')).WithMessage(NameForm);

    public static void BaseUrl<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(url => url is null || IsBaseUrl(url)).WithMessage("Must be an absolute http or https address of at most 500 characters, without user, query and fragment");

    public static void Secret<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(secret => string.IsNullOrEmpty(secret) || (secret.Length is >= 8 and <= 255 && !secret.Any(char.IsControl))).WithMessage("Must have 8 to 255 characters and no control characters")
            .Must(secret => secret is null || WebhookSignature.StandardKeyOf(Encoding.UTF8.GetBytes(secret)) is not null).WithMessage($"Must have base64 behind {WebhookSignature.StandardPrefix}");

    private static bool IsBaseUrl(string text) =>
        text.Length <= 500 && Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0 && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '?' or '#');
}
