using System.Collections.Immutable;
using FluentValidation;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Results;

namespace ModuleX.Application.ConnectLinks;

/// <summary>Makes a connect link. The answer is the one time that its address is shown.</summary>
/// <param name="Caller">In whose organization's name the person is asked.</param>
/// <param name="Owner">
/// Whose connection it will be: an external owner's name from a service, a member's id from an admin; null for the person who calls.
/// </param>
public sealed record CreateConnectLinkCommand(ConnectionCaller Caller, string? Owner, ConnectLinkTerms Terms) : ICommand<NewConnectLinkView>;

/// <summary>A connect link that was just made.</summary>
/// <param name="Url">What the person opens; not shown again.</param>
public sealed record NewConnectLinkView(ConnectLinkView Link, string Url)
{
    public override string ToString() => Link.Id.ToString();
}

internal sealed class CreateConnectLinkValidator : AbstractValidator<CreateConnectLinkCommand>
{
    private const int MaximumItems = 100;

    public CreateConnectLinkValidator()
    {
        RuleFor(command => command.Terms.Tools).Must(HaveFew).WithMessage($"Must have at most {MaximumItems} tools").OverridePropertyName("tools");
        RuleFor(command => command.Terms.Scopes).Must(HaveFew).WithMessage($"Must have at most {MaximumItems} scopes").OverridePropertyName("scopes");
        RuleFor(command => command.Terms.Account).Matches("^[a-z0-9-]{1,32}$").WithMessage("Must be 1 to 32 characters of a-z, 0-9 and -")
            .OverridePropertyName("account");
        RuleFor(command => command.Terms.ReturnUrl).MaximumLength(2000).OverridePropertyName("return_url");
        RuleFor(command => command.Terms.ReturnState).MaximumLength(500).OverridePropertyName("state");
        RuleFor(command => command.Terms.Language).Matches("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$").MaximumLength(20)
            .WithMessage("Must be a language, as in de").OverridePropertyName("language");
        RuleFor(command => command.Terms.Lifetime).InclusiveBetween(TimeSpan.FromMinutes(1), ConnectLink.MaximumLifetime)
            .WithMessage("Must be from 60 to 3600 seconds").OverridePropertyName("expires_in");
    }

    private static bool HaveFew(ImmutableArray<string> items) => items.Length <= MaximumItems && items.All(item => item is { Length: > 0 and <= 200 });
}

internal sealed class CreateConnectLinkHandler(ConnectLinkMaker maker, ConnectionAccess access, TimeProvider time)
    : ICommandHandler<CreateConnectLinkCommand, NewConnectLinkView>
{
    public async Task<Result<NewConnectLinkView>> Handle(CreateConnectLinkCommand command, CancellationToken cancellationToken)
    {
        var caller = command.Caller;
        if ((await access.OwnerOfAsync(caller, command.Owner, cancellationToken)).Failed(out var error, out var owner)) return error;
        if ((await maker.MakeAsync(caller.Actor, caller.Organization, owner, command.Terms, cancellationToken)).Failed(out error, out var made)) return error;
        return new NewConnectLinkView(ConnectLinkView.Of(made.Made.Link, time.GetUtcNow()), made.Url);
    }
}
