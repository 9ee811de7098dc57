import Matching

/// Names the expectations of one check, for machines and for people.
struct CheckWording {
  let kind: ResourceKind
  let target: Target
  /// Empty for the image itself.
  let name: String
  /// The title that the spec gives it.
  let title: String?

  func expectation(_ property: String, _ matcher: Matcher) -> Expectation {
    let id = name.isEmpty ? "\(kind.word):\(property)" : "\(kind.word):\(name):\(property)"
    let thing = title.map { "\($0):" } ?? (name.isEmpty ? noun : "\(noun) \(name)")
    return Expectation(
      id: id, property: property, matcher: matcher, origin: matcher.location,
      title: "\(thing) \(Wording.predicate(property, matcher))")
  }

  private var noun: String { if case .files = target { "files" } else { kind.noun } }
}
