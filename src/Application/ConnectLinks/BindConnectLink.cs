using ModuleX.Application.Messaging;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.ConnectLinks;

/// <summary>
/// Gives a connect link to the browser in which the person pressed Continue. Expired, Conflict (used) or Forbidden (another browser's) where it can't be given.
/// </summary>
/// <param name="Person">The person who is signed in; null if there is none.</param>
public sealed record BindConnectLinkCommand(string Token, string Browser, UserId? Person) : ICommand<Done>
{
    public override string ToString() => nameof(BindConnectLinkCommand);
}

internal sealed class BindConnectLinkHandler(IConnectLinkTokens tokens, LinkedConnections connections, TimeProvider time)
    : ICommandHandler<BindConnectLinkCommand, Done>
{
    public async Task<Result<Done>> Handle(BindConnectLinkCommand command, CancellationToken cancellationToken)
    {
        if (await tokens.FindAsync(ConnectLink.HashOf(command.Token), cancellationToken) is not { Link: var link }) return ConnectLinkErrors.NotFound;
        if (OpenConnectLinkHandler.AccessOf(link, command.Person) is { } refusal) return refusal;
        return await connections.ChangeAsync(link, stored => stored.Bind(command.Browser, time.GetUtcNow()), cancellationToken);
    }
}
