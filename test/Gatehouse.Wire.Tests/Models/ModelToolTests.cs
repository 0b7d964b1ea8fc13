using System.Text;
using System.Text.Json;
using Gatehouse.Generators.Contracts;
using Gatehouse.Generators.Smithy;
using Gatehouse.Tools;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gatehouse.Wire.Tests.Models;

/// <summary>The tool that writes models/*.smithy, and the parser that reads them.</summary>
public sealed class ModelToolTests
{
    private const string Small = """
        {"model":{"metadata":{"apiVersion":"2020-01-01","endpointPrefix":"box","protocol":"rest-json","serviceId":"Box"},
         "operations":{"GetBox":{"name":"GetBox","http":{"method":"GET","requestUri":"/box/{name}","responseCode":200},"input":{"shape":"GetBoxRequest"},
           "output":{"shape":"GetBoxResponse"},"errors":[{"shape":"Gone"}],"authtype":"none"}},
         "shapes":{"GetBoxRequest":{"type":"structure","required":["name"],"members":{"name":{"shape":"Name","location":"uri","locationName":"name"}}},
           "GetBoxResponse":{"type":"structure","members":{"lid":{"shape":"Lid"},"when":{"shape":"When"}}},
           "Gone":{"type":"structure","members":{"message":{"shape":"Name"}},"exception":true,"error":{"httpStatusCode":410,"senderFault":true}},
           "Name":{"type":"string","min":1,"max":8,"pattern":"[\\w\"]+"},"Lid":{"type":"string","enum":["OPEN","half-open","2"]},
           "When":{"type":"timestamp","timestampFormat":"iso8601"}}}}
        """;

    /// <summary>All source models where they lie beside the repository; else the four that are kept with the tests.</summary>
    private static readonly string Source = Path.Combine(Root(), "..", "shared", "data", "aws-models") is var all && Directory.Exists(all)
        ? all
        : Path.Combine(Root(), "test/Gatehouse.Wire.Tests/Models/Source");

    [Fact]
    public void A_model_is_written_as_text_a_person_can_read()
    {
        Assert.Equal(
            """
            $version: "2"

            namespace com.amazonaws.box

            use aws.api#service
            use aws.auth#sigv4
            use aws.protocols#restJson1

            @service(sdkId: "Box", endpointPrefix: "box")
            @sigv4(name: "box")
            @restJson1
            service Box {
                version: "2020-01-01"
                operations: [
                    GetBox
                ]
            }

            @auth([])
            @http(method: "GET", uri: "/box/{name}", code: 200)
            operation GetBox {
                input: GetBoxRequest
                output: GetBoxResponse
                errors: [
                    Gone
                ]
            }

            structure GetBoxRequest {
                @required
                @httpLabel
                name: Name
            }

            structure GetBoxResponse {
                lid: Lid

                when: When
            }

            @error("client")
            @httpError(410)
            structure Gone {
                message: Name
            }

            enum Lid {
                OPEN
                half_open = "half-open"
                _2 = "2"
            }

            @length(min: 1, max: 8)
            @pattern("[\\w\"]+")
            string Name

            @timestampFormat("date-time")
            timestamp When


            """.ReplaceLineEndings("\n"),
            ModelText.Of("box", Encoding.UTF8.GetBytes(Small)));
    }

    [Fact]
    public void What_is_written_is_what_is_read()
    {
        var model = SmithyParser.Parse(ModelText.Of("box", Encoding.UTF8.GetBytes(Small)));

        Assert.Equal("""[\w"]+""", model.Find("Name").Traits.Text("pattern"));
        Assert.Equal((1, 8), (model.Find("Name").Traits.Number("length", "min"), model.Find("Name").Traits.Number("length", "max")));
        Assert.Equal(["OPEN", "half-open", "2"], model.Find("Lid").Members.Select(member => member.Target));
        Assert.True(model.Find("GetBox").Traits.IsEmptyList("auth"));
        Assert.Equal(["Gone"], model.Find("GetBox").Names("errors"));
        Assert.Equal(410, model.Find("Gone").Traits.Number("httpError"));
    }

