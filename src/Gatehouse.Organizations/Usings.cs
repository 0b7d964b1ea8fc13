// "Account" is what we keep; the wire's shape of that name is met in MemberShape alone.
global using Account = Gatehouse.Accounts.Account;
