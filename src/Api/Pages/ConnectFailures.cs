using ModuleX.Api.Pages.Texts;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Pages;

/// <summary>Says to a person why nothing was connected. Decided by codes; what a service wrote itself is for logs and applications.</summary>
internal static class ConnectFailures
{
    public static string Say(Error error, string tool, PageTexts texts) => error.Code switch
    {
        AuthorizationErrors.DeniedCode => texts.Denied(tool),
        AuthorizationErrors.CredentialsRefusedCode => texts.CredentialsRefused(tool),
        AuthorizationErrors.ServerFailedCode => texts.ServiceAway(tool),
        AuthorizationErrors.ClientMissingCode => texts.NotSetUp(tool),
        ToolSessionErrors.StateUnknownCode => texts.StateUnknown,
        _ => error.Kind is ErrorKind.Upstream or ErrorKind.Unavailable ? texts.ServiceAway(tool) : texts.Failed(tool),
    };
}
