package import Diagnostics
package import Source

/// A rule that a configuration defines itself: a condition over values of the template, with a message and a page.
package struct OwnRule: Sendable {
  package let id: RuleID
  package let severity: Severity
  package let tags: [String]
  /// The names that the rule had before.
  package let aliases: [RuleID]
  /// The page in Markdown; nil where the definition gives none.
  package let page: String?
  let condition: ValueCondition
  /// The place of its name.
  package let location: Location

  /// What its findings say.
  package var message: String { condition.message }

  var facts: RuleFacts { RuleFacts(id, severity, tags: tags, aliases: aliases) }

  /// Whether a name is the rule's, or was.
  package func means(_ name: String) -> Bool { id.name == name || aliases.contains(RuleID(name)) }

  /// What `rules explain` prints.
  package var explanation: String {
    let tags = tags.isEmpty ? "" : "  tags: \(tags.joined(separator: ", "))"
    let head = "\(id)  severity: \(severity.rawValue)  of this repository\(tags)\n\n"
    return head + (page ?? condition.message + "\n")
  }
}
