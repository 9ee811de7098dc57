/// The words of our own dialect, for those who write specs or rewrite them.
package enum SpecWords {
  /// Whether a key at the root holds things that are asserted.
  package static func isSection(_ word: String) -> Bool { ResourceKind.all.contains { $0.word == word } }

  /// Whether there is one thing of a section, whose properties stand in the section itself.
  package static func isSingle(_ word: String) -> Bool { ResourceKind.single.contains { $0.word == word } }

  /// What a thing of a section is called in a sentence: `file`.
  package static func noun(of section: String) -> String {
    ResourceKind.all.first { $0.word == section }?.noun ?? section
  }

  /// Whether a key of a thing in a section asserts something; the others say how to look.
  package static func isProperty(_ word: String, in section: String) -> Bool {
    ResourceKind.all.first { $0.word == section }?.property(word) != nil
  }
}
