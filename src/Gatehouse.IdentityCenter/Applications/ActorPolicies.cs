using System.Text.Json;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.PolicyEngine;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>The policies that say who may ask for tokens in an application's name.</summary>
internal static class ActorPolicies
{
    private const int MostCharacters = 20_480;

    /// <summary>The policy of a request, as text.</summary>
    /// <exception cref="ValidationException">It is not one, or AWS would refuse it as the policy of a resource.</exception>
    internal static string Read(AuthenticationMethod given)
    {
        if (given.Iam?.ActorPolicy is not { ValueKind: JsonValueKind.Object } document)
        {
            throw new ValidationException("The actor policy must be a policy document.");
        }

        var text = document.GetRawText();
        if (text.Length > MostCharacters)
        {
            throw new ValidationException($"The actor policy must not be longer than {MostCharacters} characters.");
        }

        return PolicyValidator.Validate(text, PolicyKind.Resource) is { Valid: false } read
            ? throw new ValidationException(read.Problems[0].WireText)
            : text;
    }

    /// <summary>The refusal where an application has none.</summary>
    internal static ResourceNotFoundException None() => new("The application has no authentication method of the type IAM.");

    /// <summary>How it looks in answers.</summary>
    internal static AuthenticationMethod Describe(string policy)
    {
        using var document = JsonDocument.Parse(policy);
        return new() { Iam = new() { ActorPolicy = document.RootElement.Clone() } };
    }
}
