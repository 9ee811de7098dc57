package import Source

/// One example of a page: a small project, and what the rule says about it.
package struct RuleExample: Sendable {
  /// What the section of the page promises.
  package enum Promise: Sendable, Hashable {
    /// The findings that the carets draw, and no others.
    case reported
    case notReported
  }

  package let promise: Promise
  /// The files in the order of the page; the first is the one that is linted.
  package var files: [File]
  /// What the files become when the fixes are applied; empty where the page does not say.
  package var fixed: [File]

  /// A fenced block with a file name.
  package struct File: Sendable {
    /// The path, relative to the example's folder.
    package let path: String
    /// The words after the name in the fence: `exact`, `only=docker`, `var:name=value`.
    package let words: [String]
    /// The text without the caret lines.
    package let bytes: [UInt8]
    package let expected: [ExpectedFinding]
    /// The line of the page at which the content starts, from 1.
    package let line: Int
  }

  /// A caret line: a place in the file above it, and the message.
  package struct ExpectedFinding: Sendable, Hashable {
    /// The bytes above the carets, cut off at the end of the line.
    package let range: ByteRange
    /// Whether the range goes on in the following lines: the carets end in `…`.
    package let continues: Bool
    package let message: String
    /// The line of the page, from 1.
    package let line: Int
  }

  /// Whether the example is run only as it stands.
  package var isExact: Bool { files.contains { $0.words.contains("exact") } }

  /// The values of the words `KEY=VALUE` or `KEY:VALUE` of all fences.
  package func values(of key: String) -> [String] {
    files.flatMap(\.words).compactMap { word in
      guard word.hasPrefix(key), let mark = word.dropFirst(key.count).first, mark == "=" || mark == ":" else {
        return nil
      }
      return String(word.dropFirst(key.count + 1))
    }
  }
}
