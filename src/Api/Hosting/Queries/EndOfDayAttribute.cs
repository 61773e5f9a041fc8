namespace ModuleX.Api.Hosting.Queries;

/// <summary>Of a time that ends a period, itself outside of it: a date alone is that whole day, so it ends at the next midnight.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class EndOfDayAttribute : Attribute;
