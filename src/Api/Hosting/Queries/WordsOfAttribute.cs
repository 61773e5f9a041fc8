using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace ModuleX.Api.Hosting.Queries;

/// <summary>The only values that a text may have, from the list that a class keeps of them.</summary>
/// <param name="type">The class.</param>
/// <param name="list">The name of its static list.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class WordsOfAttribute(Type type, string list = "All") : AllowedValuesAttribute(ListOf(type, list))
{
    private static object[] ListOf(Type type, string list) =>
        [.. (IReadOnlyList<string>)type.GetProperty(list, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!];
}
