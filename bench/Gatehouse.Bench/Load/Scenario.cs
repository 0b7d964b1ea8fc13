namespace Gatehouse.Bench.Load;

/// <summary>One kind of request, signed many times over beforehand: no two are the same.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Wanted">Which share of the bare endpoint's requests per second it is to reach.</param>
/// <param name="Requests">The requests.</param>
internal sealed record Scenario(string Name, double Wanted, byte[][] Requests);
