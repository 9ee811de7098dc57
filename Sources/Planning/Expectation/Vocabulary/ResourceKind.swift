/// A section of a spec: the words that it knows.
struct ResourceKind: Sendable {
  /// What answers for the things of a section.
  enum Moment: Sendable {
    /// The files and the configuration of the image at rest.
    case rest
    /// A program that is run in a sandbox of the image.
    case sandbox
    /// The image as it runs, started as it is meant to be.
    case running
  }

  /// The key in the spec: `files`.
  let word: String
  /// What one of them is called in a sentence: `file`.
  let noun: String
  /// What the section is about, in one sentence for the editor of a spec.
  let about: String
  let moment: Moment
  /// The property that says whether the thing is there; the others make sense only when it is.
  let presence: String?
  let properties: [PropertyKind]
  /// Keys that say how to look, and assert nothing.
  let settings: [String]
  /// Words of goss and container-structure-test for the same things.
  let synonyms: [String: String]

  init(
    _ word: String, _ noun: String, about: String = "", moment: Moment = .rest, presence: String?,
    _ properties: [PropertyKind], settings: [String] = [], synonyms: [String: String] = [:]
  ) {
    self.word = word
    self.noun = noun
    self.about = about
    self.moment = moment
    self.presence = presence
    self.properties = properties
    self.settings = settings
    self.synonyms = synonyms
  }

  /// The keys that every check may have.
  static let common = ["title", "skip"]

  /// All keys of a check, in the order in which they are explained.
  var keys: [String] {
    properties.map(\.name) + settings + Self.common + (moment == .running ? ["eventually"] : [])
  }

  func property(_ name: String) -> PropertyKind? { properties.first { $0.name == name } }
}
