namespace Gatehouse.Accounts.Federation;

/// <summary>An assertion that a page of ours has used up, and now redeems for the session that it is for [AU-507].</summary>
/// <param name="Issuer">Who made it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Taken">When it was taken: it is not older than it was then, however long somebody takes to choose a role [AU-730].</param>
public sealed record SpentAssertion(string Issuer, string Id, DateTimeOffset Taken)
{
    /// <summary>What stands for the issuer of assertions where tokens are remembered too: one name may be both.</summary>
    public static string Namespace(string issuer) => "saml:" + issuer;

    /// <summary>Whether a proof is this assertion.</summary>
    public bool Is(SingleUse? proof) => proof is not null && proof.Issuer == Namespace(Issuer) && proof.Id == Id;
}
