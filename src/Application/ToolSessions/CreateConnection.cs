using FluentValidation;
using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// Connects an account of a tool: with credentials at once, or by OAuth, which gives a URL for the person. An account that there is is connected again.
/// </summary>
/// <param name="Owner">See <see cref="ConnectionAccess.OwnerOfAsync"/>; not together with <paramref name="Sharing"/>.</param>
/// <param name="Sharing">Makes it a connection of the organization, for those whom the rule admits; null for one of the owner's.</param>
/// <param name="Account">For programs; null for a new account with a name of the server's choice.</param>
/// <param name="Name">For people; null for none.</param>
/// <param name="Credentials">What the tool asks for; connection fields alone where OAuth does the rest.</param>
public sealed record CreateConnectionCommand(
    ConnectionCaller Caller, string? Owner, SharingRule? Sharing, string Tool, string? Account, string? Name, CredentialValues Credentials)
    : ICommand<CreatedConnection>
{
    public override string ToString() => $"{Tool} {Account}";
}

/// <summary>A connection that was made or begun.</summary>
/// <param name="Redirect">Where the person goes; null where it is connected. It carries a state: not for logs.</param>
/// <param name="Untried">Why the service could not say whether the credentials are good; null where it did, or is not asked.</param>
public sealed record CreatedConnection(ConnectionView Connection, string? Redirect, Error? Untried)
{
    public override string ToString() => Connection.Id.ToString();
}

internal sealed class CreateConnectionValidator : AbstractValidator<CreateConnectionCommand>
{
    public CreateConnectionValidator()
    {
        RuleFor(command => command.Tool).Name(64);
        RuleFor(command => command.Name).OptionalName(ConnectionChange.MaximumNameLength);
        RuleFor(command => command.Account).MaximumLength(AccountName.MaximumLength);
    }
}

internal sealed class CreateConnectionHandler(
    IToolCatalog catalog, ConnectionAccess access, IAccounts accounts, IToolSessions sessions, IToolSessionRepository repository, IUseCases useCases)
    : ICommandHandler<CreateConnectionCommand, CreatedConnection>
{
    public async Task<Result<CreatedConnection>> Handle(CreateConnectionCommand command, CancellationToken cancellationToken)
    {
        if (catalog.FindTool(command.Tool).Failed(out var error, out var tool)) return error;
        if ((await OwnerOfAsync(command, cancellationToken)).Failed(out error, out var owner)) return error;
        if ((await SessionOfAsync(command, owner, tool.Name, cancellationToken)).Failed(out error, out var id)) return error;
        var began = await ConnectAsync(tool, id, command.Credentials, cancellationToken);
        if (began.Failed(out error, out var begun)) return error;
        // After the first step, so that what is refused there leaves no trace; before the callback, which comes when the person has agreed.
        var change = new ConnectionChange(command.Name, null, null, command.Sharing);
        if (change != new ConnectionChange() && (await sessions.ChangeAsync(id, change, CancellationToken.None)).Failed(out error, out _)) return error;
        var stored = await repository.LoadAsync(id, CancellationToken.None);
        return new CreatedConnection(access.ViewOf(new StoredConnection(stored, null, null)), begun.Redirect, begun.Untried);
    }

    private async Task<Result<OwnerId>> OwnerOfAsync(CreateConnectionCommand command, CancellationToken cancellationToken)
    {
        if (command.Sharing is null) return await access.OwnerOfAsync(command.Caller, command.Owner, cancellationToken);
        if (command.Owner is not null) return ConnectionErrors.SharingMisplaced;
        return command.Caller.MayShare ? OwnerId.Organization(command.Caller.Organization) : ConnectionErrors.SharingForbidden;
    }

    private async Task<Result<ToolSessionId>> SessionOfAsync(
        CreateConnectionCommand command, OwnerId owner, string tool, CancellationToken cancellationToken)
    {
        var tenant = command.Caller.Tenant;
        var known = await accounts.ListAsync(tenant, owner, tool, cancellationToken);
        if (command.Account is { } account && !AccountName.IsValid(account)) return ToolSessionErrors.AccountInvalid;
        var name = command.Account ?? AccountName.Choose(command.Name, [.. known.Select(one => one.Session.Account)]);
        if (known.Count >= AccountName.MaximumAccounts && known.All(one => one.Session.Account != name)) return ToolSessionErrors.TooManyAccounts(tool);
        return new ToolSessionId(tenant, owner, tool, name);
    }

    /// <summary>OAuth where the tool has it, unless the credentials are those of another scheme.</summary>
    private async Task<Result<(string? Redirect, Error? Untried)>> ConnectAsync(
        ToolDefinition tool, ToolSessionId id, CredentialValues credentials, CancellationToken cancellationToken)
    {
        var starts = tool.Auth.Any(scheme => scheme.Kind is AuthKind.OAuth2 or AuthKind.Manual or AuthKind.None)
            && credentials.Keys.All(name => tool.ConnectionFields.Any(field => field.Name == name || field.Aliases.Contains(name)));
        if (starts)
            return (await useCases.SendAsync(new StartAuthorizationCommand(id, credentials), cancellationToken)).Failed(out var error, out var view)
                ? error : (view.Redirect?.Url, (Error?)null);
        return (await useCases.SendAsync(new ConnectManuallyCommand(id, credentials), cancellationToken)).Failed(out var refusal, out var connected)
            ? refusal : ((string?)null, connected.Untried);
    }
}
