namespace Gatehouse.Wire;

/// <summary>An answer on its way out: status, headers, and a body written as it is made.</summary>
public sealed partial class WireAnswer
{
}
