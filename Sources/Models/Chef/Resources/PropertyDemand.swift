/// What Chef's own code asks of several properties together, when an action is taken.
package struct PropertyDemand: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// One of them must be given.
    case any
    /// They must not be given together.
    case notTogether
  }

  package let kind: Kind
  package let properties: [String]
  /// The actions that ask for it.
  package let actions: [String]
  /// The exception that is raised otherwise.
  package let error: String

  /// What is wrong where it is not met.
  var words: String {
    let names = properties.map { "`\($0)`" }
    switch kind {
    case .any where names.count == 1: return "\(names[0]) must be given"
    case .any: return "one of \(names.joined(separator: ", ")) must be given"
    case .notTogether: return "\(names.joined(separator: " and ")) must not be given together"
    }
  }
}
