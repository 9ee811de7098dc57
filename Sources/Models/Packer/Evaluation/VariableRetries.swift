import RegularExpressions
import Source

/// Whether Packer 1.6.6 gives up on a variable that cannot be rendered, or never comes to tell.
///
/// It renders all variables again and again, and fails after the last time if nothing could be rendered then. A variable
/// whose text calls `user` with a name in back quotes is rendered every time: with one such, it never fails.
struct VariableRetries {
  private(set) var isEndless = false

  private static let userCall = try? RegularExpression(#"\{\{\s*user\s*`.*`\s*\}\}"#)

  /// Takes in the text of a variable that can be rendered.
  mutating func note(rendered text: DerivedText) {
    isEndless = isEndless || Self.userCall?.matches(text.bytes) == true
  }
}
