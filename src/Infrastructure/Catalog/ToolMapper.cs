using System.Collections.Immutable;
using System.Text.Json;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.JsonSchema;

namespace ModuleX.Infrastructure.Catalog;

/// <summary>Makes the tool of a manifest that passed every check, with the addresses that the settings moved.</summary>
/// <param name="publicUrl">What <c>{public_url}</c> stands for, without a slash at its end.</param>
internal sealed class ToolMapper(string publicUrl)
{
    private const string PublicUrlName = "{public_url}";

    /// <param name="schemas">The parameters of the actions, in the order of the manifest.</param>
    /// <param name="settingsOf">The settings of the tool, given the variables that its manifest names.</param>
    public ToolDefinition Map(JsonElement manifest, ImmutableArray<CompiledSchema> schemas, Func<ImmutableArray<EnvironmentVariable>, ToolSettings> settingsOf)
    {
        var variables = manifest.Items("environment_variables").Select(VariableOf).ToImmutableArray();
        var settings = settingsOf(variables);
        var defaults = manifest.Member("defaults") ?? default;
        var answered = manifest.Items("auth").SelectMany(auth => KnownFields.Of(manifest, auth).Answered).ToHashSet();
        var hosts = manifest.GetProperty("server").Texts("allowed_hosts");
        var toolErrors = manifest.Items("errors").Select(ActionMapper.ErrorOf).ToImmutableArray();
        return new ToolDefinition
        {
            Name = manifest.Text("name")!,
            DisplayName = manifest.Text("display_name")!,
            Description = manifest.Text("description")!,
            Version = manifest.Text("version")!,
            Author = manifest.Text("author") ?? "ModuleX",
            Categories = manifest.Texts("categories"),
            Tags = manifest.Texts("tags"),
            Dependencies = manifest.Texts("dependencies"),
            Logo = manifest.Text("logo"),
            AppUrl = manifest.Text("app_url"),
            Server = ServerOf(manifest.GetProperty("server"), settings, UrlOf),
            ConnectionFields = [.. manifest.Items("connection_fields").Select(AuthMapper.FieldOf)],
            Auth = AuthMapper.Map(manifest, settings, UrlOf),
            EnvironmentVariables = variables,
            Verification = manifest.Member("verification") is { } verification
                ? new VerificationRequest(
                    verification.Text("method") ?? "GET", verification.Text("path")!, [.. verification.Texts("label").Select(path => JsonPath.Parse(path)!)])
                : null,
            Errors = toolErrors,
            Response = ActionMapper.ResponseOf(default, defaults.Member("response") ?? default),
            Actions = new(schemas.Length, () =>
                [.. manifest.Items("actions").Select((action, index) => ActionMapper.Map(action, schemas[index], defaults, toolErrors, UrlOf))]),
        };

        UrlTemplate UrlOf(string text)
        {
            var url = new UrlTemplate(text.Replace(PublicUrlName, publicUrl, StringComparison.Ordinal));
            return url.HasOpenHost && url.HostNames.Any(answered.Contains) ? url with { AllowedHosts = hosts } : url;
        }
    }

    private static ToolServer ServerOf(JsonElement server, ToolSettings settings, Func<string, UrlTemplate> urlOf) => new(
        urlOf(settings.Server ?? server.Text("url")!), server.Texts("allowed_hosts"), server.TextMap("headers"));

    private static EnvironmentVariable VariableOf(JsonElement variable) => new(
        variable.Text("name")!, variable.Text("description")!, variable.Text("sample_format"),
        variable.Flag("required") ?? false, variable.Flag("secret") ?? false, variable.Text("setting"));
}
