namespace Gatehouse.Wire;

/// <summary>A refusal with one of the <see cref="CommonError"/>s.</summary>
/// <remarks><see cref="Name"/>, <see cref="Code"/> and <see cref="Status"/> are those of the Query protocol; ask <see cref="Protocol.Describe"/> for another's.</remarks>
public sealed class CommonException(CommonError kind, string message) : ApiException(message)
{
    private static readonly Schema Members = new("CommonError", new Member("message", ShapeType.String));

    /// <summary>Which error it is.</summary>
    public CommonError Kind { get; } = kind;

    /// <inheritdoc/>
    public override string Name => Code;

    /// <inheritdoc/>
    public override string Code => CommonErrors.Query(Kind).Code;

    /// <inheritdoc/>
    public override int Status => CommonErrors.Query(Kind).Status;

    /// <inheritdoc/>
    public override Schema Schema => Members;

    /// <inheritdoc/>
    public override void Write(ShapeWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteString(Members.Members[0], Message);
    }
}
