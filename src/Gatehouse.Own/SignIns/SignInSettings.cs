using Gatehouse.Accounts;
using Gatehouse.Accounts.Mfa;
using Shapes = Gatehouse.Contracts.Gatehouse.Shapes;

namespace Gatehouse.Own.SignIns;

/// <summary>Who needs a second factor to sign in: what an account says, what the installation says, and what holds [AU-616].</summary>
/// <param name="Own">What the account says.</param>
/// <param name="Installation">What the installation says, for every account.</param>
/// <param name="Effective">The stricter of the two.</param>
internal sealed record SignInSettings(string Own, string Installation, string Effective)
{
    /// <summary>Those of an account.</summary>
    internal static SignInSettings Of(Account account, Installation installation) =>
        new(NameOf(account.Profile.SecondFactor), NameOf(installation.SecondFactor), NameOf(installation.SecondFactorIn(account)));

    /// <summary>What a request means.</summary>
    internal static SecondFactorNeed Read(string name) => name switch
    {
        Shapes.MfaRequirement.None => SecondFactorNeed.None,
        Shapes.MfaRequirement.Root => SecondFactorNeed.Root,
        Shapes.MfaRequirement.All_ => SecondFactorNeed.All,
        _ => throw new InvalidOperationException($"The model knows '{name}', and this does not."),
    };

    private static string NameOf(SecondFactorNeed need) => need switch
    {
        SecondFactorNeed.None => Shapes.MfaRequirement.None,
        SecondFactorNeed.Root => Shapes.MfaRequirement.Root,
        SecondFactorNeed.All => Shapes.MfaRequirement.All_,
        _ => throw new InvalidOperationException($"The need {need} has no name."),
    };
}
