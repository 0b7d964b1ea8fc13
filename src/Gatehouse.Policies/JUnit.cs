using System.Text;
using System.Xml;

namespace Gatehouse.Policies;

/// <summary>Writes the outcome of a run of tests as JUnit XML, which CI systems read.</summary>
internal static class JUnit
{
    internal static string Write(TestRun run)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "gatehouse policy test");
            Count(xml, run.Results.Count + 1, run.Failed.Count() + (run.Covered ? 0 : 1));
            foreach (var suite in run.Results.GroupBy(static result => result.Case.Place.File, StringComparer.Ordinal))
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", Plain(suite.Key));
                Count(xml, suite.Count(), suite.Count(static result => !result.Passed));
                foreach (var result in suite)
                {
                    Case(xml, suite.Key, result.Case.Name, result.Passed ? null : (result.Summary, run.Explain(result)));
                }

                xml.WriteEndElement();
            }

            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", "coverage");
            Count(xml, 1, run.Covered ? 0 : 1);
            Case(xml, "coverage", $"at least {run.CoverageWanted} %", run.Covered ? null : (run.Coverage.Summary, string.Join('\n', run.Coverage.Gaps)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}";
    }

    private static void Count(XmlWriter xml, int tests, int failures)
    {
        xml.WriteAttributeString("tests", $"{tests}");
        xml.WriteAttributeString("failures", $"{failures}");
    }

    private static void Case(XmlWriter xml, string suite, string name, (string Message, string Text)? failure)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Plain(suite));
        xml.WriteAttributeString("name", Plain(name));
        if (failure is var (message, text))
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Plain(message));
            xml.WriteString(Plain(text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // XML has no way at all to write most control characters.
    private static string Plain(string text) =>
        string.Concat(text.EnumerateRunes().Select(static rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD"));
}
