using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Gatehouse.SignIn.Pages;

/// <summary>Makes a piece of a page of an interpolated string: its holes are encoded.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlWriter
{
    private readonly StringBuilder text;

    /// <summary>Begins.</summary>
    public HtmlWriter(int literalLength, int formattedCount) => text = new(literalLength + (formattedCount * 16));

    /// <summary>Begins, or does not.</summary>
    public HtmlWriter(int literalLength, int formattedCount, bool holds, out bool goOn)
        : this(literalLength, formattedCount) => goOn = holds;

    /// <summary>Takes markup that stands in the program.</summary>
    public void AppendLiteral(string markup) => text.Append(markup);

    /// <summary>Takes a value, encoded for text and quoted attributes.</summary>
    public void AppendFormatted(string? value) => text.Append(HtmlEncoder.Default.Encode(value ?? ""));

    /// <summary>Takes a number.</summary>
    public void AppendFormatted(int value) => text.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>Takes a moment, as people and programs read it.</summary>
    public void AppendFormatted(DateTimeOffset value) =>
        text.Append(CultureInfo.InvariantCulture, $"<time datetime=\"{value.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\">{value.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC</time>");

    /// <summary>Takes another piece as it is.</summary>
    public void AppendFormatted(Html value) => text.Append(value.Text);

    internal Html ToHtml() => new(text.ToString());
}
