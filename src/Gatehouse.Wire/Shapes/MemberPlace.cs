namespace Gatehouse.Wire;

/// <summary>Where a member travels in REST-JSON. The other protocols put everything into the body.</summary>
public enum MemberPlace
{
    /// <summary>In the document of the body.</summary>
    Body,

    /// <summary>In the path.</summary>
    Label,

    /// <summary>In the query string.</summary>
    Query,

    /// <summary>In a header.</summary>
    Header,

    /// <summary>It is the whole body.</summary>
    Payload,
}
