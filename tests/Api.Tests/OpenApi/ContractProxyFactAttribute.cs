using ModuleX.Api.Tests.Fixtures;

namespace ModuleX.Api.Tests.OpenApi;

/// <summary>A test of the proxy from npm.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractProxyFactAttribute : FactAttribute
{
    public ContractProxyFactAttribute() => Skip = ContractProxy.MissingReason;
}

/// <summary>A test of the proxy from npm, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractProxyTheoryAttribute : TheoryAttribute
{
    public ContractProxyTheoryAttribute() => Skip = ContractProxy.MissingReason;
}
