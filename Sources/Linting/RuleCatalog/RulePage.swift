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
  private let text: StaticString

  init(
    _ id: RuleID, _ severity: Severity, since: String, tags: [String],
    profiles: Set<RuleProfile> = [.standard],
    summary: String, text: StaticString
  ) {
    self.id = id
    self.severity = severity
    self.since = since
    self.tags = tags
    self.profiles = profiles
    self.summary = summary
    self.text = text
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
