using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Server.Requests;

/// <summary>What a request asks for.</summary>
/// <param name="Contract">The operation, as its model says it.</param>
/// <param name="Operation">The operation as we do it; null when we do not.</param>
/// <param name="Numbers">What is counted of it.</param>
internal sealed record Destination(OperationContract Contract, Operation? Operation, OperationNumbers Numbers)
{
    /// <summary>The action that last-accessed reports name, such as <c>iam:GetUser</c>; one string for all requests.</summary>
    internal string Action { get; } = Operation?.Action ?? $"{Contract.Service.SigningName}:{Contract.Name}";
}
