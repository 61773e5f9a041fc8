using Xunit.Abstractions;
using Xunit.Sdk;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>A fact that is written once and runs in a class for each provider; where the class's provider is missing it is skipped with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("ModuleX.Infrastructure.Tests.Fixtures.ProviderFactDiscoverer", "ModuleX.Infrastructure.Tests")]
public sealed class ProviderFactAttribute : FactAttribute;

/// <summary>Finds the facts; xunit makes it by its name.</summary>
public sealed class ProviderFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new ProviderTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

/// <summary>A fact in a class for one provider.</summary>
public sealed class ProviderTestCase : XunitTestCase
{
    [Obsolete("For xunit, which reads test cases back.")]
    public ProviderTestCase()
    {
    }

    public ProviderTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        TestMethod.TestClass.Class.GetCustomAttributes(typeof(ProviderAttribute))
            .SingleOrDefault()?.GetNamedArgument<string>(nameof(ProviderAttribute.Provider)) is { } provider
            ? ProviderAttribute.WhySkipped(provider)
            : null;
}
