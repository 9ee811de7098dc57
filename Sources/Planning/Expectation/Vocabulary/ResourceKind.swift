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
  let settings: [SettingKind]
  /// Words of goss and container-structure-test for the same things.
  let synonyms: [String: String]

  init(
    _ word: String, _ noun: String, about: String = "", moment: Moment = .rest, presence: String?,
    _ properties: [PropertyKind], settings: [SettingKind] = [], synonyms: [String: String] = [:]
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

  /// A key that things of several sections have.
  struct CommonKey: Sendable {
    let word: String
    let about: String
  }

  /// The keys that every check may have.
  static let common = [
    CommonKey(word: "title", about: "What it is called in reports."),
    CommonKey(word: "skip", about: "Why it is not judged."),
    CommonKey(
      word: "severity", about: "How bad it is that it is not as expected, for all of it or for each property."
    ),
    CommonKey(word: "message", about: "What is said then, for all of it or for each property."),
    CommonKey(word: "when", about: "Facts that must hold for it to be judged."),
    CommonKey(word: "requires", about: "Entries that must be as expected for it to be judged."),
    CommonKey(word: "override", about: "That it takes the place of what an included spec says."),
  ]

  /// For how long something that runs is looked at again.
  static let patience = CommonKey(
    word: "eventually", about: "For how long it is looked at again until it is as expected: `30s`.")

  /// All keys of a check, in the order in which they are explained.
  var keys: [String] {
    properties.map(\.name) + settings.map(\.word) + Self.common.map(\.word)
      + (moment == .running ? [Self.patience.word] : [])
  }

  func property(_ name: String) -> PropertyKind? {
    properties.indices.first { properties[$0].name == name }.map { properties[$0] }
  }
}
