return Collector.Commands.CommandLine.Run(args);
