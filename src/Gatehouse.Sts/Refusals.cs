using Gatehouse.Accounts;
using Gatehouse.Wire;

namespace Gatehouse.Sts;

/// <summary>Refusals that several operations share, in AWS's words.</summary>
internal static class Refusals
{
    /// <summary>The caller may not, and is not told why: neither that something exists nor that it does not [AU-304].</summary>
    internal static CommonException NotAuthorized(Caller caller, string action, string resource) =>
        Denied($"User: {caller.Arn.Text} is not authorized to perform: {action} on resource: {resource}");

    /// <summary>The caller may not.</summary>
    internal static CommonException Denied(string text) => new(CommonError.AccessDenied, text);

    /// <summary>A parameter breaks a rule that no model states.</summary>
    internal static CommonException Invalid(string text) => new(CommonError.Validation, text);

    /// <summary>A parameter is well formed and still not possible.</summary>
    internal static CommonException InvalidParameter(string text) => new(CommonError.InvalidParameterValue, text);
}
