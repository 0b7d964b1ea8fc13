using Gatehouse.PolicyEngine;

var parse = PolicyDocument.Parse("""
    {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"notes:Read","Resource":"arn:aws:notes:::${aws:username}/*"}}
    """);
var policies = new PolicyInputs { Identity = PolicySet.Compile([new("own-notes", null, parse.Document)]) };

var request = new AuthorizationRequest
{
    Principal = Principal.User("arn:aws:iam::111122223333:user/alice"),
    Action = "notes:Read",
    Resource = "arn:aws:notes:::bob/diary",
    Context = new RequestContext().Set("aws:username", "alice"),
};

Console.WriteLine(Evaluator.Decide(request, policies).Allowed);
Console.WriteLine(Evaluator.Explain(request, policies).ToText());
