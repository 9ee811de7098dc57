/// A section of a spec: the words that it knows.
struct ResourceKind: Sendable {
  /// The key in the spec: `files`.
  let word: String
  /// What one of them is called in a sentence: `file`.
  let noun: String
  /// The property that says whether the thing is there; the others make sense only when it is.
  let presence: String?
  let properties: [PropertyKind]
  /// Keys that say how to look, and assert nothing.
  let settings: [String]
  /// Words of goss and container-structure-test for the same things.
  let synonyms: [String: String]

  init(
    _ word: String, _ noun: String, presence: String?, _ properties: [PropertyKind], settings: [String] = [],
    synonyms: [String: String] = [:]
  ) {
    self.word = word
    self.noun = noun
    self.presence = presence
    self.properties = properties
    self.settings = settings
    self.synonyms = synonyms
  }

  /// The keys that every check may have.
  static let common = ["title", "skip"]

  /// All keys of a check, in the order in which they are explained.
  var keys: [String] { properties.map(\.name) + settings + Self.common }

  func property(_ name: String) -> PropertyKind? { properties.first { $0.name == name } }
}
