namespace Gatehouse.PolicyEngine;

/// <summary>The action of a request, looked at once for all the sets it is put to.</summary>
internal readonly struct ActionView
{
    internal readonly string Text;
    internal readonly int Colon;
    internal readonly uint Hash;

    internal ActionView(string text)
    {
        Text = text;
        Colon = text.AsSpan().IndexOf(':');
        Hash = Ascii.Hash(text);
    }
}
