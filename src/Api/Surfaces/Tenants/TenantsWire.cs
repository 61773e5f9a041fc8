using ModuleX.Application.Paging;

namespace ModuleX.Api.Surfaces.Tenants;

/// <summary>Document 4's envelope around a success.</summary>
/// <param name="Status">success.</param>
internal sealed record Envelope<T>(string Status, string Message, T Data);

/// <summary>A list in document 4's form.</summary>
/// <param name="Results">The page that was asked for.</param>
internal sealed record ListResponse<T>(IReadOnlyList<T> Results);

internal sealed record TenantResultsResponse<T>(IReadOnlyList<T> Results);

/// <summary>What every answer of document 4 has in common on the wire.</summary>
internal static class TenantsWire
{
    public static Envelope<T> Success<T>(T data, string message = "Success") => new("success", message, data);

    public static ListResponse<TWire> ToWire<TView, TWire>(this Page<TView> page, Func<TView, TWire> toWire) => new([.. page.Items.Select(toWire)]);
}
