namespace Gatehouse.PolicyEngine;

/// <summary>Who is simulated, and whose the resources are (PE-109, PE-110).</summary>
internal static class SimulationCaller
{
    /// <summary>The ARN of the caller: as given, or the source of the policies when that is a user.</summary>
    internal static string? Arn(SimulationInputs inputs)
    {
        if (inputs.CallerArn is { } given)
        {
            return IsUser(given) ? given : throw new SimulationException($"The CallerArn '{given}' is not the ARN of a user.");
        }

        return inputs.PolicySourceArn is { } source && IsUser(source) ? source : null;
    }

    /// <summary>The caller to ask for.</summary>
    internal static Principal Of(string? callerArn, string? sourceArn) => (callerArn ?? sourceArn) is { } arn && ArnFields.TryRead(arn, out _) ? Principal.User(arn) : Principal.Unnamed;

    /// <summary>The account that owns resources whose ARN names none.</summary>
    internal static string? Owner(string? given)
    {
        if (given is null || PrincipalRules.IsAccount(given))
        {
            return given;
        }

        return ArnFields.TryRead(given, out var fields) && fields.Service(given).SequenceEqual("iam") && fields.Rest(given).SequenceEqual("root")
            && PrincipalRules.IsAccount(fields.Account(given))
                ? fields.Account(given).ToString()
                : throw new SimulationException($"The ResourceOwner '{given}' is not an account.");
    }

    private static bool IsUser(string arn) =>
        ArnFields.TryRead(arn, out var fields) && fields.Scheme(arn).SequenceEqual("arn") && fields.Service(arn).SequenceEqual("iam") && fields.Region(arn).Length == 0
        && PrincipalRules.IsAccount(fields.Account(arn)) && fields.Rest(arn) is ['u', 's', 'e', 'r', '/', _, ..];
}
