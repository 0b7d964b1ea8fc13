using Gatehouse.Generators.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gatehouse.Wire.Tests.Models;

/// <summary>The table of operations, written from the classes that implement one.</summary>
public sealed class OperationTableTests
{
    private const string House = """
        namespace Gatehouse.Operations
        {
            public interface IRead<TRequest, TResponse>;
            public interface IWrite<TRequest, TResponse>;
            public interface IReach<TRequest, TResponse>;
            public class Operation
            {
                public static Operation Read<T, TRequest, TResponse>(string contract) => new();
                public static Operation Write<T, TRequest, TResponse>(string contract) => new();
                public static Operation Reach<T, TRequest, TResponse>(string contract) => new();
            }
        }
        namespace Gatehouse.Contracts.Iam
        {
            public class CreateUserRequest; public class CreateUserResponse; public class GetUserRequest; public class GetUserResponse;
            public static class IamService { public static string CreateUser => ""; public static string GetUser => ""; public static string LookUp => ""; }
        }
        """;

    [Fact]
    public void Lists_every_operation_in_the_order_of_their_names()
    {
        var (table, problems) = Run(House, """
            using Gatehouse.Contracts.Iam;
            using Gatehouse.Operations;
            namespace Gatehouse.Iam.Users;
            internal sealed class LookUp : IReach<GetUserRequest, GetUserResponse>;
            internal sealed partial class GetUser : IRead<GetUserRequest, GetUserResponse>;
            internal sealed partial class GetUser : IRead<GetUserRequest, GetUserResponse>;
            internal sealed class CreateUser : IWrite<CreateUserRequest, CreateUserResponse>;
            internal abstract class Other : IWrite<CreateUserRequest, CreateUserResponse>;
            internal sealed class Unrelated : System.IDisposable { public void Dispose() { } }
            """);

        Assert.Empty(problems);
        Assert.Contains("namespace Gatehouse.Iam;", table);
        Assert.Equal(
            [
                "global::Gatehouse.Operations.Operation.Write<global::Gatehouse.Iam.Users.CreateUser, global::Gatehouse.Contracts.Iam.CreateUserRequest, "
                + "global::Gatehouse.Contracts.Iam.CreateUserResponse>(global::Gatehouse.Contracts.Iam.IamService.CreateUser),",
                "global::Gatehouse.Operations.Operation.Read<global::Gatehouse.Iam.Users.GetUser, global::Gatehouse.Contracts.Iam.GetUserRequest, "
                + "global::Gatehouse.Contracts.Iam.GetUserResponse>(global::Gatehouse.Contracts.Iam.IamService.GetUser),",
                "global::Gatehouse.Operations.Operation.Reach<global::Gatehouse.Iam.Users.LookUp, global::Gatehouse.Contracts.Iam.GetUserRequest, "
                + "global::Gatehouse.Contracts.Iam.GetUserResponse>(global::Gatehouse.Contracts.Iam.IamService.LookUp),",
            ],
            table!.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("global::", StringComparison.Ordinal)));
    }

    [Fact]
    public void Writes_nothing_where_there_is_no_operation() =>
        Assert.Null(Run("namespace Elsewhere { interface IRead<A, B>; class X : IRead<int, int>; }").Table);

    private static (string? Table, IReadOnlyList<string> Problems) Run(params string[] sources)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Gatehouse.Iam", sources.Select(source => CSharpSyntaxTree.ParseText(source)), references, new(OutputKind.DynamicallyLinkedLibrary));
        var driver = CSharpGeneratorDriver.Create(new OperationTableGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out var after, out _);
        var problems = after.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error).Select(problem => problem.ToString()).ToList();
        return (driver.GetRunResult().GeneratedTrees.SingleOrDefault()?.ToString(), problems);
    }
}
