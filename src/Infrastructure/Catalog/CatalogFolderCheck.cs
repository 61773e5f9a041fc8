using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>A folder of tools that the operator names has to be there: without it the server would be a healthy one with no tool.</summary>
internal sealed class CatalogFolderCheck(IConfiguration settings) : IValidateOptions<CatalogOptions>
{
    public ValidateOptionsResult Validate(string? name, CatalogOptions options) =>
        string.IsNullOrEmpty(settings["Catalog:Path"]) || options.Path.Length == 0 || options.Resolve() is not null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Catalog:Path names {Path.GetFullPath(options.Path)}, which is no folder");
}
