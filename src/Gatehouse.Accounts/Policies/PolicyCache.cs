using System.Collections.Concurrent;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Accounts.Policies;

/// <summary>Compiled policy documents by their text, so that a document attached to ten thousand roles is compiled once [PL-52].</summary>
/// <remarks>Thread-safe. When it is full it starts anew: what is in use is compiled again and stays shared.</remarks>
public sealed class PolicyCache
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<string, PolicyDocument> documents = new(StringComparer.Ordinal);

    /// <summary>A stored policy, under the name by which denials call it. A text that cannot be read denies every request it is asked about [PE-3].</summary>
    public AttachedPolicy Attach(string name, string? arn, string text) => new(name, arn, Find(text));

    private PolicyDocument? Find(string text)
    {
        if (documents.TryGetValue(text, out var known))
        {
            return known;
        }

        if (PolicyDocument.Parse(text).Document is not { } document)
        {
            return null;
        }

        if (documents.Count >= Most)
        {
            documents.Clear();
        }

        return documents.GetOrAdd(text, document);
    }
}
