package import Diagnostics

/// One run as plain values with resolved places: what every command makes and every writer takes.
///
/// A record outlives its sources and can be merged with others, so nothing in it points back at a file.
package struct RunRecord: Sendable, Hashable {
  package var tool: Tool
  package var subject: Subject
  package var findings: [Finding]
  /// Findings that an exception covers.
  package var suppressed: [Finding]
  package var builds: [BuildRecord]
  package var assertions: [Assertion]
  package var run: Run
  /// How many files were read by the analysis.
  package var fileCount: Int
  /// The least severity of a finding that fails the run (`--fail-on`).
  package var threshold: Severity

  package init(tool: Tool, subject: Subject = Subject(), run: Run = Run(), threshold: Severity = .error) {
    self.tool = tool
    self.subject = subject
    self.run = run
    self.threshold = threshold
    findings = []
    suppressed = []
    builds = []
    assertions = []
    fileCount = 0
  }

  /// The program that made the record.
  package struct Tool: Sendable, Hashable {
    package var name: String
    package var version: String

    package init(name: String = "ovenproof", version: String) {
      self.name = name
      self.version = version
    }
  }
}
