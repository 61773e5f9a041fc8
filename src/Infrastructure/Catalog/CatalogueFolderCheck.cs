using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>A folder of tools that the operator names has to be there: without it the server would be a healthy one with no tool.</summary>
internal sealed class CatalogueFolderCheck(IConfiguration settings) : IValidateOptions<CatalogueOptions>
{
    public ValidateOptionsResult Validate(string? name, CatalogueOptions options) =>
        string.IsNullOrEmpty(settings["Catalogue:Path"]) || options.Path.Length == 0 || options.Resolve() is not null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Catalogue:Path names {Path.GetFullPath(options.Path)}, which is no folder");
}
