using System.Runtime.CompilerServices;

namespace Gatehouse.SignIn.Pages;

/// <summary>A piece of a page, in which everything that came from outside is written so that no browser takes it for markup.</summary>
/// <param name="Text">The markup.</param>
public readonly record struct Html(string Text)
{
    /// <summary>Nothing.</summary>
    public static Html None => new("");

    /// <summary>A piece made of markup as it stands in the program and of values, which are encoded unless they are pieces themselves.</summary>
    public static Html Of(HtmlWriter writer) => writer.ToHtml();

    /// <summary>Pieces one after the other.</summary>
    public static Html Of(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(static piece => piece.Text)));

    /// <summary>A piece where something holds; nothing where it does not.</summary>
    public static Html When(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] HtmlWriter writer) => holds ? writer.ToHtml() : None;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
