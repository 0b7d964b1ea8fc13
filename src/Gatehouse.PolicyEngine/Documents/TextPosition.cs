namespace Gatehouse.PolicyEngine;

/// <summary>A place in the text of a document, both counted from 1; a tab is one column (PE-88).</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column, in UTF-16 units.</param>
public readonly record struct TextPosition(int Line, int Column);
