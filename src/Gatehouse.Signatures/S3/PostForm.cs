using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Gatehouse.Signatures;

/// <summary>A form that a browser posts to an S3-style service: its signature covers a policy, and the policy covers the form (AU-143).</summary>
/// <remarks>
/// In this order: <see cref="TryRead"/>, <see cref="SignatureVerifier.CheckScope"/>, the key's look-up, <see cref="SignatureVerifier.CheckToken"/>,
/// <see cref="Verify"/>, and <see cref="CheckPolicy"/>. AWS: "Authenticating Requests in Browser-Based Uploads Using POST (AWS Signature Version 4)".
/// </remarks>
public sealed class PostForm
{
    /// <summary>The most fields that are read before the file.</summary>
    public const int MaxFields = 200;

    /// <summary>The most characters of a policy, as sent.</summary>
    public const int MaxPolicy = 64 * 1024;

    private const string PolicyField = "policy";

    private readonly Dictionary<string, string> fields;
    private readonly Signature signature;

    private PostForm(Dictionary<string, string> fields, in Signature signature)
    {
        this.fields = fields;
        this.signature = signature;
    }

    /// <summary>Who signed, and for what; nothing of it is proven before <see cref="Verify"/>.</summary>
    public ref readonly Signature Signature => ref signature;

    /// <summary>Reads what the form says of its signature.</summary>
    /// <param name="before">The fields before the file, in their order: what comes after it does not count. Names are the same in any case.</param>
    /// <param name="form">The form.</param>
    /// <param name="fault">Why it is refused.</param>
    public static bool TryRead(
        IEnumerable<KeyValuePair<string, string>> before, [NotNullWhen(true)] out PostForm? form, [NotNullWhen(false)] out SignatureFault? fault)
    {
        ArgumentNullException.ThrowIfNull(before);
        form = null;
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in before)
        {
            // Of two that have one name, nobody knows which the policy speaks of.
            if (fields.Count == MaxFields || !fields.TryAdd(name, value))
            {
                fault = Faults.OfS3(FaultKind.Invalid, fields.Count == MaxFields ? $"The form has more than {MaxFields} fields." : $"The form has the field {Echo.Of(name)} more than once.");
                return false;
            }
        }

        fault = Gather(fields, out var signature);
        form = fault is null ? new(fields, signature) : null;
        return form is not null;
    }

    /// <summary>Compares the signature over the policy, in constant time (AU-143, AU-146).</summary>
    /// <param name="key">The key derived for its access key and scope.</param>
    public SignatureFault? Verify(VerificationKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Algorithm == signature.Algorithm && key.Fits(Encoding.UTF8.GetBytes(fields[PolicyField]), signature.Given.Span)
            ? null
            : Faults.Mismatch(SignatureStyle.S3, SignatureForm.Query);
    }

    /// <summary>Asks the policy whether the form is one that it was signed for.</summary>
    /// <param name="bucket">The bucket that the form was posted to, which policies speak of as of a field.</param>
    /// <param name="fileSize">How many bytes the file has.</param>
    /// <param name="now">The server's time.</param>
    public SignatureFault? CheckPolicy(string bucket, long fileSize, DateTimeOffset now) =>
        PostPolicy.TryRead(fields[PolicyField], out var policy, out var fault) ? policy.Check(fields, bucket, fileSize, now) : fault;

    /// <summary>The form's access key id and scope: what may be logged.</summary>
    public override string ToString() => signature.ToString();

    private static SignatureFault? Gather(Dictionary<string, string> fields, out Signature signature)
    {
        signature = default;
        foreach (var name in (ReadOnlySpan<string>)[PolicyField, "x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-signature"])
        {
            if (!fields.TryGetValue(name, out var value) || value.Length == 0)
            {
                return Faults.OfS3(FaultKind.Invalid, $"Bucket POST must contain a field named '{name}'.  If it is specified, please check the order of the fields.");
            }
        }

        if (fields[PolicyField].Length > MaxPolicy)
        {
            return Faults.OfS3(FaultKind.TooBig, "Your POST request fields preceding the upload file were too large.");
        }

        if (fields["x-amz-algorithm"] != StringToSign.Hmac)
        {
            return Faults.OfS3(FaultKind.Invalid, $"x-amz-algorithm only supports \"{StringToSign.Hmac}\"");
        }

        var (credential, date) = (fields["x-amz-credential"], fields["x-amz-date"]);
        if (!BasicTime.TryRead(date, out var time))
        {
            return Faults.NoTime(SignatureStyle.S3, SignatureForm.Query, date);
        }

        var parts = credential.Split('/');
        if (parts.Length != 5 || parts.Any(static part => part.Length == 0))
        {
            return Faults.NoCredential(SignatureStyle.S3, SignatureForm.Query, SignatureAlgorithm.HmacSha256, credential);
        }

        var token = fields.GetValueOrDefault("x-amz-security-token");
        signature = new()
        {
            Style = SignatureStyle.S3,
            Form = SignatureForm.Query,
            Algorithm = SignatureAlgorithm.HmacSha256,
            CredentialText = credential.AsMemory(),
            Given = fields["x-amz-signature"].AsMemory(),
            Time = time,
            BasicTime = date.AsMemory(),
            SessionToken = token,
            SessionTokens = token is null ? 0 : 1,
        };
        return null;
    }
}
