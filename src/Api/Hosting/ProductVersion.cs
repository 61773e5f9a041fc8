using System.Reflection;

namespace ModuleX.Api.Hosting;

/// <summary>The version that every surface shows.</summary>
internal static class ProductVersion
{
    public static string Text { get; } = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);
}
