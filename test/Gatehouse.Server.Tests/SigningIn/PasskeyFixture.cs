namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>A server that browsers know as localhost: at a bare address they have no passkeys.</summary>
public sealed class PasskeyFixture() : SignInFixture("http://localhost:4566");
