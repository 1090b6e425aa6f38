using System.CommandLine;

return new RootCommand("Measures this host and forwards what it sees to Graphite and StatsD.").Parse(args).Invoke();
