using Gatehouse.Wire;

namespace Gatehouse.Operations;

/// <summary>The rare third kind of operation: it must wait for something outside the account. Its comment says for what.</summary>
/// <typeparam name="TRequest">Its generated request.</typeparam>
/// <typeparam name="TResponse">Its generated response.</typeparam>
public interface IReach<TRequest, TResponse> : IOperation<TRequest>
    where TRequest : class, IShape
    where TResponse : class, IShape
{
    /// <summary>Whether it changes anything: such operations are recorded as writes.</summary>
    static abstract bool Changes { get; }

    /// <summary>Does what the request asks.</summary>
    /// <exception cref="ApiException">The caller's mistake, in AWS's words.</exception>
    static abstract ValueTask<TResponse> HandleAsync(TRequest request, Reach reach, CancellationToken cancel);
}
