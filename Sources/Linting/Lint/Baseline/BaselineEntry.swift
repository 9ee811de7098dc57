package import Diagnostics

/// A finding that a baseline knows: what it is about, not the line on which it stood.
package struct BaselineEntry: Sendable, Hashable, Comparable {
  /// What makes two findings the same for a baseline.
  package struct Key: Sendable, Hashable {
    package let rule: RuleID
    /// Relative to the baseline's folder.
    package let file: String
    /// The place in a document, with names instead of numbers; empty for any other text.
    package let place: String
    /// A digest of the flagged text, and of the names in the message.
    package let text: String
  }

  package let key: Key
  /// For readers alone.
  package let message: String
  package var count: Int

  package static func < (a: BaselineEntry, b: BaselineEntry) -> Bool {
    (a.key.file, a.key.place, a.key.rule, a.message, a.key.text)
      < (b.key.file, b.key.place, b.key.rule, b.message, b.key.text)
  }
}
