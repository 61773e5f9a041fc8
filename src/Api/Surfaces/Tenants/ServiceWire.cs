using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mapster;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Api.Surfaces.Tenants;

/// <param name="Name">1 to 100 letters, digits, '.', '_' and '-'; unique in the tenant, whatever the case.</param>
/// <param name="BaseUrl">An absolute http or https address.</param>
/// <param name="Secret">What the service signs its webhooks with, 8 to 255 characters; whsec_ and base64 is the form of Standard Webhooks. Left out:
/// they need no signature. It is never shown.</param>
/// <param name="Signature">How it signs them; X-Signature or Standard Webhooks where left out.</param>
/// <param name="IsActive">Whether webhooks are taken from it, and its health is watched; true where left out.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[LimitsOf(typeof(RegisterServiceCommand))]
internal sealed record NewServiceRequest(
    string Name,
    [property: MaxLength(500)] string BaseUrl,
    [property: MaxLength(255)] string? Secret = null,
    ServiceSignatureRequest? Signature = null,
    bool IsActive = true)
{
    public RegisterServiceCommand ToCommand(Caller caller) => 
        new(caller.Actor, Name, BaseUrl, Secret, Signature?.ToSignature(), IsActive);
}

/// <summary>What is left out stays as it is.</summary>
/// <param name="Name">As when it was registered.</param>
/// <param name="BaseUrl">An absolute http or https address.</param>
/// <param name="Secret">Empty to take it away.</param>
/// <param name="Signature">Needs the secret in the same request, but for the scheme default.</param>
/// <param name="IsActive">Whether webhooks are taken from it, and its health is watched.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[LimitsOf(typeof(UpdateServiceCommand))]
internal sealed record ServiceChangeRequest(
    string? Name = null,
    [property: MaxLength(500)] string? BaseUrl = null,
    [property: MaxLength(255)] string? Secret = null,
    ServiceSignatureRequest? Signature = null,
    bool? IsActive = null)
{
    public UpdateServiceCommand ToCommand(Caller caller, Guid service) =>
        new(caller, new ServiceId(service), Name, BaseUrl, Secret, Signature?.ToSignature(), IsActive);
}

/// <summary>How a service signs its webhooks, and where they say what happened.</summary>
/// <param name="Scheme">github, slack, stripe and standard-webhooks sign as these do; hmac-sha256 signs the body; token sends the secret itself;
/// default is X-Signature or Standard Webhooks.</param>
/// <param name="Header">The header with the signature or the token; of hmac-sha256 and token, which need it.</param>
/// <param name="Prefix">What stands before the signature or the token, such as sha256=; of the same two.</param>
/// <param name="Encoding">hex or base64, of hmac-sha256; hex where left out.</param>
/// <param name="Event">Where the type of the event is: a header's name, or a JSONPath into the body such as $.type. The scheme's own place where
/// left out.</param>
/// <param name="Delivery">Where the id of the delivery is, in the same form.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ServiceSignatureRequest(
    [property: AllowedValues("default", "hmac-sha256", "github", "slack", "stripe", "standard-webhooks", "token")] string Scheme,
    [property: MaxLength(100)] string? Header = null,
    [property: MaxLength(20)] string? Prefix = null,
    [property: MaxLength(6)] string? Encoding = null,
    [property: MaxLength(100)] string? Event = null,
    [property: MaxLength(100)] string? Delivery = null)
{
    public ServiceSignature ToSignature() => new(Scheme, Header, Prefix, Encoding, Event, Delivery);
}

/// <summary>As it was set; what the scheme decides is left out.</summary>
/// <param name="Scheme">How the service signs.</param>
/// <param name="Header">The header with the signature or the token.</param>
/// <param name="Prefix">What stands before the signature or the token.</param>
/// <param name="Encoding">hex or base64.</param>
/// <param name="Event">Where the type of the event is.</param>
/// <param name="Delivery">Where the id of the delivery is.</param>
internal sealed record ServiceSignatureResponse(
    [property: AllowedValues("hmac-sha256", "github", "slack", "stripe", "standard-webhooks", "token")] string Scheme,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Header,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Prefix,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Encoding,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Event,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Delivery);

/// <param name="Id">A UUID.</param>
/// <param name="Name">The segment of the path to which its webhooks are sent.</param>
/// <param name="BaseUrl">Without a slash at the end.</param>
/// <param name="HasSecret">Whether its webhooks need a signature.</param>
/// <param name="Signature">How they are signed; left out for the default.</param>
/// <param name="IsActive">Whether webhooks are taken from it, and its health is watched.</param>
/// <param name="CreatedAt">ISO 8601 in UTC.</param>
/// <param name="UpdatedAt">ISO 8601 in UTC.</param>
internal sealed record ServiceResponse(
    ServiceId Id,
    string Name,
    string BaseUrl,
    bool HasSecret,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ServiceSignatureResponse? Signature,
    bool IsActive,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <param name="ExternalId">The service's own id of it.</param>
/// <param name="Type">users, subscriptions or notifications.</param>
/// <param name="Data">What is known of it.</param>
/// <param name="Revision">How often it was written.</param>
/// <param name="UpdatedAt">Of when it is: ISO 8601 in UTC.</param>
internal sealed record ServiceRecordResponse(
    string ExternalId,
    [property: AllowedValues("users", "subscriptions", "notifications")] string Type,
    JsonElement Data,
    long Revision,
    DateTimeOffset UpdatedAt)
{
    public static ServiceRecordResponse Of(SyncedRecordView record) =>
        new(record.ExternalId, record.Type, JsonElement.Parse(record.Data), record.Revision, record.UpdatedAt);
}

internal sealed class ServiceWire : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<ServiceSignature, ServiceSignatureResponse>();
        config.NewConfig<ServiceView, ServiceResponse>();
    }
}
