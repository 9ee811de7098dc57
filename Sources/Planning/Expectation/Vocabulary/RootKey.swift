/// A key at the root of a spec that is no section of things.
struct RootKey: Sendable {
  let word: String
  /// What it is for, in one sentence.
  let about: String

  static let inputs = RootKey("inputs", "Values that a spec takes from outside, each with its type.")
  static let include = RootKey("include", "Other specs whose entries belong to this one.")
  static let conditions = RootKey("when", "Facts that must hold for anything here to be judged.")
  static let start = RootKey("run", "How the image is started, and when it is ready.")

  static let all = [inputs, include, conditions, start]

  private init(_ word: String, _ about: String) {
    self.word = word
    self.about = about
  }
}
