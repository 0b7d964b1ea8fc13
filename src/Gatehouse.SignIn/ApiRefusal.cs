namespace Gatehouse.SignIn;

/// <summary>The API refused what a page asked it for.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">The error's code, such as <c>AccessDenied</c>.</param>
/// <param name="message">Its message, fit for whoever asked.</param>
public sealed class ApiRefusal(int status, string code, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The error's code.</summary>
    public string Code => code;
}
