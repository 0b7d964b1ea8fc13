namespace Gatehouse.Wire;

/// <summary>What a value of a model is made of, in the words of the Smithy IDL.</summary>
public enum ShapeKind
{
    /// <summary>Text.</summary>
    String,

    /// <summary>Bytes.</summary>
    Blob,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>A number of single precision.</summary>
    Float,

    /// <summary>A number of double precision.</summary>
    Double,

    /// <summary>A moment in time.</summary>
    Timestamp,

    /// <summary>Any JSON value, kept as it came.</summary>
    Document,

    /// <summary>Named members.</summary>
    Structure,

    /// <summary>Values in order.</summary>
    List,

    /// <summary>Values by name.</summary>
    Map,
}
