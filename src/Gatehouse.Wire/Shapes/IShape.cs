namespace Gatehouse.Wire;

/// <summary>A message or a part of one: something a model describes, that a protocol can write and a check can walk through.</summary>
public interface IShape
{
    /// <summary>What the model says of it.</summary>
    Schema Schema { get; }

    /// <summary>Hands every member to <paramref name="writer"/>, in the order of the model, absent ones included.</summary>
    void Write(ShapeWriter writer);
}
