using System.ComponentModel.DataAnnotations;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Document 4's error body.</summary>
/// <param name="Status">failure.</param>
/// <param name="Error">What went wrong, for people.</param>
/// <param name="Data">Always null.</param>
internal sealed record TenantsErrorBody([property: AllowedValues("failure")] string Status, string Error, object? Data);

/// <summary>Errors of the domain as document 4 writes them.</summary>
internal static class TenantsErrors
{
    public static TenantsErrorBody ToTenants(this Error error) => new("failure", error.Message, null);
}
