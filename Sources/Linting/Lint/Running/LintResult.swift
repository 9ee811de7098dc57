package import Diagnostics
package import Host
package import Source

/// What a run of lint found.
package struct LintResult: Sendable {
  /// Sorted, each once.
  package var findings: [Diagnostic] = []
  /// Findings that an exception covers, with its reason. Sorted.
  package var suppressed: [Diagnostic] = []
  /// The templates that were linted.
  package var templates: [FileID] = []
  /// The folders of Chef code that were linted without a template.
  package var chefFolders: [String] = []
  /// What could not be told of them, in sentences for people.
  package var remarks: [String] = []
  /// What may be a template and could not be looked at, in sentences for people.
  package var undecided: [String] = []
  /// Files of HCL that were met: not analysed yet.
  package var hclFiles: [String] = []
  /// Files of Ruby that were named as if they were templates.
  package var rubyFiles: [String] = []
  /// Paths that are absent or cannot be read.
  package var failures: [HostError] = []
  /// Every file that was read.
  package var sources = SourceSet()
  /// The least severity that fails the run, where a configuration says so.
  package var failOn: Severity?

  package init() {}

  /// How many files were read.
  package var fileCount: Int { sources.sorted.count }
}
