namespace Gatehouse.Wire;

/// <summary>A refusal that the caller gets to read: what the models call an error.</summary>
/// <remarks>Thrown where it is noticed, caught by the pipeline alone.</remarks>
public abstract class ApiException : Exception, IShape
{
    /// <summary>Refuses with a sentence for the caller.</summary>
    protected ApiException(string message)
        : base(message)
    {
    }

    /// <summary>The name of the error's shape, which is its code in the JSON protocols.</summary>
    public abstract string Name { get; }

    /// <summary>The code as clients of the service know it.</summary>
    public abstract string Code { get; }

    /// <summary>The HTTP status.</summary>
    public abstract int Status { get; }

    /// <summary>The status where the model leaves it open and the service tells several apart (AU-744); null for <see cref="Status"/>. REST-JSON only.</summary>
    public int? StatusOfCase { get; init; }

    /// <summary>Who has to change something.</summary>
    public virtual Fault Fault => Status < 500 ? Fault.Sender : Fault.Receiver;

    /// <summary>What the model says of the error's members.</summary>
    public abstract Schema Schema { get; }

    /// <summary>The member that holds the message.</summary>
    internal Member? MessageMember =>
        Schema.Members.FirstOrDefault(static member => string.Equals(member.Name, "message", StringComparison.OrdinalIgnoreCase));

    /// <summary>Hands the members, the message among them, to <paramref name="writer"/>.</summary>
    public abstract void Write(ShapeWriter writer);
}
