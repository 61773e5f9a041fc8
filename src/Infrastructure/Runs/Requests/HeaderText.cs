namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>Decides what may be the value of a header.</summary>
internal static class HeaderText
{
    /// <summary>What is wrong with the value; null when nothing is. A line break would smuggle in a header, or a whole request, of its author.</summary>
    public static string? ProblemOf(string value)
    {
        foreach (var character in value)
        {
            if (character is '\r' or '\n') return "goes into a header and must not have line breaks";
            if (character is < ' ' and not '\t' or '\u007f') return "goes into a header and must not have control characters";
            if (character > '~') return "goes into a header and must have ASCII characters only";
        }
        return null;
    }
}
