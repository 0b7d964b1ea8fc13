namespace Gatehouse.Wire;

/// <summary>What a request asks for, by its own words (AU-3).</summary>
/// <param name="Protocol">How to answer, whatever the answer.</param>
/// <param name="Service">The service, when the request names one of ours.</param>
/// <param name="Operation">The operation; null when there is none to run.</param>
/// <param name="Refusal">Why there is none. A request that is also unsigned is refused for that first (AU-13).</param>
public readonly record struct Route(Protocol Protocol, ServiceContract? Service, OperationContract? Operation, CommonException? Refusal);
