import DataSyntax
import Diagnostics
import Host
import Source

/// What came of linting one template.
struct TemplateOutcome: Sendable {
  let configuration: LintConfiguration
  var template: FileID?
  var failure: HostError?
  var sources = SourceSet()
  private(set) var findings: [Diagnostic] = []
  private(set) var suppressed: [Diagnostic] = []
  private(set) var suppression = Suppression()
  private(set) var maxAges: [MaxAgeDirective] = []
  /// The template evaluated in the last of its ways; nil where it could not be read.
  var analysis: TemplateAnalysis?
  /// Whether all could be told: where not, an exception without use means nothing.
  var isComplete = true

  init(configuration: LintConfiguration) { self.configuration = configuration }

  /// Takes findings in: weighed by the configuration, widened to whole texts, without what exceptions cover.
  mutating func take(_ raw: [Diagnostic], files: [LintedFile]) {
    var raw = raw
    for file in files {
      let reader = AllowReader(
        file.source, tree: file.tree?.isIntact == true ? file.tree : nil, names: configuration.names)
      suppression.add(reader.allows)
      maxAges += reader.maxAges
      raw += reader.diagnostics
    }
    weigh(raw, files: files)
  }

  /// Takes in what Packer refuses: all of it as errors, exceptions or not.
  mutating func takeRefusals(_ raw: [Diagnostic], files: [LintedFile]) {
    weigh(
      raw.map {
        var finding = $0; finding.severity = .error; return finding
      }, files: files)
  }

  private mutating func weigh(_ raw: [Diagnostic], files: [LintedFile]) {
    let unquoted = QuoteWidening(files)
    let weighed = raw.compactMap { configuration.weighed(unquoted.widened($0)) }
    (findings, suppressed) = suppression.apply(to: weighed.unique)
    findings = findings.bounded
  }
}

extension [Diagnostic] {
  /// Sorted, and of findings that say the same of the same place the first only.
  var unique: [Diagnostic] {
    var seen: Set<DiagnosticIdentity> = []
    return sorted().filter { seen.insert(DiagnosticIdentity($0)).inserted }
  }

  /// No more of a rule than anybody reads; the last that is listed says how many are not.
  fileprivate var bounded: [Diagnostic] {
    guard count > Findings.limit else { return self }
    var counts: [RuleID: Int] = [:]
    var listed = filter { finding in
      counts[finding.rule, default: 0] += 1
      return counts[finding.rule, default: 0] <= Findings.limit
    }
    for (rule, count) in counts where count > Findings.limit {
      guard let last = listed.lastIndex(where: { $0.rule == rule }) else { continue }
      let more = count - Findings.limit
      listed[last].notes.append(
        "\(more) more \(more == 1 ? "finding" : "findings") of this rule are not listed")
    }
    return listed
  }
}

/// What makes two findings the same to a reader.
struct DiagnosticIdentity: Hashable {
  private let rule: RuleID
  private let place: Location
  private let message: String

  init(_ finding: Diagnostic) {
    rule = finding.rule
    place = finding.primary
    message = finding.message
  }
}
