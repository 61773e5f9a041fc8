using System.Net;
using ModuleX.Api.Hosting.Rates;

namespace ModuleX.Api.Tests.Hosting.Rates;

public sealed class AddressBlockTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("0.0.0.0", "::", false)]
    public void Addresses_of_one_caller_count_together(string one, string other, bool together) =>
        (AddressBlock.Of(IPAddress.Parse(one)) == AddressBlock.Of(IPAddress.Parse(other))).ShouldBe(together);

    [Fact]
    public void Connection_without_an_address_counts_as_a_caller() => AddressBlock.Of(null).ShouldBe(default);
}
