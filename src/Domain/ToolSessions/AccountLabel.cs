namespace ModuleX.Domain.ToolSessions;

/// <summary>What a service calls the account that a credential belongs to, such as a login or an e-mail address.</summary>
/// <param name="CredentialId">The credential with which the service was asked.</param>
/// <param name="Text">1 to <see cref="ConnectionChange.MaximumLabelLength"/> characters, none of them a control character.</param>
public sealed record AccountLabel(Guid CredentialId, string Text);
