using Gatehouse.Contracts.Gatehouse;

namespace Gatehouse.Own;

/// <summary>The refusals that operations have in common.</summary>
internal static class OwnRefusals
{
    internal static InvalidInputException BadToken() => new("The NextToken is not valid.");
}
