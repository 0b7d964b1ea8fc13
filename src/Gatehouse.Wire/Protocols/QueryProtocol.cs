using System.Text;

namespace Gatehouse.Wire;

/// <summary>AWS Query: a form in, XML out.</summary>
internal sealed class QueryProtocol() : Protocol("awsQuery")
{
    private const string ContentType = "text/xml";

    public override (int Status, string Code) Describe(ApiException error) => (error.Status, error.Code);

    public override ShapeReader Open(OperationContract operation, WireRequest request) => request.OpenForm();

    public override void WriteResponse(OperationContract operation, IShape response, string requestId, WireAnswer answer)
    {
        answer.Begin(200, ContentType, requestId);
        var output = answer.Output;
        var envelope = (Envelope)(operation.Envelope ??= new Envelope(operation));
        output.Append(envelope.Head);
        answer.Xml.Begin();
        response.Write(answer.Xml);
        output.Append(envelope.Middle);
        answer.Xml.WriteText(requestId);
        output.Append(envelope.Tail);
    }

    public override void WriteError(ServiceContract? service, ApiException error, string requestId, WireAnswer answer)
    {
        answer.Begin(error.Status, ContentType, requestId);
        var output = answer.Output;
        output.Append("<ErrorResponse"u8);
        if (service?.XmlNamespace is { } space)
        {
            output.Append(" xmlns=\""u8);
            answer.Xml.WriteText(space);
            output.Append("\""u8);
        }

        output.Append("><Error><Type>"u8);
        output.Append(error.Fault == Fault.Sender ? "Sender"u8 : "Receiver"u8);
        output.Append("</Type><Code>"u8);
        answer.Xml.WriteText(error.Code);
        output.Append("</Code><Message>"u8);
        answer.Xml.WriteText(error.Message);
        output.Append("</Message>"u8);
        answer.Xml.Begin(without: error.MessageMember);
        error.Write(answer.Xml);
        output.Append("</Error><RequestId>"u8);
        answer.Xml.WriteText(requestId);
        output.Append("</RequestId></ErrorResponse>"u8);
    }

    /// <summary>What stands around every answer of an operation.</summary>
    private sealed class Envelope
    {
        internal Envelope(OperationContract operation)
        {
            var name = operation.Name;
            var result = operation.HasOutput ? $"<{name}Result>" : "";
            Head = Encoding.UTF8.GetBytes($"<{name}Response xmlns=\"{operation.Service.XmlNamespace}\">{result}");
            Middle = Encoding.UTF8.GetBytes($"{result.Replace("<", "</", StringComparison.Ordinal)}<ResponseMetadata><RequestId>");
            Tail = Encoding.UTF8.GetBytes($"</RequestId></ResponseMetadata></{name}Response>");
        }

        internal byte[] Head { get; }

        internal byte[] Middle { get; }

        internal byte[] Tail { get; }
    }
}
