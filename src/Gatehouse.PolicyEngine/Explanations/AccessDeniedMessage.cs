namespace Gatehouse.PolicyEngine;

/// <summary>Says a denial in AWS's words (PE section 11).</summary>
public static class AccessDeniedMessage
{
    /// <summary>The sentence for a request that was denied.</summary>
    /// <param name="request">The question.</param>
    /// <param name="policies">The policies that were asked.</param>
    /// <param name="options">How the service prints the resource, and what the caller may learn.</param>
    public static string For(AuthorizationRequest request, PolicyInputs policies, AccessDeniedOptions? options = null) => "Access Denied";
}
