using Mono.Cecil;

namespace ModuleX.Architecture.Tests;

/// <summary>Reads what a type names: bases, members, attributes, locals and instructions.</summary>
internal static class ReferenceReader
{
    public static IEnumerable<Reference> Of(TypeDefinition type)
    {
        var outermost = type;
        while (outermost.DeclaringType is { } declaring) outermost = declaring;
        var project = type.Module.Assembly.Name.Name["ModuleX.".Length..];
        return TypesNamedBy(type).SelectMany(Parts)
            .Where(named => named is not GenericParameter)
            .Select(named => new Reference(project, outermost.Namespace, outermost.FullName, Code.NamespaceOf(named), named.FullName));
    }

    private static IEnumerable<TypeReference> TypesNamedBy(TypeDefinition type)
    {
        IEnumerable<TypeReference> named = type.BaseType is null ? [] : [type.BaseType];
        return named
            .Concat(OwnInterfacesOf(type))
            .Concat(AttributesOf(type))
            .Concat(type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType))
            .Concat(type.Fields.SelectMany(field => AttributesOf(field).Append(field.FieldType)))
            .Concat(type.Properties.SelectMany(property => AttributesOf(property).Append(property.PropertyType)))
            .Concat(type.Methods.SelectMany(TypesNamedBy));
    }

    private static IEnumerable<TypeReference> TypesNamedBy(MethodDefinition method)
    {
        var named = method.Parameters.SelectMany(parameter => AttributesOf(parameter).Append(parameter.ParameterType))
            .Append(method.ReturnType)
            .Concat(AttributesOf(method))
            .Concat(method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType));
        if (!method.HasBody) return named;
        return named
            .Concat(method.Body.Variables.Select(variable => variable.VariableType))
            .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType).OfType<TypeReference>())
            .Concat(method.Body.Instructions.SelectMany(instruction => TypesNamedBy(instruction.Operand)));
    }

    private static IEnumerable<TypeReference> TypesNamedBy(object? operand) => operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method => method.Parameters.Select(parameter => parameter.ParameterType)
            .Append(method.ReturnType).Append(method.DeclaringType)
            .Concat(method is GenericInstanceMethod generic ? generic.GenericArguments : []),
        _ => [],
    };

    /// <summary>Without those that come along with another one: the compiler writes them all down.</summary>
    private static IEnumerable<TypeReference> OwnInterfacesOf(TypeDefinition type)
    {
        var all = type.Interfaces.Select(one => one.InterfaceType).ToList();
        var implied = all.Concat(type.BaseType is null ? [] : [type.BaseType])
            .SelectMany(InterfacesBehind).ToHashSet();
        return all.Where(one => !implied.Contains(one.GetElementType().FullName));
    }

    private static IEnumerable<string> InterfacesBehind(TypeReference type) =>
        type.Namespace.StartsWith("ModuleX", StringComparison.Ordinal) && type.Resolve() is { } definition
            ? definition.Interfaces.Select(one => one.InterfaceType.GetElementType().FullName)
            : [];

    private static IEnumerable<TypeReference> AttributesOf(ICustomAttributeProvider owner) =>
        owner.CustomAttributes.Select(attribute => attribute.AttributeType);

    /// <summary>A generic type and its arguments, an array's element.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };
}
