using System.Text.Json;
using FluentValidation;
using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Records;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Configuration;

/// <summary>
/// Changes a profile; null leaves as it is. What was applied before stays in force. NotFound: there is none. Conflict: the name is taken, or
/// another request changed it meanwhile.
/// </summary>
/// <param name="Config">A whole configuration, which replaces the old one.</param>
public sealed record UpdateConfigProfileCommand(Caller Caller, Guid Id, string? Name, string? Description, JsonElement? Config) : ICommand<ConfigProfileView>;

internal sealed class UpdateConfigProfileValidator : AbstractValidator<UpdateConfigProfileCommand>
{
    public UpdateConfigProfileValidator()
    {
        RuleFor(command => command.Name).OptionalName(ConfigProfile.MaximumNameLength);
        RuleFor(command => command.Description).OptionalText(ConfigProfile.MaximumDescriptionLength);
    }
}

internal sealed class UpdateConfigProfileHandler(IModules modules, IUnitsOfWork units, TimeProvider time)
    : ICommandHandler<UpdateConfigProfileCommand, ConfigProfileView>
{
    public async Task<Result<ConfigProfileView>> Handle(UpdateConfigProfileCommand command, CancellationToken cancellationToken)
    {
        string? json = null;
        if (command.Config is { } sent)
        {
            if (ConfigForm.ReadWhole(sent, modules.All).Failed(out var wrong, out var config)) return wrong;
            json = ConfigJson.Write(config);
        }
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if (await work.Configuration.FindProfileAsync(command.Id, cancellationToken) is not { } profile) return ConfigErrors.ProfileNotFound;
        if (command.Name is { } name && await work.Configuration.IsProfileNameTakenAsync(name, profile.Id, cancellationToken))
            return ConfigErrors.ProfileNameTaken;
        profile.Change(command.Name?.Trim(), command.Description, json, time.GetUtcNow());
        work.Record(new AuditEvent(command.Caller.Actor, AuditActions.ConfigProfileUpdated, AuditResources.ConfigProfile, profile.Id.ToString(), null));
        return (await work.CommitAsync(cancellationToken)).Failed(out var error, out _) ? error : ConfigProfileView.Of(profile);
    }
}
