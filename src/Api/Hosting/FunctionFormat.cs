namespace ModuleX.Api.Hosting;

/// <summary>The formats in which functions are listed, as <c>?format=</c> names them.</summary>
internal static class FunctionFormat
{
    public const string OpenAI = "openai";

    public const string Anthropic = "anthropic";

    /// <summary>OpenAI's where none is named. A word that is no format is a problem of the query.</summary>
    public static string Of(QueryValues query) => query.Word("format", OpenAI, Anthropic) ?? OpenAI;
}
