package import Diagnostics

/// The page of a rule: its documentation, its metadata and its test suite at once.
package struct RulePage: Sendable {
  package let id: RuleID
  /// What a finding of the rule weighs unless the configuration says otherwise.
  package let severity: Severity
  /// The first version that has the rule.
  package let since: String
  package let tags: [String]
  /// The selections that the rule belongs to.
  package let profiles: Set<RuleProfile>
  /// What the rule reports, in one sentence.
  package let summary: String
  /// Whether the rule is new and fails no run yet.
  package let isPreview: Bool
  /// The names that the rule had before; they still mean it.
  package let aliases: [RuleID]
  /// What the rule weighed up to earlier releases, oldest first.
  package let earlierSeverities: [(until: RuleVersion, severity: Severity)]
  /// The parts of a condition over values, as the head writes them: `at`, `when` or `missing`, `message`, `help`.
  package let condition: [String: String]
  private let text: StaticString

  init(
    _ id: RuleID, _ severity: Severity, since: String, tags: [String],
    profiles: Set<RuleProfile> = [.standard],
    summary: String, isPreview: Bool = false,
    aliases: [String] = [], earlier: [String] = [], condition: [String: String] = [:], text: StaticString
  ) {
    self.id = id
    self.severity = severity
    self.since = since
    self.tags = tags
    self.profiles = profiles
    self.summary = summary
    self.isPreview = isPreview
    self.aliases = aliases.map { RuleID($0) }
    self.condition = condition
    earlierSeverities = earlier.compactMap { words in
      let parts = words.split(separator: " ")
      guard let version = parts.first.flatMap({ RuleVersion(String($0)) }),
        let severity = parts.last.flatMap({ Severity(rawValue: String($0)) })
      else { return nil }
      return (version, severity)
    }.sorted { $0.until < $1.until }
    self.text = text
  }

  /// What a finding weighs under the rules as of a release.
  package func severity(asOf version: RuleVersion?) -> Severity {
    guard let version else { return severity }
    return earlierSeverities.first { version <= $0.until }?.severity ?? severity
  }

  /// The fault's name without the family.
  package var title: String { id.name.split(separator: "/").last.map(String.init) ?? id.name }

  /// The family: the folder of the page.
  package var family: String { id.name.split(separator: "/").first.map(String.init) ?? "" }

  /// Whether an example of the page shows what a fix makes of it.
  package var isFixable: Bool { examples.contains { !$0.fixed.isEmpty } }

  /// The page in Markdown, from its title on.
  package var body: String { text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }

  /// What `rules explain` prints: the head in words, then the page.
  package var explanation: String {
    let tags = tags.isEmpty ? "" : "  tags: \(tags.joined(separator: ", "))"
    let rest = body.drop { $0 != "\n" }
    return "\(id)  severity: \(severity.rawValue)  since: \(since)\(tags)\n\(rest)"
  }

  /// The examples of the page.
  package var examples: [RuleExample] { RuleExample.parse(body) }
}
