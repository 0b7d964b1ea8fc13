using Gatehouse.Generators.Smithy;

namespace Gatehouse.Generators.Contracts;

/// <summary>One operation of a model. Its messages are named after it, whatever the model calls them.</summary>
internal sealed class ContractOperation
{
    internal ContractOperation(SmithyModel model, SmithyShape shape)
    {
        Shape = shape;
        Input = shape.Text("input") is { } input ? model.Find(input) : null;
        Output = shape.Text("output") is { } output ? model.Find(output) : null;
    }

    internal SmithyShape Shape { get; }

    internal string Name => Shape.Name;

    internal SmithyShape? Input { get; }

    internal SmithyShape? Output { get; }

    internal string RequestName => Name + "Request";

    internal string ResponseName => Name + "Response";

    internal IReadOnlyList<string> Errors => Shape.Names("errors");
}
