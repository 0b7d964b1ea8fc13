using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn;

/// <summary>What answers one method on one path.</summary>
/// <param name="Method"><c>GET</c>, which takes <c>HEAD</c> too and changes nothing, or <c>POST</c>.</param>
/// <param name="Path">The path, to the letter; with a slash at its end, all paths below it.</param>
/// <param name="AnswerAsync">Answers.</param>
public sealed record Route(string Method, string Path, Func<Visit, CancellationToken, ValueTask> AnswerAsync)
{
    /// <summary>The most bytes that a form sent there may have.</summary>
    public int MostForm { get; init; } = Visit.UsualForm;

    /// <summary>Whether only those get there who are signed in; others sign in first, and come back.</summary>
    public bool SignedInOnly { get; init; }

    /// <summary>Whether it is where everybody begins, who is signed in or not.</summary>
    public bool IsStart { get; init; }

    /// <summary>Whether a POST comes from other sites or programs by its nature, and proves itself otherwise than by our form's token.</summary>
    public bool FromAnywhere { get; init; }
}
