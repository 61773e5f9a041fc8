using System.Globalization;
using System.Text;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Organizations;

/// <summary>Organizations that people tell apart by their name.</summary>
internal static class OrganizationNames
{
    private const int MaximumSlugLength = 50;
    private const int MostTries = 1000;

    /// <summary>
    /// Conflict: another organization has the name. Another unit of work that reserves one waits for this one to end, so that two don't take the same.
    /// </summary>
    public static async Task<Result<Done>> ReserveNameAsync(this IUnitOfWork work, string name, OrganizationId? except, CancellationToken cancellationToken)
    {
        // No index keeps names apart, since other documents let two organizations have one; every tenant has the row that is held instead.
        await work.Organizations.HoldAsync((await work.Organizations.FindDefaultAsync(cancellationToken)).Id, cancellationToken);
        return await work.Organizations.IsNameTakenAsync(name, except, cancellationToken) ? OrganizationErrors.NameTaken : Done.Result;
    }

    /// <summary>A slug made from the name, with a number behind it where the plain one is taken.</summary>
    public static async Task<string> ChooseSlugAsync(this IUnitOfWork work, string name, CancellationToken cancellationToken)
    {
        var plain = SlugOf(name);
        var slug = plain;
        for (var number = 2; number < MostTries && await work.Organizations.IsSlugTakenAsync(slug, cancellationToken); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            slug = plain[..Math.Min(plain.Length, MaximumSlugLength - suffix.Length)] + suffix;
        }
        return slug;
    }

    /// <summary>The name's letters of ASCII and digits, with a hyphen for whatever is between them.</summary>
    internal static string SlugOf(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)) slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var text = slug.ToString().TrimEnd('-');
        text = (text.Length > MaximumSlugLength ? text[..MaximumSlugLength] : text).TrimEnd('-');
        return text.Length >= 2 ? text : $"organization{(text.Length == 0 ? "" : "-" + text)}";
    }
}
