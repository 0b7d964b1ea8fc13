namespace Gatehouse.Conformance;

/// <summary>Ansible's IAM modules find what they made, and leave it alone.</summary>
public sealed class AnsibleTests
{
    [Fact]
    public async Task A_playbook_that_is_applied_twice_changes_nothing_the_second_time()
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder(), bootstrap: true, "--data", ":memory:");

        var output = await Shell.RunAsync(
            server,
            $"""
            export ANSIBLE_LOCALHOST_WARNING=0 ANSIBLE_DEPRECATION_WARNINGS=0 ANSIBLE_NOCOLOR=1
            cp -r '{Scripts.Find("ansible")}' playbook
            cd playbook
            for run in first second; do
              /usr/bin/ansible-playbook -i localhost, -e ansible_python_interpreter=/usr/bin/python3 site.yml
            done
            """);

        Assert.True(output.ExitCode == 0, output.ToString());
        var recaps = output.Text.Split('\n').Where(line => line.Contains("unreachable=", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, recaps.Count);
        Assert.DoesNotContain(" changed=0 ", recaps[0], StringComparison.Ordinal);
        Assert.Contains(" changed=0 ", recaps[1], StringComparison.Ordinal);
    }
}
