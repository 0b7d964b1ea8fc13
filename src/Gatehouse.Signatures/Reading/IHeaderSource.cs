namespace Gatehouse.Signatures;

/// <summary>The header lines of a request as they arrived, read in place so that nothing is copied out of the web server.</summary>
/// <remarks>
/// Names are compared without regard to case, as HTTP does. Duplicates stay apart and in order of arrival (AU-100, AU-127).
/// Implement it as a struct: the verifier is generic over it and then neither boxes nor allocates.
/// </remarks>
public interface IHeaderSource
{
    /// <summary>The names present, each once, in any order and any case. Read for S3-style requests only (AU-130).</summary>
    IEnumerable<string> Names { get; }

    /// <summary>How many lines carry this name; 0 when there is none.</summary>
    int Count(string name);

    /// <summary>The value of one of the lines of this name; null, like an empty string, is an empty value.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="index">From 0 to one less than <see cref="Count"/>, in order of arrival.</param>
    string? Get(string name, int index);
}
