using System.Security.Cryptography;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Identity;

/// <summary>Takes new passwords: composed, so that every keyboard writes them, held against the policy, then hashed.</summary>
internal sealed class NewPassword(IPasswordPolicies policies, IPasswords passwords)
{
    private const int GeneratedLength = 24;

    /// <summary>One of each is in a generated password. What looks alike is left out.</summary>
    private static readonly string[] Kinds = ["ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "-_.+"];

    /// <summary>The hash. Invalid: it falls short of the policy, each problem under <paramref name="field"/>.</summary>
    /// <param name="names">The user's e-mail address and username.</param>
    public async Task<Result<string>> HashAsync(TenantId tenant, string password, string field, string[] names, CancellationToken cancellationToken)
    {
        password = ComposedText.Of(password);
        var problems = (await policies.FindAsync(tenant, cancellationToken)).Check(password, names);
        if (!problems.IsEmpty) return ValidationErrors.Invalid([.. problems.Select(problem => problem with { Pointer = "/" + field })]);
        return await passwords.HashAsync(password, cancellationToken);
    }

    /// <summary>A generated password and its hash. No policy asks for more.</summary>
    public async Task<(string Text, string Hash)> GenerateAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var text = Generate(Math.Max(GeneratedLength, (await policies.FindAsync(tenant, cancellationToken)).MinimumLength));
        return (text, await passwords.HashAsync(text, cancellationToken));
    }

    private static string Generate(int length)
    {
        char[] letters =
        [
            .. Kinds.Select(kind => RandomNumberGenerator.GetItems<char>(kind, 1)[0]),
            .. RandomNumberGenerator.GetItems<char>(string.Concat(Kinds), length - Kinds.Length),
        ];
        RandomNumberGenerator.Shuffle<char>(letters);
        return new string(letters);
    }
}