    [Theory]
    [InlineData("\"authtype\":\"none\"", "\"authtype\":\"v9\"")]
    [InlineData("\"serviceId\":\"Box\"", "\"serviceId\":\"Box\",\"jsonVersion\":\"1.1\"", true)]
    [InlineData("\"min\":1", "\"minimum\":1")]
    [InlineData("\"location\":\"uri\"", "\"location\":\"cookie\"")]
    [InlineData("\"protocol\":\"rest-json\"", "\"protocol\":\"rest-xml\"")]
    [InlineData("\"timestampFormat\":\"iso8601\"", "\"timestampFormat\":\"julian\"")]
    public void A_fact_that_is_not_known_stops_the_tool(string from, string to, bool known = false)
    {
        var json = Encoding.UTF8.GetBytes(Small.Replace(from, to, StringComparison.Ordinal));

        Assert.Equal(known, Record.Exception(() => ModelText.Of("box", json)) is null);
    }

    [Fact]
    public void Every_source_model_becomes_contracts_that_compile()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        using var log = new StringWriter();
        Assert.Equal(0, ModelTool.Run([Source, folder], log, log));
        var files = Directory.GetFiles(folder);
        Assert.Equal(Directory.GetFiles(Source, "*.json").Length, files.Length);

        var trees = new List<SyntaxTree>();
        foreach (var file in files)
        {
            var model = SmithyParser.Parse(File.ReadAllText(file));
            var json = JsonDocument.Parse(File.ReadAllBytes(Directory.GetFiles(Source, Path.GetFileNameWithoutExtension(file) + "-????-??-??.json").Single())).RootElement.GetProperty("model");
            Assert.Equal(json.GetProperty("operations").EnumerateObject().Count(), model.OfKind("operation").Count());

            // Every shape of the source, and nothing else but the errors that AWS answers with and the source does not list.
            var sourceShapes = json.GetProperty("shapes").EnumerateObject().Select(shape => shape.Name).ToHashSet(StringComparer.Ordinal);
            var written = model.Shapes.Where(shape => shape.Kind is not ("service" or "operation")).ToList();
            Assert.Superset(sourceShapes, written.Select(shape => shape.Name).ToHashSet(StringComparer.Ordinal));
            Assert.All(written.Where(shape => !sourceShapes.Contains(shape.Name)), shape => Assert.True(shape.Traits.Number("httpError") >= 400));
            Assert.Equal(
                json.GetProperty("shapes").EnumerateObject().Sum(shape => shape.Value.TryGetProperty("members", out var members) ? members.EnumerateObject().Count() : 0),
                written.Where(shape => sourceShapes.Contains(shape.Name) && shape.Kind is "structure" or "union").Sum(shape => shape.Members.Count));
            if (File.Exists(Path.Combine(Root(), "models", Path.GetFileName(file))))
            {
                // The build has compiled it already.
                continue;
            }

            trees.AddRange(ContractGenerator.Sources(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)).Select(source => CSharpSyntaxTree.ParseText(source.Source)));
        }

        Assert.Empty(Compile(trees));
    }

    [Fact]
    public void The_models_of_the_repository_are_what_the_tool_writes()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Root(), "models"), "*.smithy"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            foreach (var source in Directory.GetFiles(Source, name + "-????-??-??.json"))
            {
                Assert.Equal(File.ReadAllText(file), ModelText.Of(name, File.ReadAllBytes(source)));
            }
        }
    }

    internal static IReadOnlyList<string> Compile(IEnumerable<SyntaxTree> trees)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "Gatehouse.Wire.dll" or "netstandard.dll")
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        return
        [
            .. CSharpCompilation.Create("Contracts", trees, references, new(OutputKind.DynamicallyLinkedLibrary))
                .GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error).Select(problem => problem.ToString()).Take(20),
        ];
    }

    private static string Root() =>
        typeof(ModelToolTests).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
            .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
}
