using Gatehouse.Generators.Smithy;

namespace Gatehouse.Generators.Contracts;

/// <summary>Writes the class that holds a service's contract and those of its operations.</summary>
internal sealed class ServiceEmitter(ContractModel contract)
{
    private readonly Code code = new();

    internal string Emit()
    {
        code.Line($"namespace {contract.Namespace};").Line().Open($"public static class {contract.Name}Service");
        EmitContract();
        foreach (var operation in contract.Operations)
        {
            EmitOperation(operation);
        }

        code.Line($"public static IReadOnlyList<OperationContract> All {{ get; }} = [{string.Join(", ", contract.Operations.Select(operation => operation.Name))}];");
        return code.Close().ToString();
    }

    private void EmitContract()
    {
        var service = contract.Service;
        code.Open($"public static ServiceContract Contract {{ get; }} = new({Naming.Literal(contract.FileName)}, static () => All!)");
        Setting("SdkId", contract.SdkId);
        Setting("ApiVersion", service.Text("version") ?? throw new SmithyException("The service has no version.", line: 0));
        Setting("SigningName", service.Traits.Text("sigv4", "name") ?? throw new SmithyException("@sigv4(name) is missing.", line: 0));
        if (service.Traits.Has("sigv4a"))
        {
            code.Line("SigV4A = true,");
        }

        code.Line($"Protocol = Protocol.{contract.Protocol},");
        Setting("TargetPrefix", service.Name);
        Setting("QualifiedTargetPrefix", contract.Model.Namespace + "." + service.Name);
        if (service.Traits.Text("xmlNamespace", "uri") is { } uri)
        {
            Setting("XmlNamespace", uri);
        }

        code.Close("};");
    }

    private void Setting(string name, string value) => code.Line($"{name} = {Naming.Literal(value)},");

    private void EmitOperation(ContractOperation operation)
    {
        var settings = new List<string>();
        if (operation.Shape.Traits.IsEmptyList("auth"))
        {
            settings.Add("Unsigned = true");
        }
        else if (operation.Shape.Traits.Has("signedByCertificate"))
        {
            // Nobody of whom the service knows signs it, so that it is unsigned where callers are concerned.
            settings.Add("Unsigned = true");
            settings.Add("SignedByCertificate = true");
        }

        if (operation.Output is null)
        {
            settings.Add("HasOutput = false");
        }

        if (contract.Rest)
        {
            var traits = operation.Shape.Traits;
            settings.Add($"Method = {Naming.Literal(traits.Text("http", "method") ?? throw new SmithyException($"{operation.Name} has no @http.", line: 0))}");
            settings.Add($"Uri = new({Naming.Literal(traits.Text("http", "uri")!)})");
            settings.Add($"Status = {traits.Number("http", "code") ?? 200}");
        }

        if (operation.Errors.Count > 0)
        {
            settings.Add($"Errors = [{string.Join(", ", operation.Errors.Select(Naming.Literal))}]");
        }

        var types = $"{operation.RequestName}, {operation.ResponseName}";
        var tail = settings.Count == 0 ? "" : $" {{ {string.Join(", ", settings)} }}";
        code.Line($"public static OperationContract<{types}> {operation.Name} {{ get; }} = new(Contract, {Naming.Literal(operation.Name)}, {operation.RequestName}.Read, {operation.ResponseName}.Read){tail};");
    }
}
