using Gatehouse.Tools;

namespace Gatehouse.ServiceAuthorization.Tests;

public sealed class WriteServiceAuthorizationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gatehouse-authorization-").FullName;

    [Fact]
    public void What_the_tool_writes_is_what_is_read()
    {
        GivenPackage("Write");

        Assert.Equal(0, Run());
        var bytes = File.ReadAllBytes(Path.Combine(folder, "out.bin"));
        var reference = new AuthorizationReference(() => new MemoryStream(bytes));

        Assert.Equal("2027-01-02", reference.State);
        Assert.Equal(new ServiceEntry("box", "A Box", ResourceControl: true), Assert.Single(reference.Services));
        var put = reference.FindAction("box:Put")!;
        var resource = Assert.Single(put.Resources);
        Assert.Equal((true, "shelf", "arn:${Partition}:box:::${Shelf}"), (resource.Required, resource.Type.Name, resource.Type.ArnFormat));
        Assert.Equal("box:Size", Assert.Single(resource.Keys).Name);
        Assert.Equal("box:Tag/${TagKey}", Assert.Single(put.Keys).Name);
        Assert.Equal(new AuthorizationKey("box:Size", KeyType.Numeric, Multivalued: false), reference.FindKey("box:size"));
        Assert.Equal(["box"], reference.KeyPrefixes["crate"]);
    }

    [Fact]
    public void A_fact_that_the_tool_does_not_know_stops_it()
    {
        GivenPackage("Guess");

        Assert.Throws<InvalidDataException>(() => Run());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private int Run() => ServiceAuthorizationTool.Run([folder, Path.Combine(folder, "out.bin")], TextWriter.Null, TextWriter.Null);

    private void GivenPackage(string level)
    {
        Given("package", """{"version": "1.0.202701023"}""", at: "");
        Given("services", """["box"]""");
        Given("serviceNames", """{"box": "A Box"}""");
        Given("rcpSupportedServices", """["box"]""");
        Given("unassociatedConditions", """{"crate": ["box"]}""");
        Given("conditionKeys/box", """{"box:size": {"key": "box:Size", "description": "x", "type": "Numeric"}, "box:tag/${tagkey}": {"key": "box:Tag/${TagKey}", "type": "String"}}""");
        Given("resourceTypes/box", """{"shelf": {"key": "shelf", "arn": "arn:${Partition}:box:::${Shelf}"}}""");
        Given("actions/box", """
            {"put": {"name": "Put", "description": "x", "accessLevel": "LEVEL", "resourceTypes": [{"name": "shelf", "required": true, "conditionKeys": ["box:Size"]}],
             "conditionKeys": ["box:Tag/${TagKey}"]}}
            """.Replace("LEVEL", level, StringComparison.Ordinal));
    }

    private void Given(string name, string json, string at = "data")
    {
        var file = Path.Combine(folder, at, name + ".json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, json);
    }
}
