import Diagnostics
import RuleCatalog

/// What a report says about a rule.
struct RuleText: Sendable, Hashable {
  let id: String
  let severity: Severity
  /// One sentence.
  let summary: String
  /// The paragraphs that follow the sentence, as one text.
  let reason: String
  /// The whole page, in Markdown.
  let page: String
  let tags: [String]
  /// Where the page stands on the web; nil for what has none.
  var address: String?

  init(id: String, severity: Severity, summary: String, reason: String, page: String, tags: [String]) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.reason = reason
    self.page = page
    self.tags = tags
  }

  /// A rule without a page: parts of a spec and steps of a build have none, nor have rules of other versions.
  init(unknown id: String) {
    let summary =
      if let resource = id.removingPrefix("spec/") {
        "An assertion of a spec about \(resource) does not hold in the image."
      } else if id == "build/failed-step" {
        "A step of a build failed."
      } else if let fault = Self.rehearsal[id] {
        fault
      } else {
        "Findings of the rule \(id)."
      }
    self.init(id: id, severity: .error, summary: summary, reason: summary, page: summary, tags: [])
  }

  /// The text of a rule of the catalog.
  static func cataloged(_ id: String) -> RuleText? {
    RuleCatalog.page(RuleID(id)).map { page in
      var text = RuleText(
        id: id, severity: page.severity, summary: page.summary, reason: reason(in: page.body) ?? page.summary,
        page: page.body, tags: page.tags)
      text.address = "\(Self.home)/blob/main/rules/\(id).md"
      return text
    }
  }

  /// What the rehearsal of a build finds in its base image.
  private static let rehearsal = [
    "rehearsal/absent-package": "A package is not in the lists of the base image.",
    "rehearsal/package-conflict": "Packages cannot be installed together in the base image.",
    "rehearsal/absent-command": "A command that a script calls is not in the base image.",
    "rehearsal/broken-syntax": "A script does not parse in the base image.",
    "rehearsal/full-disk": "A build needs more space than is free.",
  ]

  /// Where the product lives.
  static let home = "https://github.com/ovenproof/ovenproof"

  /// The paragraphs between the summary and the first section.
  private static func reason(in page: String) -> String? {
    let paragraphs = page.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      .prefix { !$0.hasPrefix("## ") }.split(whereSeparator: \.isEmpty).map { $0.joined(separator: " ") }
    let rest = paragraphs.dropFirst().joined(separator: "\n\n")
    return rest.isEmpty ? nil : rest
  }
}

extension String {
  /// What follows a prefix; nil where the text does not begin with it.
  func removingPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
