global using Account = Gatehouse.Accounts.Account;
