import ArgumentParser
import Diagnostics

/// From which severity on a finding fails the run.
struct SeverityThreshold: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Fail on findings from this severity on: error, warning or info.", valueName: "severity"))
  var failOn: Severity?
}

extension Severity: ExpressibleByArgument {}
