using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Pipeline;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Tests.Shared;

namespace ModuleX.Application.Tests.Pipeline;

public sealed class ValidationStepTests
{
    [Fact]
    public async Task Problems_of_all_validators_are_told_at_once_and_nothing_is_done()
    {
        using var application = new AnApplication([ATool.WithOAuth()],
            services => services.AddSingleton<IValidator<SetActionEnabledCommand>>(new OnlyGitlab()));
        await application.ConnectByOAuthAsync(Given.SessionId());

        var error = (await application.SendAsync(new SetActionEnabledCommand(Given.SessionId(), "", false))).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.Invalid);
        error.Code.ShouldBe(ValidationErrors.Code);
        error.Problems.Select(problem => problem.Pointer).ShouldBe(["/action", "/session/tool"], ignoreOrder: true);
        error.Message.ShouldBe("'action' must not be empty.; 'tool' must be equal to 'gitlab'.");
        application.Rows.Row(Given.SessionId())!.DisabledActions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Use_case_without_problems_goes_on()
    {
        using var application = new AnApplication(ATool.WithOAuth());
        await application.ConnectByOAuthAsync(Given.SessionId());

        (await application.SendAsync(new SetActionEnabledCommand(Given.SessionId(), "list_items", false))).Error.ShouldBeNull();
    }

    private sealed class OnlyGitlab : AbstractValidator<SetActionEnabledCommand>
    {
        public OnlyGitlab() => RuleFor(command => command.Session.Tool).Equal("gitlab");
    }
}
