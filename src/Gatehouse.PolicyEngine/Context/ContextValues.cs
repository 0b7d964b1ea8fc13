using System.Collections;

namespace Gatehouse.PolicyEngine;

/// <summary>The values of one condition key: one string, or several. Wraps what it is given and copies nothing.</summary>
public readonly struct ContextValues : IReadOnlyList<string>, IEquatable<ContextValues>
{
    private readonly object? held;

    /// <summary>One value.</summary>
    /// <param name="value">The value.</param>
    public ContextValues(string value) => held = value;

    /// <summary>Any number of values; the caller must not change the array afterwards.</summary>
    /// <param name="values">The values; none at all is the same as an absent key (PL-75).</param>
    public ContextValues(string[] values) => held = values;

    /// <inheritdoc/>
    public int Count => held switch { null => 0, string => 1, var several => ((string[])several).Length };

    internal object? Held => held;

    /// <inheritdoc/>
    public string this[int index] => held is string one && index == 0 ? one : ((string[]?)held ?? [])[index];

    /// <summary>One value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ContextValues(string value) => new(value);

    /// <summary>Several values.</summary>
    /// <param name="values">The values.</param>
    public static implicit operator ContextValues(string[] values) => new(values);

    /// <summary>Same values in the same order.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ContextValues left, ContextValues right) => left.Equals(right);

    /// <summary>Not the same values in the same order.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ContextValues left, ContextValues right) => !left.Equals(right);

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() =>
        held switch { null => Enumerable.Empty<string>().GetEnumerator(), string one => Enumerable.Repeat(one, 1).GetEnumerator(), var several => ((IEnumerable<string>)several).GetEnumerator() };

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ContextValues other) => this.SequenceEqual(other, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ContextValues other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, this[0]);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", this);
}
