namespace Gatehouse.SignIn.Saml;

/// <summary>A role that a response offers.</summary>
/// <param name="Account">Its account.</param>
/// <param name="AccountName">The account's name, for people.</param>
/// <param name="RoleArn">The role.</param>
/// <param name="ProviderArn">The provider through which it is offered.</param>
internal sealed record SamlOffer(string Account, string AccountName, string RoleArn, string ProviderArn);
