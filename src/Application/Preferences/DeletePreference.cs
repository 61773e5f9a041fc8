using System.Text.Json.Nodes;
using ModuleX.Application.Access;
using ModuleX.Application.Events;
using ModuleX.Application.Messaging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Preferences;

/// <summary>Takes one of the caller's preferences away. NotFound: there is none with this key.</summary>
public sealed record DeletePreferenceCommand(Caller Caller, string Key) : ICommand<Done>;

internal sealed class DeletePreferenceHandler(IUnitsOfWork units, TimeProvider time) : ICommandHandler<DeletePreferenceCommand, Done>
{
    public async Task<Result<Done>> Handle(DeletePreferenceCommand command, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(command.Caller.Tenant, cancellationToken);
        if (await work.Configuration.HoldPreferencesAsync(command.Caller.User, cancellationToken) is not { } stored)
            return ConfigErrors.PreferenceNotFound(command.Key);
        var values = JsonNode.Parse(stored.Values)!.AsObject();
        if (!values.Remove(command.Key)) return ConfigErrors.PreferenceNotFound(command.Key);
        stored.Replace(values.ToJsonString(), time.GetUtcNow());
        work.Tell(new UserEvent(command.Caller.Tenant, command.Caller.User) { Preference = new(command.Key, "null") });
        return await work.CommitAsync(cancellationToken);
    }
}
