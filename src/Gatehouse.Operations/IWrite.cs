using Gatehouse.Accounts;
using Gatehouse.Wire;

namespace Gatehouse.Operations;

/// <summary>An operation that changes the caller's account.</summary>
/// <typeparam name="TRequest">Its generated request.</typeparam>
/// <typeparam name="TResponse">Its generated response.</typeparam>
public interface IWrite<TRequest, TResponse> : IOperation<TRequest>
    where TRequest : class, IShape
    where TResponse : class, IShape
{
    /// <summary>Changes the draft. May run more than once, each time on the newest account.</summary>
    /// <exception cref="ApiException">The caller's mistake, in AWS's words; then nothing is written.</exception>
    static abstract TResponse Handle(TRequest request, Draft draft);
}
