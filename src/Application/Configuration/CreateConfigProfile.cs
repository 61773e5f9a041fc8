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

/// <summary>Keeps a configuration under a name. Invalid: something of it is wrong or left out. Conflict: the name is taken.</summary>
/// <param name="Config">A whole configuration.</param>
public sealed record CreateConfigProfileCommand(Caller Caller, string Name, string Description, JsonElement Config) : ICommand<ConfigProfileView>;

internal sealed class CreateConfigProfileValidator : AbstractValidator<CreateConfigProfileCommand>
{
    public CreateConfigProfileValidator()
    {
        RuleFor(command => command.Name).Name(ConfigProfile.MaximumNameLength);
        RuleFor(command => command.Description).OptionalText(ConfigProfile.MaximumDescriptionLength);
    }
}

internal sealed class CreateConfigProfileHandler(IModules modules, IUnitsOfWork units, TimeProvider time)
    : ICommandHandler<CreateConfigProfileCommand, ConfigProfileView>
{
    public async Task<Result<ConfigProfileView>> Handle(CreateConfigProfileCommand command, CancellationToken cancellationToken)
    {
        if (ConfigForm.ReadWhole(command.Config, modules.All).Failed(out var error, out var config)) return error;
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if (await work.Configuration.IsProfileNameTakenAsync(command.Name, null, cancellationToken)) return ConfigErrors.ProfileNameTaken;
        var now = time.GetUtcNow();
        var profile = new ConfigProfile(
            Guid.CreateVersion7(now), command.Caller.Tenant, command.Name.Trim(), command.Description, ConfigJson.Write(config), now);
        work.Configuration.Add(profile);
        work.Record(new AuditEvent(command.Caller.Actor, AuditActions.ConfigProfileCreated, AuditResources.ConfigProfile, profile.Id.ToString(), null));
        return (await work.CommitAsync(cancellationToken)).Failed(out error, out _) ? error : ConfigProfileView.Of(profile);
    }
}
