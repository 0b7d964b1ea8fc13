namespace Gatehouse.Generators.Smithy;

/// <summary>A model that cannot be read, or that asks for what the generator does not know.</summary>
internal sealed class SmithyException : Exception
{
    internal SmithyException(string message, int line)
        : base(message) => Line = line;

    /// <summary>The line, counted from one; zero when the whole file is meant.</summary>
    internal int Line { get; }
}
