using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.ToolSessions;

/// <summary>Identifies one owner's link to one tool.</summary>
/// <param name="Tool">The tool's name in the catalog.</param>
/// <param name="Account">Which of the owner's accounts of the tool; <c>default</c> until people connect several.</param>
public readonly record struct ToolSessionId(TenantId Tenant, OwnerId Owner, string Tool, string Account = ToolSessionId.DefaultAccount) : ISpanFormattable
{
    /// <summary>The account of an owner who has connected one.</summary>
    public const string DefaultAccount = "default";

    /// <summary>The whole identity as one text; it is also what a sealed value is bound to.</summary>
    public override string ToString() => $"{Tenant.Value:D}/{Tool}/{Account}/{Owner.Value}";

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        destination.TryWrite($"{Tenant.Value:D}/{Tool}/{Account}/{Owner.Value}", out charsWritten);
}
