using System.Collections.Concurrent;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>
/// The documents as they are sent, each made and compressed once: the framework would make one anew for every request, some hundred milliseconds of
/// work that any caller could ask for. Endpoints do not change while the server runs.
/// </summary>
internal sealed class KeptDocuments(IServiceProvider services)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<KeptAnswer>>> _documents = new(StringComparer.Ordinal);

    /// <param name="name">Of a document that there is.</param>
    public Task<KeptAnswer> GetAsync(string name) => _documents.GetOrAdd(name, known => new Lazy<Task<KeptAnswer>>(() => MakeAsync(known))).Value;

    private async Task<KeptAnswer> MakeAsync(string name)
    {
        // Not cancelled with the request that happens to be the first: others wait for it, too.
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(name).GetOpenApiDocumentAsync();
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1);
        return new KeptAnswer(json.ToArray(), KeptAnswer.Json);
    }
}
