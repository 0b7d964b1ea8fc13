namespace Gatehouse.Accounts.Federation;

/// <summary>What tells a proof that is good once from all others [AU-429].</summary>
/// <param name="Issuer">Who made it.</param>
/// <param name="Id">Its id, unique with its issuer.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Ends">When it ends by itself.</param>
public sealed record SingleUse(string Issuer, string Id, DateTimeOffset Made, DateTimeOffset Ends)
{
    /// <summary>Says nothing of the proof.</summary>
    public override string ToString() => nameof(SingleUse);
}
