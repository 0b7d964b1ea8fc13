using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Gatehouse.Wire.Tests;

/// <summary>Every shape of every model, filled, written and read back in every protocol.</summary>
public sealed class RoundTripTests
{
    private const int Rounds = 3;

    [Fact]
    public void Every_request_of_a_Query_service_is_read_as_it_was_sent()
    {
        foreach (var operation in Contracts.Operations.Where(operation => operation.Service.Protocol == Protocol.Query))
        {
            foreach (var sent in Fillings(operation.RequestType))
            {
                using var request = Requests.Form(FormWriter.Write(sent, operation.Name, operation.Service.ApiVersion));
                Assert.Same(operation, new ServiceCatalog(Contracts.Services).Find(request).Operation);

                var read = Contracts.Read(operation.RequestType, operation.Service.Protocol.Open(operation, request));

                Assert.Equal(Canon.Of(sent), Canon.Of(read));
            }
        }
    }

    [Fact]
    public void Every_shape_without_documents_can_travel_in_a_form()
    {
        var operation = Contracts.Operations[0];
        foreach (var shape in Contracts.Shapes.Where(shape => shape.Namespace!.EndsWith(".Shapes", StringComparison.Ordinal)))
        {
            foreach (var sent in Fillings(shape).Where(static sent => !HasDocument(sent.Schema, [])))
            {
                // An empty structure is no parameter at all, so what holds one cannot come back as it was.
                if (Canon.Of(sent).Contains("{\n}", StringComparison.Ordinal) || HasEmptyMap(sent))
                {
                    continue;
                }

                using var request = Requests.Form(FormWriter.Write(sent, "Any", "any"));
                var read = Contracts.Read(shape, Protocol.Query.Open(operation, request));

                Assert.Equal(Canon.Of(sent), Canon.Of(read));
            }
        }
    }

    [Fact]
    public void Every_shape_without_documents_is_XML_that_another_parser_reads_back()
    {
        using var answer = new WireAnswer();
        var operation = Contracts.Services.Single(service => service.Name == "iam").Operations["GetUser"];
        foreach (var shape in Contracts.Shapes)
        {
            foreach (var sent in Fillings(shape).Where(static sent => !HasDocument(sent.Schema, [])))
            {
                Protocol.Query.WriteResponse(operation, sent, "id", answer);
                var xml = XDocument.Parse(Encoding.UTF8.GetString(answer.Body.Span), LoadOptions.PreserveWhitespace);
                var result = xml.Root!.Elements().Single(element => element.Name.LocalName == "GetUserResult");

                Assert.Equal(Canon.Of(sent), Canon.Of(Contracts.Read(shape, new XmlReader(result))));
            }
        }
    }

    [Fact]
    public void Every_shape_is_JSON_that_is_read_back()
    {
        using var answer = new WireAnswer();
        var operation = Contracts.Services.Single(service => service.Name == "organizations").All[0];
        foreach (var shape in Contracts.Shapes)
        {
            foreach (var sent in Fillings(shape))
            {
                Protocol.Json11.WriteResponse(operation, sent, "id", answer);
                using var request = Requests.Json("any", Encoding.UTF8.GetString(answer.Body.Span));
                var read = Contracts.Read(shape, Protocol.Json11.Open(operation, request));

                Assert.Equal(Canon.Of(sent), Canon.Of(read));
            }
        }
    }

    [Fact]
    public void Every_REST_request_is_read_as_it_was_sent()
    {
        foreach (var operation in Contracts.Operations.Where(operation => operation.Service.Protocol == Protocol.RestJson))
        {
            foreach (var sent in Fillings(operation.RequestType))
            {
                using var request = RestRequest.Write(operation, sent);
                Assert.Same(operation, new ServiceCatalog(Contracts.Services).Find(request).Operation);

                var read = Contracts.Read(operation.RequestType, operation.Service.Protocol.Open(operation, request));

                Assert.Equal(Canon.Of(sent), Canon.Of(read));
            }
        }
    }

    [Fact]
    public void Every_REST_answer_is_an_object_with_its_members_and_its_status()
    {
        using var answer = new WireAnswer();
        foreach (var operation in Contracts.Operations.Where(operation => operation.Service.Protocol == Protocol.RestJson))
        {
            foreach (var sent in Fillings(operation.ResponseType))
            {
                Protocol.RestJson.WriteResponse(operation, sent, "id", answer);

                Assert.Equal(operation.Status, answer.Status);
                if (!operation.HasOutput)
                {
                    Assert.Equal((0, null), (answer.Body.Length, answer.ContentType));
                    continue;
                }

                // A member that is the body stands there without its name.
                var body = Encoding.UTF8.GetString(answer.Body.Span);
                body = sent.Schema.Payload is { } payload ? $$"""{"{{payload.WireName}}":{{body}}}""" : body;
                using var request = Requests.Rest("POST", "/", body: body);
                Assert.Equal(Canon.Of(sent), Canon.Of(Contracts.Read(operation.ResponseType, Protocol.Json11.Open(operation, request))));
            }
        }
    }

