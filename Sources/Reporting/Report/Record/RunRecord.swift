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
  /// What fixes did and can do; nil where nobody was asked to lint.
  package var mending: Mending?

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

  /// How many findings fixes have mended and could mend: for people, not part of what is kept of a record.
  package struct Mending: Sendable, Hashable {
    /// Mended by this run.
    package var fixed: Int
    /// Of the findings that are left, those with a safe fix.
    package var fixable: Int
    /// Of the findings that are left, those with an unsafe fix alone.
    package var unsafelyFixable: Int

    package init(fixed: Int, fixable: Int, unsafelyFixable: Int) {
      self.fixed = fixed
      self.fixable = fixable
      self.unsafelyFixable = unsafelyFixable
    }
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
