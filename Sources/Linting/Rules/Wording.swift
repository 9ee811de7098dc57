import Diagnostics
import Packer
import Source

/// Phrases that several rules share.
enum Wording {
  /// "did you mean …?" for the nearest names, best first; nil where nothing is near.
  static func meant(_ nearest: [String]) -> String? {
    nearest.isEmpty ? nil : "did you mean \(choice(Array(nearest.prefix(3))))?"
  }

  /// Names in backticks, the last two joined by "or".
  static func choice(_ names: [String]) -> String { joined(names.map { "`\($0)`" }, by: "or") }

  /// Names in backticks, the last two joined by "and".
  static func list(_ names: [String]) -> String { joined(names.map { "`\($0)`" }, by: "and") }

  /// Words with commas, the last two joined by a word.
  static func joined(_ words: [String], by last: String) -> String {
    guard words.count > 1, let end = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + end
  }

  /// The action that is near to another one, else all that there are.
  static func actions(_ actions: [String], near action: String) -> String {
    if let near = Suggestion.nearest(to: action, among: actions) { return "did you mean `:\(near)`?" }
    return "its actions are " + actions.map { "`:\($0)`" }.joined(separator: ", ")
  }

  /// "for build `docker`", with a blank in front; empty where it concerns all builds.
  static func builds(_ names: [String]) -> String {
    switch names.count {
    case 0: ""
    case 1: " in build \(list(names))"
    default: " in builds \(list(names))"
    }
  }

  /// An unsafe fix that writes the nearest name in place of another; nil where nothing is near.
  static func renaming(_ location: Location, to nearest: [String]) -> Fix? {
    nearest.first.map { Fix(.unsafe, edits: [.init(replacing: location, with: $0)]) }
  }
}

extension ComponentFault {
  /// The component at fault: "builder `docker`".
  var subject: String { "\(kind.words) `\(component)`" }

  /// The places of other options, as labels.
  var labels: [Label] { related.map { Label("`\($0.value)` stands here", at: $0.location) } }
}
