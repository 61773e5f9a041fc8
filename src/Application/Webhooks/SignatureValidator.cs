using System.Text.RegularExpressions;
using FluentValidation;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>The shape of a way to sign. What a scheme does not use is refused, so that it is not taken for something that counts.</summary>
internal sealed partial class SignatureValidator : AbstractValidator<ServiceSignature>
{
    private const int MaximumLength = 100;
    private const int MaximumPrefix = 20;
    private const string PlaceForm = "Must be a header's name, or a JSONPath of one value such as $.event.type";

    public SignatureValidator()
    {
        RuleFor(signature => signature.Scheme).OneOf(ServiceSignature.All);
        RuleFor(signature => signature.Header).MaximumLength(MaximumLength).Must(header => header is null || HeaderName().IsMatch(header))
            .WithMessage("Must be a header's name");
        RuleFor(signature => signature.Header).NotNull().When(signature => signature.HasHeader)
            .WithMessage("The scheme needs the header that has the signature");
        RuleFor(signature => signature.Header).Null().When(signature => !signature.HasHeader)
            .WithMessage("Only hmac-sha256 and token have a header of their own");
        RuleFor(signature => signature.Prefix).MaximumLength(MaximumPrefix)
            .Must(prefix => prefix is null || prefix.All(letter => letter is >= ' ' and <= '~')).WithMessage("Must be ASCII that can be printed");
        RuleFor(signature => signature.Prefix).Null().When(signature => !signature.HasHeader)
            .WithMessage("Only hmac-sha256 and token have a prefix of their own");
        RuleFor(signature => signature.Encoding).OneOf(ServiceSignature.Encodings);
        RuleFor(signature => signature.Encoding).Null().When(signature => signature.Scheme != ServiceSignature.Hmac)
            .WithMessage("Only hmac-sha256 has an encoding of its own");
        RuleFor(signature => signature.Event).MaximumLength(MaximumLength).Must(IsPlace).WithMessage(PlaceForm);
        RuleFor(signature => signature.Delivery).MaximumLength(MaximumLength).Must(IsPlace).WithMessage(PlaceForm);
        RuleFor(signature => signature).Must(signature => signature is { Event: null, Delivery: null })
            .When(signature => signature.Scheme == ServiceSignature.Default)
            .WithMessage("The default scheme takes the event from X-Event-Type, and the delivery from webhook-id or X-Delivery-Id");
    }

    private static bool IsPlace(string? place) =>
        place is null || (place.StartsWith('$') ? JsonPath.Parse(place) is { IsSingular: true } : HeaderName().IsMatch(place));

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HeaderName();
}
