/// A file that was embedded at build time; its bytes stay in read-only memory until asked for.
struct EmbeddedFile: Sendable {
  /// Relative to `rules/`.
  let path: String
  let text: StaticString

  var bytes: [UInt8] { text.withUTF8Buffer { Array($0) } }
}
