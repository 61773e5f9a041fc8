using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>A list in document 4's form.</summary>
/// <param name="Results">The page that was asked for.</param>
internal sealed record ListResponse<T>([property: JsonPropertyName("results")] IReadOnlyList<T> Results);

/// <param name="Name">1 to 100 letters, digits, '.', '_' and '-'; unique in the tenant, whatever the case.</param>
/// <param name="BaseUrl">An absolute http or https address.</param>
/// <param name="Secret">What the service signs its webhooks with, 8 to 255 characters; whsec_ and base64 is the form of Standard Webhooks. Left out: they need no signature. It is never shown.</param>
/// <param name="Signature">How it signs them; X-Signature or Standard Webhooks where left out.</param>
/// <param name="IsActive">Whether webhooks are taken from it, and its health is watched; true where left out.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewServiceRequest(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("base_url"), MaxLength(500)] string BaseUrl,
    [property: JsonPropertyName("secret"), MaxLength(255)] string? Secret = null,
    [property: JsonPropertyName("signature")] ServiceSignatureRequest? Signature = null,
    [property: JsonPropertyName("is_active")] bool IsActive = true);

/// <summary>What is left out stays as it is.</summary>
/// <param name="Name">As when it was registered.</param>
/// <param name="BaseUrl">An absolute http or https address.</param>
/// <param name="Secret">Empty to take it away.</param>
/// <param name="Signature">Needs the secret in the same request, but for the scheme default.</param>
/// <param name="IsActive">Whether webhooks are taken from it, and its health is watched.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ServiceChangeRequest(
    [property: JsonPropertyName("name")] string? Name = null,
    [property: JsonPropertyName("base_url"), MaxLength(500)] string? BaseUrl = null,
    [property: JsonPropertyName("secret"), MaxLength(255)] string? Secret = null,
    [property: JsonPropertyName("signature")] ServiceSignatureRequest? Signature = null,
    [property: JsonPropertyName("is_active")] bool? IsActive = null);

/// <summary>How a service signs its webhooks, and where they say what happened.</summary>
/// <param name="Scheme">github, slack, stripe and standard-webhooks sign as these do; hmac-sha256 signs the body; token sends the secret itself; default is X-Signature or Standard Webhooks.</param>
/// <param name="Header">The header with the signature or the token; of hmac-sha256 and token, which need it.</param>
/// <param name="Prefix">What stands before the signature or the token, such as sha256=; of the same two.</param>
/// <param name="Encoding">hex or base64, of hmac-sha256; hex where left out.</param>
/// <param name="Event">Where the type of the event is: a header's name, or a JSONPath into the body such as $.type. The scheme's own place where left out.</param>
/// <param name="Delivery">Where the id of the delivery is, in the same form.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ServiceSignatureRequest(
    [property: JsonPropertyName("scheme"), AllowedValues("default", "hmac-sha256", "github", "slack", "stripe", "standard-webhooks", "token")] string Scheme,
    [property: JsonPropertyName("header"), MaxLength(100)] string? Header = null,
    [property: JsonPropertyName("prefix"), MaxLength(20)] string? Prefix = null,
    [property: JsonPropertyName("encoding"), MaxLength(6)] string? Encoding = null,
    [property: JsonPropertyName("event"), MaxLength(100)] string? Event = null,
    [property: JsonPropertyName("delivery"), MaxLength(100)] string? Delivery = null);

/// <summary>As it was set; what the scheme decides is left out.</summary>
/// <param name="Scheme">How the service signs.</param>
/// <param name="Header">The header with the signature or the token.</param>
/// <param name="Prefix">What stands before the signature or the token.</param>
/// <param name="Encoding">hex or base64.</param>
/// <param name="Event">Where the type of the event is.</param>
/// <param name="Delivery">Where the id of the delivery is.</param>
internal sealed record ServiceSignatureResponse(
    [property: JsonPropertyName("scheme"), AllowedValues("hmac-sha256", "github", "slack", "stripe", "standard-webhooks", "token")] string Scheme,
    [property: JsonPropertyName("header"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Header,
    [property: JsonPropertyName("prefix"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Prefix,
    [property: JsonPropertyName("encoding"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Encoding,
    [property: JsonPropertyName("event"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Event,
    [property: JsonPropertyName("delivery"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Delivery);

/// <param name="Id">A UUID.</param>
/// <param name="Name">The segment of the path to which its webhooks are sent.</param>
/// <param name="BaseUrl">Without a slash at the end.</param>
/// <param name="HasSecret">Whether its webhooks need a signature.</param>
/// <param name="Signature">How they are signed; left out for the default.</param>
/// <param name="IsActive">Whether webhooks are taken from it, and its health is watched.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
/// <param name="UpdatedAt">ISO 8601 in UTC.</param>
internal sealed record ServiceResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("base_url")] string BaseUrl,
    [property: JsonPropertyName("has_secret")] bool HasSecret,
    [property: JsonPropertyName("signature"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ServiceSignatureResponse? Signature,
    [property: JsonPropertyName("is_active")] bool IsActive,
    [property: JsonPropertyName("created_at")] string CreatedAt,
    [property: JsonPropertyName("updated_at")] string UpdatedAt);

/// <param name="ExternalId">The service's own id of it.</param>
/// <param name="Type">users, subscriptions or notifications.</param>
/// <param name="Data">What is known of it.</param>
/// <param name="Revision">How often it was written.</param>
/// <param name="UpdatedAt">Of when it is: ISO 8601 in UTC.</param>
internal sealed record ServiceRecordResponse(
    [property: JsonPropertyName("external_id")] string ExternalId,
    [property: JsonPropertyName("type"), AllowedValues("users", "subscriptions", "notifications")] string Type,
    [property: JsonPropertyName("data")] JsonElement Data,
    [property: JsonPropertyName("revision")] long Revision,
    [property: JsonPropertyName("updated_at")] string UpdatedAt);
