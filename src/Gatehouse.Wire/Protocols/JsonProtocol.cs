namespace Gatehouse.Wire;

/// <summary>AWS JSON 1.0 and 1.1: every operation is a POST of an object.</summary>
internal sealed class JsonProtocol(string version) : Protocol($"awsJson{version.Replace('.', '_')}")
{
    private readonly string contentType = $"application/x-amz-json-{version}";

    public override (int Status, string Code) Describe(ApiException error) =>
        error is CommonException common ? CommonErrors.Json(common.Kind) : (error.Status, error.Name);

    public override ShapeReader Open(OperationContract operation, WireRequest request) => new JsonReader(request.OpenJson());

    public override void WriteResponse(OperationContract operation, IShape response, string requestId, WireAnswer answer)
    {
        answer.Begin(200, contentType, requestId);
        answer.Json.WriteMessage(response, restJson: false);
    }

    public override void WriteError(ServiceContract? service, ApiException error, string requestId, WireAnswer answer)
    {
        var (status, code) = Describe(error);
        answer.Begin(status, contentType, requestId);
        answer.Json.WriteMessage(error, restJson: false, code);
    }
}
