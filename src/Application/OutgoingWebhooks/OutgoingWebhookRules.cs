using FluentValidation;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Runs;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Results;

namespace ModuleX.Application.OutgoingWebhooks;

/// <summary>Where an endpoint may be and what it may choose. Null leaves a value as it is.</summary>
internal static class OutgoingWebhookRules
{
    private const string UrlForm = "Must be an absolute https address of at most 2000 characters, without user and fragment";

    private static readonly string TypeList = string.Join(", ", OutgoingEventTypes.All);

    public static void WebhookUrl<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(OutgoingWebhook.MaximumUrlLength).WithMessage(UrlForm).Must(url => url is null || IsUrl(url)).WithMessage(UrlForm);

    public static void WebhookEvents<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) =>
        rule.Must(events => events is null || events.All(type => type is not null && OutgoingEventTypes.All.Contains(type)))
            .WithMessage($"Must be types of events: {TypeList}; or empty for all");

    /// <summary>Why the address must not be sent anything; null where it may. What holds is the judgment where the socket connects.</summary>
    public static async Task<Error?> RefusalOfAsync(this IEgressCheck egress, string url, CancellationToken cancellationToken)
    {
        var address = new Uri(url);
        if (address.Scheme == Uri.UriSchemeHttp && !await egress.IsNamedAsync(address, cancellationToken))
            return Invalid("Must be an https address; http is for hosts that Egress:Allow names");
        return await egress.IsRefusedAsync(address, cancellationToken) ? Invalid("Must not lead to a private address that Egress:Allow does not name") : null;
    }

    private static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.Host.Length > 0 && url.UserInfo.Length == 0 && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '#' or '\\');

    private static Error Invalid(string message) => ValidationErrors.Invalid([new Problem("/url", message) { Rule = ProblemRule.ValueError }]);
}
