using System.Collections.Immutable;

namespace Gatehouse.Wire;

/// <summary>What the model says of a structure: its name and its members in order.</summary>
public sealed class Schema
{
    /// <summary>Describes a structure. The array is the schema's own from here on.</summary>
    public Schema(string name, params Member[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        Name = name;
        Members = ImmutableArray.Create(members);
    }

    /// <summary>The name in the model.</summary>
    public string Name { get; }

    /// <summary>The members, in the order of the model.</summary>
    public ImmutableArray<Member> Members { get; }

    /// <summary>Whether exactly one member has a value.</summary>
    public bool IsUnion { get; init; }

    /// <summary>Whether no part of it may be shown.</summary>
    public bool Sensitive { get; init; }

    /// <summary>The member that is the whole body of a REST-JSON message, if one is.</summary>
    public Member? Payload
    {
        get
        {
            foreach (var member in Members)
            {
                if (member.Place == MemberPlace.Payload)
                {
                    return member;
                }
            }

            return null;
        }
    }
}
