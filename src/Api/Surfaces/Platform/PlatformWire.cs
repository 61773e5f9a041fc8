namespace ModuleX.Api.Surfaces.Platform;

/// <param name="Success">true.</param>
internal sealed record SuccessResponse(bool Success);
