import DataSyntax
import Diagnostics
import Matching

/// A document in which values are looked up by their paths.
enum Document: Sendable {
  case plain(Subject)
  case xml(XMLElement)

  /// What became of looking a path up.
  enum Found {
    case value(Subject)
    /// What is there instead, one clause that follows the path.
    case nothing(String)
  }

  func value(at path: DocumentPath) -> Found {
    switch self {
    case .plain(let subject): path.value(in: subject)
    case .xml(let root): XMLPlace(documentOf: root).value(at: path.steps[...])
    }
  }

  /// Comparing a key with each of more takes seconds.
  private static let mostCompared = 20_000

  /// The keys that there are in the place of one: the nearest, or the first of all.
  static func names(_ keys: [String], near key: String) -> String {
    if keys.isEmpty { return "no keys" }
    guard keys.count <= mostCompared else { return "\(keys.count) keys" }
    if let nearest = Suggestion.nearest(to: key, among: keys) { return "`\(nearest)`" }
    let shown = keys.prefix(8).joined(separator: ", ")
    return keys.count > 8 ? "\(shown), …" : shown
  }
}
