using Gatehouse.Accounts;
using Gatehouse.Wire;

namespace Gatehouse.Operations;

/// <summary>An operation that only looks.</summary>
/// <typeparam name="TRequest">Its generated request.</typeparam>
/// <typeparam name="TResponse">Its generated response.</typeparam>
public interface IRead<TRequest, TResponse> : IOperation<TRequest>
    where TRequest : class, IShape
    where TResponse : class, IShape
{
    /// <summary>Answers the request from the snapshots that the call holds.</summary>
    /// <exception cref="ApiException">The caller's mistake, in AWS's words.</exception>
    static abstract TResponse Handle(TRequest request, Call call);
}
