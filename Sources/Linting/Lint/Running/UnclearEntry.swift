import Diagnostics

/// The settings do not say in which one way a template is to be built.
package struct UnclearEntry: Error, Sendable {
  package let message: String
  package let help: String

  /// The way that a name means; without a name the only one.
  static func choice(
    of name: String?, among sets: [TemplateSet], for template: String
  ) throws(UnclearEntry) -> TemplateSet {
    let names = sets.compactMap(\.name)
    let listed = names.map { "`\($0)`" }.joined(separator: ", ")
    if let name {
      if let set = sets.first(where: { $0.name == name }) { return set }
      let near = Suggestion.nearest(to: name, among: names).map { "did you mean `\($0)`?" }
      throw UnclearEntry(
        message: "no entry of `templates` for `\(template)` is called `\(name)`",
        help: near ?? (names.isEmpty ? "the settings have none for it" : "there are \(listed)"))
    }
    guard sets.count == 1, let set = sets.first else {
      throw UnclearEntry(
        message: "`\(template)` is built in \(sets.count) ways: \(listed)",
        help: "choose one with `--entry NAME`, or give files of variables with `-var-file`")
    }
    return set
  }
}
