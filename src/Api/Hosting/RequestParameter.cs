namespace ModuleX.Api.Hosting;

/// <summary>A parameter that an endpoint takes through a type which reads the request itself, for the endpoint's description.</summary>
/// <param name="MaximumLength">In characters; null where <paramref name="Format"/> says enough.</param>
internal sealed record RequestParameter(string Name, bool IsHeader, bool IsRequired, string Description, string? Format = null, int? MaximumLength = null);
