/// A JSON value to be written: members keep the order in which they are given. Texts are compared by their bytes.
package indirect enum JSONText: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number as it is to be written; the caller vouches for its form.
  case number(String)
  case string(String)
  case array([JSONText])
  case object([Member])

  /// A key with its value.
  package struct Member: Sendable, Hashable {
    package let key: String
    package let value: JSONText

    package init(_ key: String, _ value: JSONText) {
      self.key = key
      self.value = value
    }
  }

  /// An array of strings.
  package static func strings(_ values: [String]) -> JSONText { .array(values.map { .string($0) }) }

  /// A mapping of strings, sorted by the bytes of its keys.
  package static func strings(_ values: [String: String]) -> JSONText {
    .object(
      values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { Member($0.key, .string($0.value)) })
  }

  /// An object of the members that have a value.
  package static func members(_ members: [(String, JSONText?)]) -> JSONText {
    .object(members.compactMap { key, value in value.map { Member(key, $0) } })
  }

  /// The text on one line, without blanks.
  package var compact: [UInt8] { JSONWriter.bytes(of: self, indented: false) }

  /// The text with two blanks a level and a line feed at its end.
  package var indented: [UInt8] { JSONWriter.bytes(of: self, indented: true) }
}
