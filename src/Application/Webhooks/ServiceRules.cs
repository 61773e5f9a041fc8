using System.Text;
using FluentValidation;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>What a service may be called, where it may be, and what it may sign with. Null leaves a value as it is.</summary>
internal static class ServiceRules
{
    private const string NameForm = "Must have 1 to 100 letters, digits, '.', '_' and '-', and begin with a letter or digit";

    public static void ServiceName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Length(1, 100).WithMessage(NameForm).Matches(@"^[A-Za-z0-9][A-Za-z0-9._-]*$").WithMessage(NameForm)
            .Must(name => name is null || !name.EndsWith('\n')).WithMessage(NameForm);

    public static void BaseUrl<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(url => url is null || IsBaseUrl(url))
            .WithMessage("Must be an absolute http or https address of at most 500 characters, without user, query and fragment");

    public static void Secret<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(secret => string.IsNullOrEmpty(secret) || (secret.Length is >= 8 and <= 255 && !secret.Any(char.IsControl)))
            .WithMessage("Must have 8 to 255 characters and no control characters");

    /// <summary>Why a secret and a way to sign don't go together; null where they do.</summary>
    /// <param name="signature">What is asked for; null to leave it as it is.</param>
    /// <param name="secret">What is asked for; null to leave it as it is, empty for none.</param>
    /// <param name="service">As it is now; null for a new one.</param>
    public static Error? RefusalOf(ServiceSignature? signature, string? secret, Service? service)
    {
        var settled = signature is null ? service?.Signature : signature.Settled();
        // A secret belongs to its scheme: one that was made for another would refuse everything, or nothing.
        var isMissing = signature is null ? secret is "" : string.IsNullOrEmpty(secret);
        if (settled is not null && isMissing)
            return Invalid($"The signature scheme {settled.Scheme} needs a secret in the same request; signature.scheme default needs none");
        // Stripe's secrets begin in the same way, and are no base64.
        var isStandard = settled is null or { Scheme: ServiceSignature.StandardWebhooks };
        return isStandard && secret is not null && WebhookSignature.StandardKeyOf(Encoding.UTF8.GetBytes(secret)) is null
            ? Invalid($"Must have base64 behind {WebhookSignature.StandardPrefix}") : null;
    }

    private static Error Invalid(string message) => ValidationErrors.Invalid([new Problem("/secret", message) { Rule = ProblemRule.ValueError }]);

    private static bool IsBaseUrl(string text) =>
        text.Length <= 500 && Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0
            && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '?' or '#');
}
