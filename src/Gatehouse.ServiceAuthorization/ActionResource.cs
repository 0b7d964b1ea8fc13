namespace Gatehouse.ServiceAuthorization;

/// <summary>A type of resource that an action is checked on.</summary>
/// <param name="Type">The type.</param>
/// <param name="Required">Every call of the action names one.</param>
/// <param name="Keys">The condition keys of the action on this type, beside those of the type.</param>
public sealed record ActionResource(AuthorizationResource Type, bool Required, IReadOnlyList<AuthorizationKey> Keys);
