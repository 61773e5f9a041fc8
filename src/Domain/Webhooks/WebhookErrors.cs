using ModuleX.Domain.Results;

namespace ModuleX.Domain.Webhooks;

/// <summary>Why something with services and their webhooks is refused.</summary>
public static class WebhookErrors
{
    public static Error ServiceUnknown { get; } = new(ErrorKind.NotFound, "service_not_found", "Service not found");

    public static Error ServiceNameTaken { get; } = new(ErrorKind.Conflict, "service_name_taken", "A service with this name already exists");

    public static Error ServiceInactive { get; } = new(ErrorKind.Conflict, "service_inactive", "The service is switched off");

    public static Error EventTypeInvalid { get; } = new(
        ErrorKind.Invalid, "event_type_invalid", "The type of an event must have 1 to 100 characters that can be seen");

    public static Error DeliveryIdInvalid { get; } = new(
        ErrorKind.Invalid, "delivery_id_invalid", "The id of a delivery must have 1 to 255 characters that can be seen");

    public static Error BodyInvalid { get; } = new(ErrorKind.Invalid, "webhook_body_invalid", "The request body is not valid JSON");

    public static Error SignatureMissing { get; } = new(ErrorKind.Unauthenticated, "signature_missing", "A signature is required");

    public static Error SignatureInvalid { get; } = new(ErrorKind.Unauthenticated, "signature_invalid", "Invalid signature");

    public static Error NotStored { get; } = new(ErrorKind.Unavailable, "webhook_not_stored", "The webhook could not be stored: send it again")
        { RetryAfter = TimeSpan.FromSeconds(1) };

    public static Error EventUnknown { get; } = new(ErrorKind.NotFound, "webhook_event_not_found", "Webhook event not found");

    public static Error SyncRunning { get; } = new(ErrorKind.Conflict, "sync_running", "This sync is running already");

    /// <param name="place">A header's name, or a JSONPath into the body.</param>
    public static Error EventTypeMissing(string place) =>
        new(ErrorKind.Invalid, "event_type_missing",
            place.StartsWith('$') ? $"The body has no type of the event at {place}" : $"The header {place} is required");

    public static Error TimestampInvalid(string header) =>
        new(ErrorKind.Unauthenticated, "timestamp_invalid", $"{header} is too old, in the future, or no time");

    public static Error NotGivenUp(string status) =>
        new(ErrorKind.Conflict, "webhook_event_not_given_up", $"Only dead and failed events can be tried again; this one is {status}");

    /// <param name="names">The members that would do.</param>
    public static Error RecordIdMissing(string names) =>
        new(ErrorKind.Invalid, "record_id_missing", $"The payload has no id: {names} as text or a whole number");
}
