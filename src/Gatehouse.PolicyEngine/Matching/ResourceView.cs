namespace Gatehouse.PolicyEngine;

/// <summary>The resource of a request, taken apart once.</summary>
internal readonly struct ResourceView
{
    private const string Scheme = "arn:";

    internal ResourceView(string text)
    {
        Text = text;
        IsStar = text == "*";
        IsArn = text.StartsWith(Scheme, StringComparison.Ordinal) && ArnFields.TryRead(text, out Fields);
    }

    internal readonly string Text;

    /// <summary>The action has no resource (PL-61).</summary>
    internal readonly bool IsStar;

    /// <summary>It has the six fields of an ARN; otherwise it is a name of the host's own (PL-66).</summary>
    internal readonly bool IsArn;

    internal readonly ArnFields Fields;
}
