using ModuleX.Domain.Identity;

namespace ModuleX.Domain.Tests.Identity;

public sealed class ComposedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain ASCII, and é of one character", "plain ASCII, and é of one character")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("A\u030A", "\u00C5")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("o\u0302\u0301", "\u1ED1")]
    [InlineData("\u1100\u1161\u11A8", "\uAC01")]
    [InlineData("\uAC00\u11A8", "\uAC01")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\uD834\uDD5E", "\uD834\uDD57\uD834\uDD65")]
    public void Text_is_composed(string text, string composed) => ComposedText.Of(text).ShouldBe(composed);

    [Theory]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("a\u0301\u0323", "\u1EA1\u0301")]
    [InlineData("a\u0315\u0300\u05AE\u0300b", "\u00E0\u05AE\u0300\u0315b")]
    public void Marks_come_in_their_order(string text, string composed) => ComposedText.Of(text).ShouldBe(composed);

    [Theory]
    [InlineData("\u0301a")]
    [InlineData("a\u0301\u0301")]
    [InlineData("\u1100b\u1161")]
    public void Composed_text_stays(string text) => ComposedText.Of(ComposedText.Of(text)).ShouldBe(ComposedText.Of(text));
}
