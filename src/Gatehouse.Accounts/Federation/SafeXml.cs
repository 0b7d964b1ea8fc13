using System.Diagnostics.CodeAnalysis;
using System.Xml;

namespace Gatehouse.Accounts.Federation;

/// <summary>Reads XML of strangers: no document type, nothing fetched, bounded in size and depth [AU-501].</summary>
public static class SafeXml
{
    /// <summary>How deep elements may nest.</summary>
    public const int MostDepth = 64;

    /// <summary>Reads a document, white space included.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mostNodes">How many elements, attributes and texts it may have.</param>
    /// <param name="document">What it says.</param>
    /// <returns>False when it is not well formed, has a document type, or passes a limit.</returns>
    public static bool TryRead(string text, int mostNodes, [NotNullWhen(true)] out XmlDocument? document)
    {
        document = null;
        try
        {
            // Twice, because a document that is too large must not become a tree first; and one start tag is read whole before it can be counted.
            if (!MayBeWithin(text, mostNodes) || !IsWithin(text, mostNodes))
            {
                return false;
            }

            var read = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            using var reader = Open(text);
            read.Load(reader);
            document = read;
            return read.DocumentElement is not null;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static XmlReader Open(string text) => XmlReader.Create(new StringReader(text), new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = text.Length,
        MaxCharactersFromEntities = 1024,
        CheckCharacters = true,
    });

    // Whatever is counted as a node begins with one of these, so that more of them than nodes are too many without a look at what they are.
    private static bool MayBeWithin(string text, int mostNodes)
    {
        if (text.AsSpan().Count('<') > mostNodes)
        {
            return false;
        }

        var attributes = 0;
        for (var rest = text.AsSpan(); rest.IndexOf('=') is var at and >= 0;)
        {
            rest = rest[(at + 1)..].TrimStart();
            if (!rest.IsEmpty && rest[0] is '"' or '\'' && ++attributes > mostNodes)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWithin(string text, int mostNodes)
    {
        using var reader = Open(text);
        var nodes = 0;
        while (reader.Read())
        {
            nodes += 1 + reader.AttributeCount;
            if (nodes > mostNodes || reader.Depth > MostDepth)
            {
                return false;
            }
        }

        return true;
    }
}
