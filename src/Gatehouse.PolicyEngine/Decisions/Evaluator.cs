namespace Gatehouse.PolicyEngine;

/// <summary>Decides requests: a pure function of a request and the policies that apply to it (PE-1).</summary>
public static class Evaluator
{
    /// <summary>Answers as fast as possible, without allocating and without ever throwing.</summary>
    /// <param name="request">The question.</param>
    /// <param name="policies">The policies that apply.</param>
    public static Decision Decide(AuthorizationRequest request, PolicyInputs policies)
    {
        try
        {
            return Put(request, policies);
        }
        catch (Exception)
        {
            // PE-3: whatever went wrong, such as a supplier of context keys, denies.
            return Decision.Error;
        }
    }

    /// <summary>Gives the same answer with everything a person needs to understand it (PE-87).</summary>
    /// <param name="request">The question.</param>
    /// <param name="policies">The policies that apply.</param>
    public static Explanation Explain(AuthorizationRequest request, PolicyInputs policies)
    {
        try
        {
            return Explainer.Explain(request, policies);
        }
        catch (Exception)
        {
            // PE-3, as above.
            return new(request, Decision.Error);
        }
    }

    // Denies come first, in the order in which messages name them (PE-29, PE-91): the first found decides.
    private static Decision Put(AuthorizationRequest request, PolicyInputs policies)
    {
        var force = new LayersInForce(request, policies);
        if (!force.Readable)
        {
            return Decision.Error;
        }

        var question = new LayerQuestion(request, policies);
        var facts = new Facts(request, policies, question.Resource);
        var unsure = false;
        foreach (var level in force.ServiceControl)
        {
            var answer = question.Ask(level.Policies);
            if (answer.Denies)
            {
                return Decision.Denied(PolicyLayer.ServiceControl);
            }

            facts.ServiceControl &= answer.Allows;
            unsure |= answer.Unsure;
        }

        foreach (var level in force.ResourceControl)
        {
            var answer = question.AskOfResource(level.Policies);
            if (answer.Denies)
            {
                return Decision.Denied(PolicyLayer.ResourceControl);
            }

            facts.ResourceControl &= answer.Allows;
            unsure |= answer.Unsure;
        }

        if (policies.Endpoint is { } endpoint)
        {
            var answer = question.AskOfResource(endpoint);
            if (answer.Denies)
            {
                return Decision.Denied(PolicyLayer.Endpoint);
            }

            facts.Endpoint = answer.Allows;
            unsure |= answer.Unsure;
        }

        if (force.Identity is { } identity)
        {
            var answer = question.Ask(identity);
            if (answer.Denies)
            {
                return Decision.Denied(PolicyLayer.Identity);
            }

            facts.Identity |= answer.Allows;
            unsure |= answer.Unsure;
        }

        if (force.Resource is { } resource)
        {
            var answer = question.AskOfResource(resource, !facts.RepairsResourcePolicy);
            if (answer.Denies)
            {
                return Decision.Denied(facts.ResourceLayer);
            }

            facts.SetResource(answer.Strength);
            unsure |= answer.Unsure;
        }

        if (force.Boundary is { } boundary)
        {
            var answer = question.Ask(boundary);
            if (answer.Denies)
            {
                return Decision.Denied(PolicyLayer.Boundary);
            }

            facts.Boundary = answer.Allows;
            unsure |= answer.Unsure;
        }

        if (force.Session is { } session)
        {
            var answer = question.Ask(session);
            if (answer.Denies)
            {
                return Decision.Denied(PolicyLayer.Session);
            }

            facts.Session = answer.Allows;
            unsure |= answer.Unsure;
        }

        return unsure ? Decision.Error : facts.Decide();
    }
}
