namespace ModuleX.Api.Hosting.OpenApi;

/// <summary>The body of a request becomes this use case: the limits of its validator stand in the document at the members of the body.</summary>
/// <param name="useCase">The type of the command or query.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LimitsOfAttribute(Type useCase) : Attribute
{
    public Type UseCase { get; } = useCase;
}
