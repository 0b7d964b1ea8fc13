namespace Gatehouse.Signatures;

/// <summary>How the body of an S3-style request is covered by its signature (AU-136).</summary>
public enum S3PayloadKind
{
    /// <summary>The body has the hash that is signed.</summary>
    Hash,

    /// <summary>Nothing covers the body.</summary>
    Unsigned,

    /// <summary>The body comes in chunks, each with a signature (AU-137).</summary>
    SignedChunks,

    /// <summary>The same, and signed trailers follow (AU-138).</summary>
    SignedChunksAndTrailer,

    /// <summary>The body comes in chunks without signatures, and a checksum follows as trailer.</summary>
    UnsignedChunksAndTrailer,
}
