using Gatehouse.Accounts.Audit;
using Gatehouse.Contracts.CloudTrail.Shapes;

namespace Gatehouse.CloudTrail.Events;

/// <summary>Says whether an event has the attribute that a lookup asks for.</summary>
internal static class TrailFilter
{
    /// <summary>Compares to the letter, as AWS does.</summary>
    internal static bool Matches(AuditEvent happened, LookupAttribute attribute)
    {
        var value = attribute.AttributeValue;
        return attribute.AttributeKey switch
        {
            LookupAttributeKey.EventId => happened.EventId == value,
            LookupAttributeKey.EventName => happened.Name == value,
            LookupAttributeKey.ReadOnly => (happened.ReadOnly ? "true" : "false") == value,
            LookupAttributeKey.Username => happened.Identity.LookupName == value,
            LookupAttributeKey.ResourceType => happened.Resources.Any(resource => resource.Type == value),
            LookupAttributeKey.ResourceName => happened.Resources.Any(resource => resource.Name == value || resource.Arn == value),
            LookupAttributeKey.EventSource => happened.Source == value,
            LookupAttributeKey.AccessKeyId => happened.Identity.AccessKeyId == value,
            var unknown => throw new InvalidOperationException($"The model lets the attribute '{unknown}' through, which no filter knows."),
        };
    }
}
