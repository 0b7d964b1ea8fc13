namespace Gatehouse.PolicyEngine;

/// <summary>The action of a request, looked at once for all the sets it is put to.</summary>
internal readonly struct ActionView
{
    internal readonly string Text;
    internal readonly uint Hash;

    /// <summary>Where the service's prefix ends; below zero without one.</summary>
    internal int Colon => Text.AsSpan().IndexOf(':');

    internal ActionView(string text)
    {
        Text = text;
        Hash = Ascii.Hash(text);
    }
}
