using ModuleX.Application.Pipeline;
using ModuleX.Application.Ports;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Identity;

/// <summary>Takes new passwords: composed, so that every keyboard writes them, held against the policy, then hashed.</summary>
internal sealed class NewPassword(IPasswordPolicies policies, IPasswords passwords)
{
    /// <summary>The hash. Invalid: it falls short of the policy, each problem under <paramref name="field"/>.</summary>
    /// <param name="names">The user's e-mail address and username.</param>
    public async Task<Result<string>> HashAsync(TenantId tenant, string password, string field, string[] names, CancellationToken cancellationToken)
    {
        password = ComposedText.Of(password);
        var problems = (await policies.FindAsync(tenant, cancellationToken)).Check(password, names);
        if (!problems.IsEmpty) return ValidationErrors.Invalid([.. problems.Select(problem => problem with { Pointer = "/" + field })]);
        return await passwords.HashAsync(password, cancellationToken);
    }
}
