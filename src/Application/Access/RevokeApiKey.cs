using ModuleX.Application.Messaging;
using ModuleX.Domain.Access;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>Ends a service API key. A server that runs stops taking it within a second.</summary>
public sealed record RevokeApiKeyCommand(ApiKeyId Key) : ICommand<Done>;

internal sealed class RevokeApiKeyHandler(IApiKeyRepository keys, TimeProvider time) : ICommandHandler<RevokeApiKeyCommand, Done>
{
    public async Task<Result<Done>> Handle(RevokeApiKeyCommand command, CancellationToken cancellationToken) =>
        await keys.RevokeAsync(command.Key, time.GetUtcNow(), cancellationToken) ? Done.Result : ApiKeyErrors.NotFound(command.Key.ToString());
}
