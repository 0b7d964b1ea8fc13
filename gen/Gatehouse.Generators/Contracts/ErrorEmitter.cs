using Gatehouse.Generators.Smithy;

namespace Gatehouse.Generators.Contracts;

/// <summary>Writes the classes of errors.</summary>
internal sealed class ErrorEmitter(ContractModel contract)
{
    /// <summary>Names that every exception has already.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Name", "Code", "Status", "Fault", "Schema", "Describe", "Write", "Data", "Source", "HResult", "HelpLink", "InnerException", "StackTrace", "TargetSite",
        "ToString", "Equals", "GetHashCode", "GetType", "GetBaseException", "GetObjectData",
    };

    private readonly Code code = new();

    internal string Emit()
    {
        code.Line($"namespace {contract.Namespace};").Line();
        foreach (var error in contract.Errors)
        {
            EmitClass(error);
        }

        return code.ToString();
    }

    private static bool IsMessage(SmithyMember member) => string.Equals(member.Name, "message", StringComparison.OrdinalIgnoreCase);

    private static string PropertyName(SmithyMember member)
    {
        var name = Naming.Pascal(member.Name);
        return IsMessage(member) ? "Message" : Taken.Contains(name) ? name + "Value" : name;
    }

    private void EmitClass(SmithyShape error)
    {
        // AWS answers a message even where the model names no member for it.
        var members = error.Members.Any(IsMessage) ? error.Members : [new SmithyMember("message", "String", new()), .. error.Members];
        var shape = new SmithyShape(error.Kind, error.Name, error.Traits, members, error.Properties);
        var server = error.Traits.Text("error") == "server";
        var status = error.Traits.Number("awsQueryError", "httpResponseCode") ?? error.Traits.Number("httpError") ?? (server ? 500 : 400);
        var name = Naming.Capital(error.Name);
        code.Open($"public sealed class {name}(string message) : ApiException(message)");
        code.Line($"public override string Name => {Naming.Literal(error.Name)};");
        code.Line($"public override string Code => {Naming.Literal(error.Traits.Text("awsQueryError", "code") ?? error.Name)};");
        code.Line($"public override int Status => {status};");
        code.Line($"public override Fault Fault => Fault.{(server ? "Receiver" : "Sender")};");
        foreach (var member in members.Where(member => !IsMessage(member)))
        {
            code.Line($"public {contract.TypeOf(member.Target)}? {PropertyName(member)} {{ get; init; }}");
        }

        code.Line($"public static Schema Describe {{ get; }} = new({MessageEmitter.Schema(contract, error.Name, shape)};");
        code.Line("public override Schema Schema => Describe;");
        MessageEmitter.EmitWrite(contract, code, members, PropertyName);
        code.Close().Line();
    }
}
