namespace Gatehouse.Wire;

/// <summary>REST with JSON bodies: an operation is a method and a path, and its members stand where the model binds them.</summary>
internal sealed class RestJsonProtocol() : Protocol("restJson1")
{
    private const string ContentType = "application/json";

    public override (int Status, string Code) Describe(ApiException error) =>
        error is CommonException common ? CommonErrors.Rest(common.Kind) : (error.StatusOfCase ?? error.Status, error.Name);

    public override ShapeReader Open(OperationContract operation, WireRequest request) => new RestJsonReader(operation, request);

    public override void WriteResponse(OperationContract operation, IShape response, string requestId, WireAnswer answer)
    {
        answer.Begin(operation.Status, ContentType, requestId);
        if (operation.HasOutput)
        {
            answer.Json.WriteMessage(response, restJson: true);
        }
        else
        {
            answer.DropBody();
        }
    }

    public override void WriteError(ServiceContract? service, ApiException error, string requestId, WireAnswer answer)
    {
        var (status, code) = Describe(error);
        answer.Begin(status, ContentType, requestId);

        // AU-5: clients read the header or the body; both are sent.
        answer.AddHeader("x-amzn-ErrorType", code);
        answer.Json.WriteMessage(error, restJson: true, code);
    }
}
