using Microsoft.OpenApi;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>Who may call an endpoint, in words and as OpenAPI says it.</summary>
internal static class AccessOfEndpoint
{
    private const string Bearer = "bearer";
    private const string ServiceKey = "serviceKey";

    public static List<OpenApiSecurityRequirement> SecurityOf(IList<object> metadata, OpenApiDocument document)
    {
        List<OpenApiSecurityRequirement> either = [];
        if (metadata.OfType<RequiredScope>().Any()) either.Add(Requirement(document, ServiceKey, KeyScheme));
        if (metadata.OfType<RequiredLevel>().Any()) either.Add(Requirement(document, Bearer, BearerScheme));
        return either;
    }

    public static string SentenceOf(IList<object> metadata)
    {
        if (metadata.OfType<RequiredPermission>().LastOrDefault() is { } permission) return $"Needs the permission `{permission.Name}`.";
        if (metadata.OfType<RequiredScope>().LastOrDefault() is not { } scope) return SentenceOf(metadata.OfType<RequiredLevel>().LastOrDefault()?.Level);
        var person = metadata.OfType<RequiredLevel>().Any() ? ", or a person's access token" : "";
        return $"Needs a service API key with the scope `{scope.Scope}`{person}.";
    }

    private static string SentenceOf(AccessLevel? level) => level switch
    {
        null => "Needs no credentials.",
        AccessLevel.User => "For every signed-in user.",
        AccessLevel.OrganizationMember => "For members of the organization, and admins of its tenant.",
        AccessLevel.OrganizationAdmin => "For owners and admins of the organization, and admins of its tenant.",
        AccessLevel.SystemAdmin => "For admins of the tenant.",
        AccessLevel.PlatformAdmin => "For admins of the default tenant.",
        AccessLevel.PlatformSuperAdmin => "For super admins of the default tenant.",
        _ => "For super admins.",
    };

    private static OpenApiSecurityScheme BearerScheme => new()
    {
        Type = SecuritySchemeType.Http,
        Scheme = "bearer",
        BearerFormat = "JWT",
        Description = "An access token of a login, as a JWT by the practices of RFC8725: one algorithm, issuer, audience and expiry are checked.",
    };

    private static OpenApiSecurityScheme KeyScheme => new()
    {
        Type = SecuritySchemeType.ApiKey,
        In = ParameterLocation.Header,
        Name = ServiceAuthentication.Header,
        Description = "A service API key of an organization, made with `keys create`. In the Development environment a caller on the same machine needs none.",
    };

    private static OpenApiSecurityRequirement Requirement(OpenApiDocument document, string name, OpenApiSecurityScheme scheme)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes.TryAdd(name, scheme);
        return new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(name, document)] = [] };
    }
}
