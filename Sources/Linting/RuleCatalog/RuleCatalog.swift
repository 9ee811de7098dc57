package import Diagnostics

/// The pages and component facts of `rules/`, embedded at build time.
package enum RuleCatalog {
  /// All pages in the order of their ids.
  package static let pages: [RulePage] = embeddedPages.sorted { $0.id < $1.id }

  private static let pagesByID = Dictionary(uniqueKeysWithValues: pages.map { ($0.id, $0) })

  /// The page of a rule.
  package static func page(_ id: RuleID) -> RulePage? { pagesByID[id] }

  private static let pagesByAlias = Dictionary(
    pages.flatMap { page in page.aliases.map { ($0, page) } }
  ) { first, _ in first }

  /// The page of the rule that had a name before.
  package static func page(formerly name: RuleID) -> RulePage? { pagesByAlias[name] }

  /// The families of rules, sorted: `packer`, `shell`, …
  package static let families: [String] = Set(pages.map(\.family)).sorted()

  /// The tags of all rules, sorted.
  package static let tags: [String] = Set(pages.flatMap(\.tags)).sorted()

  /// The rule that a misspelt id may mean; the fault's name alone is enough.
  package static func nearest(to name: String) -> RuleID? {
    let ids = pages.map(\.id.name)
    if let same = ids.first(where: { $0.hasSuffix("/" + name) }) { return RuleID(same) }
    return Suggestion.nearest(to: name, among: ids).map { RuleID($0) }
  }

  /// The schemas of the machine-readable shapes by their names: `lint`, `plan`, …; of several versions the newest.
  package static var schemas: [String: [UInt8]] {
    let named = embeddedSchemas.compactMap { file -> (String, [UInt8])? in
      guard let name = file.path.split(separator: "/").last, let end = name.lastIndex(of: "-") else {
        return nil
      }
      return (String(name[..<end]), file.bytes)
    }
    return Dictionary(named) { _, newer in newer }
  }

  /// The files of component facts, with their paths below `rules/`.
  package static var componentFiles: [(path: String, bytes: [UInt8])] {
    files(under: "components/")
  }

  /// What is known of Chef, the files of facts below `rules/chef/`: its resources, what it took away, platforms.
  package static var chefFiles: [(path: String, bytes: [UInt8])] { files(under: "chef/") }

  /// What is known of containers that stand in for machines.
  package static var standIns: [UInt8] {
    embeddedFacts.first { $0.path == "data/stand-ins.yaml" }?.bytes ?? []
  }

  private static func files(under folder: String) -> [(path: String, bytes: [UInt8])] {
    embeddedFacts.filter { $0.path.hasPrefix(folder) }.map { ($0.path, $0.bytes) }
  }
}