    [Fact]
    public void Every_error_is_written_with_its_code_and_status_in_its_protocol()
    {
        using var answer = new WireAnswer();
        foreach (var type in Contracts.Errors)
        {
            var service = Contracts.ServiceOf(type);
            var error = Contracts.Error(type, "Not like <this> & that.");

            service.Protocol.WriteError(service, error, "id-1", answer);

            var (status, code) = service.Protocol.Describe(error);
            Assert.Equal(status, answer.Status);
            Assert.Equal(error.Status, status);
            Assert.InRange(status, 400, 599);
            var body = Encoding.UTF8.GetString(answer.Body.Span);
            if (service.Protocol == Protocol.Query)
            {
                var xml = XDocument.Parse(body).Root!;
                XNamespace space = service.XmlNamespace!;
                var inner = xml.Element(space + "Error")!;
                Assert.Equal((code, error.Message), (inner.Element(space + "Code")!.Value, inner.Element(space + "Message")!.Value));
                Assert.Equal(status < 500 ? "Sender" : "Receiver", inner.Element(space + "Type")!.Value);
                Assert.Equal("id-1", xml.Element(space + "RequestId")!.Value);
            }
            else
            {
                using var json = JsonDocument.Parse(body);
                Assert.Equal(code, json.RootElement.GetProperty("__type").GetString());
                Assert.Equal(error.Message, json.RootElement.GetProperty(error.MessageMember!.WireName).GetString());
            }
        }
    }

    [Fact]
    public void Every_operation_has_messages_named_after_it_and_a_unique_name()
    {
        Assert.All(Contracts.Operations, operation => Assert.Equal((operation.Name + "Request", operation.Name + "Response"), (operation.RequestType.Name, operation.ResponseType.Name)));
        Assert.All(Contracts.Services, service => Assert.Equal(service.All.Count, service.Operations.Count));
        Assert.Equal(176, Contracts.Services.Single(service => service.Name == "iam").All.Count);
        Assert.Equal(
            [
                "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "CreateOAuth2Token", "CreateToken", "GetRoleCredentials", "ListAccountRoles", "ListAccounts", "Logout", "RegisterClient",
                "StartDeviceAuthorization",
            ],
            Contracts.Operations.Where(operation => operation.Unsigned && !operation.SignedByCertificate).Select(operation => operation.Name).Order(StringComparer.Ordinal));
        var certified = Assert.Single(Contracts.Operations, operation => operation.SignedByCertificate);
        Assert.Equal(("CreateSession", true), (certified.Name, certified.Unsigned));
    }

    [Fact]
    public void No_shape_shows_what_is_sensitive()
    {
        foreach (var shape in Contracts.Shapes)
        {
            foreach (var filled in Fillings(shape))
            {
                var text = filled.ToString()!;
                foreach (var property in shape.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(string)))
                {
                    var member = filled.Schema.Members.Single(member => string.Equals(member.Name, property.Name, StringComparison.OrdinalIgnoreCase));
                    if (member.Sensitive)
                    {
                        Assert.Contains($"{member.Name} = ***", text);
                    }
                }
            }
        }
    }

    private static IEnumerable<IShape> Fillings(Type shape) =>
        Enumerable.Range(0, Rounds).Select(round => Contracts.Read(shape, new FillingReader(round)));

    // AWS's Query protocol has no documents, and no service that speaks it has one.
    private static bool HasDocument(Schema schema, HashSet<Schema> seen) => seen.Add(schema) && schema.Members.Any(member => HasDocument(member.Type, seen));

    private static bool HasDocument(ShapeType type, HashSet<Schema> seen) => type.Kind switch
    {
        ShapeKind.Document => true,
        ShapeKind.Structure => HasDocument(type.Structure!, seen),
        ShapeKind.List => HasDocument(type.Element!.Type, seen),
        ShapeKind.Map => HasDocument(type.Value!.Type, seen),
        _ => false,
    };

    private static bool HasEmptyMap(IShape shape) => shape.Schema.Members.Any(member => member.Type.Kind == ShapeKind.Map) || Canon.Of(shape).Contains("[\n]", StringComparison.Ordinal);
}
